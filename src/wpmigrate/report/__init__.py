"""Report: diagnostics and counts in, text or JSON out."""
