"""The time of day beside a date: `kl. 10:32`, `at 3:03 pm`, `10 h 32 min`, `下午3:03`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

_GAP = r"[ ,()@|.—-]{0,4}"
_ZONE = r"(?:[ -]?(?:[+-]\d{2}:?\d{2}|z|utc|gmt(?:[+-]\d+)?|[ecmp][sd]t|ces?t|uhr|hrs?|h|น\.|kor)(?![^\W\d_]))?"
_MORNING, _AFTERNOON = ("am", "a.m", "a.m.", "a. m."), ("pm", "p.m", "p.m.", "p. m.")


def _any(words: Sequence[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", " ") for word in sorted(set(words), key=lambda word: (-len(word), word))
    )


@dataclass(frozen=True, slots=True)
class TimeReader:
    """The patterns for a time after and before a date, and after an author; the words for the halves of the day."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    author_at: re.Pattern[str]
    morning: frozenset[str]
    afternoon: frozenset[str]

    def clock(self, match: re.Match[str]) -> time | None:
        """The time that a match of one of the patterns means; None when there is no such time of day."""
        hour, minute = int(match["hour"]), int(match["minute"])
        half = match["half"] or match["half_after"]
        if half in self.afternoon and hour < 12:
            hour += 12
        elif half in self.morning and hour == 12:
            hour = 0
        return time(hour, minute) if hour < 24 and minute < 60 else None


def time_reader(between: Sequence[str], morning: Sequence[str], afternoon: Sequence[str]) -> TimeReader:
    """A reader for the words (folded) that stand between date and time, and that mean am and pm."""
    halves = _any([*morning, *afternoon, *_MORNING, *_AFTERNOON])
    clock = (
        rf"(?:(?P<half>{halves}) ?)?(?P<hour>\d{{1,2}})"
        r"(?: ?: ?|\.| ?h ?| ?u(?:hr)? ?| ?[时時點点] ?| ?시 ?)(?P<minute>\d{2})(?!\d)"
        r"(?:[:.]\d{2}(?:\.\d+)?(?!\d))?(?: ?(?:min|m|分|분)(?![^\W\d_]))?"
        rf"(?: ?(?P<half_after>{halves})(?![^\W\d_]))?{_ZONE}"
    )
    words = _any([*(word for word in between if word), "at", "@", "kl", "klo", "um"])
    return TimeReader(
        after=re.compile(rf"(?:t|{_GAP}(?:(?:{words})[.:]?)?{_GAP}){clock}\)?"),
        before=re.compile(rf"(?:(?:{words})[.:]? ?)?{clock}{_GAP}(?:[^\W\d_]{{1,4}} )?$"),
        author_at=re.compile(rf"(?P<author>[^@\n]{{1,80}}?) ?@ ?{clock}"),
        morning=frozenset([*morning, *_MORNING]),
        afternoon=frozenset([*afternoon, *_AFTERNOON]),
    )
