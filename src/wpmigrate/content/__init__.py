"""Content: the body that WordPress stored in, a clean HTML tree out."""
