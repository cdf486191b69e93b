"""HTML: what every tree stage needs to know about elements."""
