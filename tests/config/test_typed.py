"""Options from Python that are not what their annotations say are refused; lists and sets are taken."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from wpmigrate.api import convert, validate
from wpmigrate.config import ConvertOptions, FieldOptions, Selection, ValidateOptions, options_of
from wpmigrate.errors import UsageError
from wpmigrate.repair import RepairOptions, repair
from wpmigrate.verify import VerifyOptions, verify


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"links": "files"},
            "ConvertOptions.links cannot be 'files'. It is one of 'permalink', 'file', 'keep' or None.",
        ),
        ({"strict": "no"}, "ConvertOptions.strict cannot be 'no'. It is True or False."),
        ({"wrap": True}, "ConvertOptions.wrap cannot be True. It is a whole number, not below 0 or None."),
        ({"selection": Selection(limit=-1)}, "Selection.limit cannot be -1."),
        ({"selection": Selection(since=datetime(2020, 1, 1))}, "It is a datetime.date or None."),  # noqa: DTZ001
        ({"to": None}, "ConvertOptions.to cannot be None. It is a text."),
        ({"plugins": "x.py"}, "ConvertOptions.plugins cannot be 'x.py'. It is a tuple, each a text."),
        (
            {"redirects": (("csv",),)},
            "ConvertOptions.redirects cannot be (('csv',),). It is a tuple, each (a text, a text).",
        ),
        ({"shortcodes": {"ad": "drop"}}, "It is a tuple, each (a text, a text)."),
        ({"selection": {}}, "ConvertOptions.selection cannot be {}. It is a Selection."),
        ({"selection": Selection(types="post")}, "Selection.types cannot be 'post'. It is a frozenset, each a text."),  # type: ignore[arg-type]
        ({"terms": (1,)}, "It is a tuple, each a TermRule."),
        ({"fields": FieldOptions(form="xml")}, "FieldOptions.form cannot be 'xml'."),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_meant(given: dict[str, Any], sentence: str) -> None:
    """One sentence names the field, the value and what it is."""
    with pytest.raises(UsageError) as raised:
        options_of(ConvertOptions, ConvertOptions(**given))
    assert sentence in str(raised.value)


def test_lists_and_sets_are_taken() -> None:
    """As what they stand for; the options that were given stay as they are."""
    selection = Selection(types={"post"}, tags=["a"])  # type: ignore[arg-type]
    given = ConvertOptions(redirects=[["csv", ""]], selection=selection)  # type: ignore[arg-type]
    taken = options_of(ConvertOptions, given)
    assert taken.redirects == (("csv", ""),)
    assert taken.selection == Selection(types=frozenset({"post"}), tags=frozenset({"a"}))
    assert given.redirects == [["csv", ""]]  # type: ignore[comparison-overlap]


def test_a_function_for_a_shortcode() -> None:
    """Where functions are meant they are taken."""
    options = VerifyOptions(shortcodes=(("a", lambda attributes, content: content),))
    assert options_of(VerifyOptions, options) == options


@pytest.mark.parametrize("kind", [ConvertOptions, ValidateOptions, VerifyOptions, RepairOptions])
def test_defaults(kind: type[Any]) -> None:
    """Every default is what its annotation says; None are the defaults."""
    assert options_of(kind, kind()) == options_of(kind, None) == kind()


@pytest.mark.parametrize(
    "run",
    [
        lambda options: convert("absent.xml", "out", options),
        lambda options: validate("absent.xml", options),
        lambda options: repair("absent.xml", "out", options),
        lambda options: verify("absent.xml", "out", options),
    ],
)
@pytest.mark.parametrize("options", [{"to": "hugo"}, "hugo"])
def test_every_function_checks(run: Callable[[Any], Any], options: Any) -> None:
    """What are no options is refused first."""
    with pytest.raises(UsageError, match="the options are no"):
        run(options)


@pytest.mark.parametrize("given", [{"redirects": (("nope", ""),)}, {"comments_format": "nope"}])
def test_unknown_formats(given: dict[str, Any]) -> None:
    """A format that does not exist is refused before anything is read."""
    with pytest.raises(UsageError, match="does not know 'nope'"):
        convert("absent.xml", "out", ConvertOptions(**given))
