"""Config: the frozen options of all stages, composed."""
