"""Rules over a whole site, one file a rule."""
