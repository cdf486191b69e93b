"""Config: the frozen options of all stages, composed, and the policy table."""

from wpmigrate.targets import FieldOptions

from .options import ConvertOptions, LinkMode, Selection
from .policy import Fate, judge

__all__ = ["ConvertOptions", "Fate", "FieldOptions", "LinkMode", "Selection", "judge"]
