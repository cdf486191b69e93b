"""Front matter reads back equal with four independent parsers."""

import json
import math
import random
import string
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from wpmigrate.frontmatter import Form, Value, render


def _inside(block: str, fence: str) -> str:
    lines = block.split("\n")
    assert lines[0] == fence
    assert lines[-2:] == [fence, ""]
    assert not any(line.rstrip() in ("---", "...", "+++") for line in lines[1:-2])
    return "\n".join(lines[1:-2]) + "\n"


def _pyyaml(fields: Mapping[str, Value]) -> Any:
    return yaml.safe_load(_inside(render(fields, "yaml"), "---"))


def _ruamel(fields: Mapping[str, Value]) -> Any:
    return YAML(typ="safe", pure=True).load(_inside(render(fields, "yaml"), "---"))


def _tomllib(fields: Mapping[str, Value]) -> Any:
    return tomllib.loads(_inside(render(fields, "toml"), "+++"))


def _json(fields: Mapping[str, Value]) -> Any:
    block = render(fields, "json")
    assert block.startswith("{")
    assert block.endswith("}\n")
    return json.loads(block)


PARSERS: dict[str, Callable[[Mapping[str, Value]], Any]] = {
    "YAML 1.1": _pyyaml,
    "YAML 1.2": _ruamel,
    "TOML": _tomllib,
    "JSON": _json,
}

HOSTILE_PARTS = json.loads((Path(__file__).parents[2] / "fixtures/frontmatter/hostile.json").read_text("ascii"))
WORDS: list[str] = HOSTILE_PARTS["words"]
PHRASES: list[str] = [*HOSTILE_PARTS["phrases"], "x" * 5000, "word " * 400 + "end", "å" * 2000, "a: " * 500]
EDGES: list[str] = HOSTILE_PARTS["edges"]


def _hostile() -> list[str]:
    """Every word in three cases and between every two edges, the phrases, one text a character of the first planes."""
    words = [form for word in WORDS for form in (word, word.upper(), word.title())]
    edged = [before + word + after for word, (before, after) in product(WORDS[:24], product(EDGES, EDGES))]
    characters = [chr(number) for number in (*range(0x300), *range(0x2000, 0x2070), 0xFEFF, 0xFFFE, 0xFFFF, 0x1F600)]
    around = [f"a{character}b" for character in characters]
    rng = random.Random(20101215)
    soup = ["".join(rng.choices(string.punctuation + " ab1\n", k=rng.randint(1, 12))) for _ in range(1500)]
    return list(dict.fromkeys([*words, *PHRASES, *EDGES, *edged, *characters, *around, *soup]))


HOSTILE = _hostile()


@pytest.mark.parametrize("parser", PARSERS)
def test_hostile_texts_read_back(parser: str) -> None:
    """Thousands of texts that look like something else come back as they were: as value, list entry and key."""
    assert len(HOSTILE) > 5000
    read = PARSERS[parser]
    step = 100
    for start in range(0, len(HOSTILE), step):
        texts = HOSTILE[start : start + step]
        fields: dict[str, Value] = {
            "list": texts,
            "nested": {"deep": [{"text": text, "again": [text]} for text in texts]},
            "keys": dict.fromkeys(texts, 1),
            **{f"f{number}": text for number, text in enumerate(texts)},
        }
        assert read(fields) == fields


@pytest.mark.parametrize("parser", PARSERS)
def test_one_field_alone_reads_back(parser: str) -> None:
    """A hostile text is safe as the only value of a block too."""
    for text in HOSTILE[::7]:
        assert PARSERS[parser]({"title": text}) == {"title": text}


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    TEXT | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=250)
@given(st.dictionaries(TEXT, VALUES, max_size=6))
def test_any_fields_read_back(fields: dict[str, Value]) -> None:
    """Any nesting of any texts and numbers comes back equal from all four parsers, and of the same types."""
    for name, read in PARSERS.items():
        found = read(fields)
        assert found == fields, name
        if name != "TOML":  # in which sections come last
            assert repr(found) == repr(fields), name


OFFSETS = [timezone(timedelta(minutes=minutes)) for minutes in (-720, -270, -210, -30, 0, 30, 60, 345, 525, 840)]
MOMENTS = [
    moment.replace(tzinfo=zone)
    for moment in (datetime(2010, 12, 1, 0, 30), datetime(1969, 2, 28, 23, 59, 59, 1), datetime(9999, 1, 1))  # noqa: DTZ001  the zone follows
    for zone in OFFSETS
]


@pytest.mark.parametrize("parser", ["YAML 1.1", "YAML 1.2", "TOML"])
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_datetimes_read_back(parser: str, moment: datetime) -> None:
    """A date with its offset is the same instant and the same wall time again, all zones, years far off."""
    found = PARSERS[parser]({"date": moment, "dates": [moment]})
    for value in (found["date"], found["dates"][0]):
        assert isinstance(value, datetime)
        assert value.tzinfo is not None
        assert value == moment
        assert value.replace(tzinfo=None) == moment.replace(tzinfo=None)


@pytest.mark.parametrize("parser", ["YAML 1.1", "YAML 1.2", "TOML"])
def test_naive_datetimes_and_dates_read_back(parser: str) -> None:
    """A date without an offset gets none, a bare day stays a day."""
    fields: dict[str, Value] = {"local": datetime(2010, 3, 28, 2, 30), "day": date(2010, 12, 15)}  # noqa: DTZ001  that is the case
    found = PARSERS[parser](fields)
    assert found == fields
    assert type(found["day"]) is date


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_offsets_with_seconds_are_rounded(form: Form) -> None:
    """Local mean time of before 1900 keeps its wall time; its offset is rounded to minutes."""
    moment = datetime(1878, 1, 1, 12, tzinfo=timezone(timedelta(hours=1, minutes=12, seconds=12)))
    assert "1878-01-01T12:00:00+01:12" in render({"date": moment}, form)
    far = moment.replace(tzinfo=timezone(timedelta(hours=23, minutes=59, seconds=59)))
    assert "+23:59" in render({"date": far}, form)


@pytest.mark.parametrize("parser", PARSERS)
def test_none_is_left_out(parser: str) -> None:
    """TOML has no null, so no form gets one: not in mappings, not in lists, not below."""
    fields: dict[str, Value] = {"a": None, "b": [None, 1, None], "c": {"d": None}, "e": [{"f": None}], "g": [[None]]}
    assert PARSERS[parser](fields) == {"b": [1], "c": {}, "e": [{}], "g": [[]]}


@pytest.mark.parametrize("parser", PARSERS)
def test_nothing_reads_back_as_no_fields(parser: str) -> None:
    """An empty block is an empty mapping, not null."""
    assert PARSERS[parser]({}) == {}


@pytest.mark.parametrize("parser", ["YAML 1.1", "YAML 1.2", "TOML"])
def test_infinite_numbers_read_back(parser: str) -> None:
    """Infinity and nan have a form where the format has one."""
    found = PARSERS[parser]({"a": math.inf, "b": -math.inf, "c": math.nan})
    assert found["a"] == math.inf
    assert found["b"] == -math.inf
    assert math.isnan(found["c"])


def test_json_refuses_infinite_numbers() -> None:
    """JSON has none."""
    with pytest.raises(ValueError, match="not finite"):
        render({"a": math.inf}, "json")


class _Word(StrEnum):
    YES = "yes"


class _Number(IntEnum):
    THREE = 3


@pytest.mark.parametrize("parser", PARSERS)
def test_subclasses_are_written_as_their_values(parser: str) -> None:
    """A StrEnum is its text, an IntEnum its number, a tuple a list."""
    assert PARSERS[parser]({"a": _Word.YES, "b": _Number.THREE, "c": (1, "2")}) == {"a": "yes", "b": 3, "c": [1, "2"]}


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_lone_surrogates_become_replacement_characters(form: Form) -> None:
    """What no file can hold and TOML refuses even escaped is U+FFFD."""
    block = render({"a": "x\ud800y"}, form)
    assert "x\ufffdy" in block
    block.encode()


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_nesting_is_limited(form: Form) -> None:
    """Forty levels are written; ten thousand are a ValueError and not a crash."""

    def nested(levels: int) -> Value:
        value: Value = "x"
        for level in range(levels):
            value = {"a": value} if level % 2 else [value]
        return value

    assert "x" in render({"a": nested(40)}, form)
    with pytest.raises(ValueError, match="nested deeper"):
        render({"a": nested(10_000)}, form)


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_no_invisible_characters_stand_raw(form: Form) -> None:
    """Control characters, separators, bidi overrides and BOMs are escaped wherever they come from."""
    block = render({"a": "".join(HOSTILE), "".join(PHRASES): "b"}, form)
    bad = {
        *map(chr, range(0x20)),
        *map(chr, range(0x7F, 0xA0)),
        *"\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff",
    }
    assert set(block) & bad == {"\n"}


def test_utc_is_an_offset_too() -> None:
    """UTC is written as +00:00, which every generator reads."""
    assert "date: 2010-12-15T00:30:00+00:00\n" in render({"date": datetime(2010, 12, 15, 0, 30, tzinfo=UTC)}, "yaml")
