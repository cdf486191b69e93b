"""Links: an old address in, the item and its new address out."""
