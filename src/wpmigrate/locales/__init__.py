"""Languages: how WordPress and its themes say dates, authors, categories and comments in 90 locales.

Words are data, one file a locale in `data/`; the logic is written once.
"""

from .byline import Anchor, Byline, Evidence
from .finder import FoundByline, find_bylines, is_byline, merge_bylines
from .leaks import Leak, find_leaks
from .parts import CommentReading, DateReading, read_comments, read_date
from .reading import parse_byline
from .tables import available, known_locale
from .values import split_terms
from .voting import vote_locale

__all__ = [
    "Anchor",
    "Byline",
    "CommentReading",
    "DateReading",
    "Evidence",
    "FoundByline",
    "Leak",
    "available",
    "find_bylines",
    "find_leaks",
    "is_byline",
    "known_locale",
    "merge_bylines",
    "parse_byline",
    "read_comments",
    "read_date",
    "split_terms",
    "vote_locale",
]
