"""Options that a program gives are what their annotations say: refused in one sentence, not where they first do harm."""

from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from wpmigrate.errors import UsageError

Options = TypeVar("Options")


def options_of(kind: type[Options], given: Options | None) -> Options:
    """The options that were given, lists made tuples and sets frozen ones; defaults for None.

    Raises UsageError for what is not of the `kind`, and for a field whose value is not what its annotation says.
    """
    if given is None:
        return kind()
    if not isinstance(given, kind):
        raise UsageError(f"the options are no {kind.__name__}", advice=f"Give {kind.__name__}(name=value, …) or None.")
    checked: Options = _checked(given)
    return checked


def _checked(options: Any) -> Any:
    kind: Any = type(options)
    values = {}
    for name, annotation in _annotations(kind).items():
        value = _frozen(getattr(options, name), annotation)
        if not _fits(value, annotation):
            raise UsageError(f"{kind.__name__}.{name} cannot be {value!r}", advice=f"It is {_phrase(annotation)}.")
        values[name] = _checked(value) if is_dataclass(value) else value
    return replace(options, **values)


@lru_cache
def _annotations(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _frozen(value: Any, annotation: Any) -> Any:
    """A list where a tuple is meant and a set where a frozen one is, as such."""
    origin = get_origin(annotation)
    if origin is tuple and isinstance(value, list | tuple):
        inner = _inner(value, get_args(annotation))
        return tuple(map(_frozen, value, inner)) if len(inner) == len(value) else value
    if origin is frozenset and isinstance(value, set | list | tuple) and all(isinstance(one, str) for one in value):
        return frozenset(value)
    return value


def _fits(value: Any, annotation: Any) -> bool:
    """Whether a value is what an annotation says: a truth value is no number here, a moment no day, no number below 0."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return any(value == part and type(value) is type(part) for part in parts)
    if origin in (Union, UnionType):
        return any(_fits(value, part) for part in parts)
    if origin in (tuple, frozenset, list):
        inner = _inner(value, parts) if isinstance(value, origin) else ()
        return isinstance(value, origin) and len(inner) == len(value) and all(map(_fits, value, inner))
    if origin is Callable:
        return callable(value)
    if not isinstance(value, annotation) or isinstance(value, _NOT_MEANT.get(annotation, ())):
        return False
    return annotation is not int or value >= 0


def _inner(value: Collection[Any], parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """The annotation of each part of a collection."""
    is_uniform = len(parts) == 1 or parts[-1] is Ellipsis
    return (parts[0],) * len(value) if is_uniform else parts


_WORDS = {
    str: "a text",
    bool: "True or False",
    int: "a whole number, not below 0",
    date: "a datetime.date",
    NoneType: "None",
}
#: Kinds that Python takes for others, which have another meaning here.
_NOT_MEANT: dict[Any, type] = {int: bool, date: datetime}


def _phrase(annotation: Any) -> str:
    """An annotation in words."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if annotation in _WORDS:
        return _WORDS[annotation]
    if origin is Literal:
        return "one of " + ", ".join(map(repr, parts))
    if origin in (Union, UnionType):
        return " or ".join(map(_phrase, parts))
    if origin is tuple and parts[-1] is not Ellipsis:
        return f"({', '.join(map(_phrase, parts))})"
    if origin in (tuple, frozenset, list):
        return f"a {origin.__name__}, each {_phrase(parts[0])}"
    return "a function" if origin is Callable else f"a {annotation.__name__}"
