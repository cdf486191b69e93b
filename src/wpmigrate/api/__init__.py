"""The pipeline, wired once; no printing."""
