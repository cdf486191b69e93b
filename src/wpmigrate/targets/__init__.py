"""Targets: one file a generator, one table."""
