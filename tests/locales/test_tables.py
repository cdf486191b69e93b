"""The tables of the locales: complete, unambiguous, found under any spelling of a language tag."""

import json
from importlib.resources import files

import pytest

from wpmigrate.locales import available, known_locale
from wpmigrate.locales.folding import folded
from wpmigrate.locales.lexicon import SLOTS, lexicon
from wpmigrate.locales.tables import Table, table

KINDS = {"none", "one", "two", "count", "closed", "invite"}


def test_there_are_ninety_locales_and_english() -> None:
    """The locales of the collection, and that of WordPress's own messages."""
    assert len(available()) == 91


@pytest.mark.parametrize("locale", available())
def test_a_table_is_whole(locale: str) -> None:
    """Names of its own file, twelve months that mean one month each, known keys, places and slots."""
    raw = json.loads(files("wpmigrate.locales").joinpath("data", f"{locale}.json").read_text(encoding="utf-8"))
    assert raw["locale"] == locale
    assert set(raw) - {"extends"} <= set(Table.__slots__)
    own = table(locale)
    assert own.order in {"dmy", "mdy", "ymd", "either"}
    assert len(own.months) == 12
    assert all(own.months)
    assert len(own.weekdays) == 7
    assert set(own.labels) | set(own.connectors) <= set(SLOTS)
    assert set(own.comments) <= KINDS
    assert all("{n}" in phrase for phrase in own.comments["count"])
    meanings: dict[str, int] = {}
    for number, names in enumerate(own.months, 1):
        for name in names:
            assert meanings.setdefault(folded(name).strip(" ."), number) == number, name
    assert lexicon(locale).cues


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("sv", "sv_SE"),
        ("sv-FI", "sv_SE"),
        ("SV_se", "sv_SE"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("de-AT", "de_AT"),
        ("pt-br", "pt_BR"),
        ("zh-TW", "zh_TW"),
        ("zh", "zh_CN"),
        ("no", "nb_NO"),
        ("be", "bel"),
        ("da_DK.UTF-8", "da_DK"),
        ("tlh", None),
        ("", None),
    ],
)
def test_a_language_tag_has_its_table(tag: str, locale: str | None) -> None:
    """Any spelling, with or without a country; an unknown language has none."""
    assert known_locale(tag) == locale
