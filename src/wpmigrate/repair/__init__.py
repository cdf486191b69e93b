"""Broken exports in, a correct one out: every fault mended and named, all other bytes as they were."""

from .options import RepairOptions
from .repairing import repair
from .result import RepairResult, result_lines

__all__ = ["RepairOptions", "RepairResult", "repair", "result_lines"]
