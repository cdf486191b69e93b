"""Where a text holds code: what plugins make of brackets and signs must not happen there."""

import re
from bisect import bisect_right

_OPENING = re.compile(r"<(pre|code|script|style|textarea|kbd|samp)\b", re.IGNORECASE)


class CodeRanges:
    """The stretches of a text inside `<pre>`, `<code>`, `<script>` and kin. Unclosed ones end with their tag."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        never: set[str] = set()
        lower = text.lower()
        at = 0
        while (opening := _OPENING.search(text, at)) is not None:
            name = opening[1].lower()
            end = -1 if name in never else lower.find(f"</{name}", opening.end())
            if end < 0:
                never.add(name)
                at = opening.end()
                continue
            self._starts.append(opening.start())
            self._ends.append(end)
            at = end

    def holds(self, at: int) -> bool:
        """Whether the place lies in code."""
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self._ends[number]
