"""Output: names and the plan (pure), and the disk (the only module that writes files)."""
