"""The table of all codes, in code order, and the one way to make a diagnostic."""

from .codes import (
    bytes_and_encoding,
    comparison,
    content,
    fields,
    kind_of_file,
    links_and_media,
    names,
    output,
    refused,
    saved_posts,
    values,
    xml,
)
from .diagnostic import Code, Diagnostic

CATALOGUE: dict[str, Code] = {
    row.code: row
    for hundred in (
        refused.CODES,
        bytes_and_encoding.CODES,
        xml.CODES,
        kind_of_file.CODES,
        values.CODES,
        comparison.CODES,
        fields.CODES,
        saved_posts.CODES,
        content.CODES,
        links_and_media.CODES,
        names.CODES,
        output.CODES,
    )
    for row in hundred
}
"""Every code by its `WXR###`; append-only."""


def diagnose(
    code: str, *, file: str = "", line: int | None = None, item: str = "", near: str = "", **values: object
) -> Diagnostic:
    """A diagnostic of `code` whose sentence is filled from `values`; raises KeyError for an unknown code or slot."""
    row = CATALOGUE[code]
    if "|" in row.sentence:
        values = {name: _Counted(value) if isinstance(value, int) else value for name, value in values.items()}
    return Diagnostic(code, row.sentence.format(**values), row.severity, file, line, item=item, near=near)


class _Counted(int):
    """A number that chooses the words that go with it: `{number:item is|items are}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """The words before the bar for 1, those after it for any other number; without a bar the number."""
        one, bar, more = spec.partition("|")
        return (one if self == 1 else more) if bar else super().__format__(spec)
