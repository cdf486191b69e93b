"""Markdown: a clean HTML tree in, Markdown out, through a small AST."""
