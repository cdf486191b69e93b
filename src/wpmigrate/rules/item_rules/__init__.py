"""Rules over one item, one file a rule."""
