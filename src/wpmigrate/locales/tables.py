"""The table of each locale: words, slot orders and date formats, one JSON file a locale, read when it is first needed."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

ENGLISH = "en_US"


@dataclass(frozen=True, slots=True)
class Table:
    """What a locale's data file says. Phrases hold `{}` where a value stands; templates name their values."""

    locale: str
    order: str
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    date_formats: tuple[str, ...]
    time_formats: tuple[str, ...]
    at: tuple[str, ...]
    ago: tuple[str, ...]
    templates: tuple[str, ...]
    labels: dict[str, tuple[str, ...]]
    comments: dict[str, tuple[str, ...]]
    uncategorized: tuple[str, ...]
    ignored: tuple[str, ...]
    calendar: str = "gregorian"
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    connectors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    verbs: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    persian_months: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()


@cache
def available() -> tuple[str, ...]:
    """The locales that have a table, sorted (`sv_SE`, `de_AT`, `ja` ...)."""
    names = (entry.name for entry in files(__package__).joinpath("data").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def known_locale(name: str) -> str | None:
    """The locale of a table for any spelling of a language tag: `sv`, `sv-FI`, `SV_se` → `sv_SE`; None when there is none.

    An exact table wins, then the language's own country (`de` → `de_DE`), then the first table of the language.
    """
    tag = name.strip().replace("-", "_").split(".")[0].lower()
    by_tag = {locale.lower(): locale for locale in available()}
    language = _SAME.get(tag.split("_")[0], tag.split("_")[0])
    if tag in by_tag:
        return by_tag[tag]
    for home in (_HOMES.get(tag), _HOMES.get(language), language, f"{language}_{language}"):
        if home and home.lower() in by_tag:
            return by_tag[home.lower()]
    return next((locale for locale in available() if locale.lower().split("_")[0] == language), None)


_HOMES = {"en": "en_US", "es": "es_ES", "pt": "pt_PT", "zh": "zh_CN", "zh_hans": "zh_CN", "zh_hant": "zh_TW"}
_SAME = {"no": "nb", "nb": "nb", "be": "bel", "an": "arg", "iw": "he", "in": "id", "fil": "tl", "jw": "jv", "ku": "ckb"}


@cache
def table(locale: str) -> Table:
    """The table of a locale, together with that which it extends. Raises KeyError for a locale without a table."""
    if locale not in available():
        raise KeyError(locale)
    text = files(__package__).joinpath("data", f"{locale}.json").read_text(encoding="utf-8")
    raw: dict[str, Any] = json.loads(text)
    parent = raw.pop("extends", None)
    own = {name: _frozen(value) for name, value in raw.items()}
    if parent is None:
        return Table(**own)
    wider = table(parent)
    return Table(
        **{
            name: own[name] if name in _OF_ONE and own.get(name) else _joined(own.get(name), getattr(wider, name))
            for name in Table.__slots__
        }
    )


_OF_ONE = ("date_formats", "time_formats")
"""What a locale that extends another replaces; its words it adds."""


def _frozen(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    if isinstance(value, list):
        return tuple(_frozen(part) for part in value)
    if isinstance(value, dict):
        return {name: _frozen(part) for name, part in value.items()}
    return value


def _joined(own: Any, wider: Any) -> Any:
    """What a locale says itself, followed by what the locale it extends says."""
    if not own:
        return wider
    if isinstance(own, str):
        return own
    if isinstance(own, dict):
        return {name: _joined(own.get(name), wider.get(name, ())) for name in {**own, **wider}}
    if own and isinstance(own[0], tuple):
        return tuple((*mine, *theirs) for mine, theirs in zip(own, wider, strict=True))
    return (*own, *wider)
