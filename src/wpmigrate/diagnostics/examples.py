"""What the fault of each code looks like in an export: a piece of the export that shows it."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {}
"""By code; each stands in the bad export of the code's fixture."""
