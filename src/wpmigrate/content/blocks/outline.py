"""The top level of a text whose blocks nest as they should, in one pass and without a tree.

Most blocks are shown as they stand: of these only the delimiters go. The others are found here, and read by themselves.
"""

from collections.abc import Callable, Container

from .grammar import usual_delimiters


def outline(text: str, static: Container[str], loose: Callable[[str], str]) -> list[str | slice] | None:
    """What to write, in order: HTML, or the place of a block that has to be shown; None where blocks nest badly.

    `static` are the names of blocks whose content stays as it is, `loose` shows text outside of blocks.
    """
    delimiters = usual_delimiters(text)
    if delimiters is None:
        return None
    out: list[str | slice] = []
    stack: list[str] = []
    is_static = True
    at = start = first = 0
    for found in delimiters:
        begin, end = found.span()
        closes, name, is_void = found.group(1, 2, 4)
        if begin > at:
            out.append(text[at:begin] if stack else loose(text[at:begin]))
        at = end
        if not stack:
            start, first, is_static = begin, len(out), True
        if is_void:
            is_static = is_static and name in static
        elif not closes:
            is_static = is_static and name in static
            stack.append(name)
        elif not stack or stack.pop() != name:
            return None
        if not stack and not is_static:
            out[first:] = [slice(start, end)]
    out.append(loose(text[at:]))
    return None if stack else out
