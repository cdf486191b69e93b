"""Front matter: fields in, YAML, TOML or JSON out."""

from collections.abc import Callable, Mapping

from .json_form import render_json
from .quoted import escape_unprintable
from .toml_form import render_toml, toml_value
from .value import Form, Value, iso_datetime
from .yaml_form import render_yaml

__all__ = ["FORMS", "Form", "Value", "escape_unprintable", "iso_datetime", "render", "toml_value"]

FORMS: dict[Form, Callable[[Mapping[str, Value]], str]] = {
    "yaml": render_yaml,
    "toml": render_toml,
    "json": render_json,
}
"""Every form of front matter, and its writer."""


def render(fields: Mapping[str, Value], form: Form) -> str:
    """The whole block of front matter with its fences (`---`, `+++`, or a JSON object) and a trailing newline.

    Fields keep their order (in TOML those that are mappings come last, as TOML asks). None is left out, in mappings
    and in lists. What is written reads back equal; two things no form can say are rounded: a lone surrogate becomes
    U+FFFD, and an offset from UTC is rounded to whole minutes (the wall time stays). JSON has dates as ISO 8601 text.

    Raises ValueError for a value nested deeper than `MAX_DEPTH` and, in JSON, for a number that is not finite.
    """
    return FORMS[form](fields)
