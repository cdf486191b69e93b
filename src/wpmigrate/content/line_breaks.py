"""`<br />` for the single line ends of a text (the last part of `wpautop()`), in linear time."""

import re

_BREAK = "<br />"
_WHITE = " \t\n\r\f\v"
#: Elements whose line ends mean nothing, as WordPress holds them back.
_OPENS_HELD = re.compile(r"<(?:script|style|svg|math)")
#: Line ends that need a closer look: after white space, or after a break.
_ODD = (" \n", "\n\n", "\t\n", "<br />\n", "\f", "\v")
_HELD_NEWLINE = "<WPPreserveNewline />"


def add_line_breaks(html: str) -> str:
    """The HTML with `<br />` before each line end that has none; white space before it goes."""
    holds = _OPENS_HELD.search(html) is not None
    if holds:
        html = _hold(html)
    html = break_lines(html)
    return html.replace(_HELD_NEWLINE, "\n") if holds else html


def break_lines(html: str) -> str:
    """As `add_line_breaks`, of HTML without scripts, styles and drawings."""
    if not any(odd in html for odd in _ODD):
        return html.replace("\n", "<br />\n")
    lines = html.split("\n")
    out = [lines[0]]
    for line in lines[1:]:
        before = out[-1]
        bare = before.rstrip(_WHITE)
        if not line.strip(_WHITE) and line is not lines[-1]:
            # a run of white space with several line ends counts once
            out[-1] = before + "\n" + line
            continue
        if not bare.endswith(_BREAK):
            out[-1] = bare + _BREAK
        elif bare != before:
            # WordPress looks at the one character before the run only, hence keeps it and adds a second break
            out[-1] = before[: len(bare) + 1] + _BREAK
        out.append(line)
    return "\n".join(out)


def _hold(html: str) -> str:
    """Line ends inside scripts, styles and drawings turned into a mark; unclosed ones are left."""
    pieces: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while (opener := _OPENS_HELD.search(html, at)) is not None:
        name = opener[0][1:]
        end = -1 if name in unclosed else html.find(f"</{name}>", opener.end())
        if end < 0:
            unclosed.add(name)
            end = opener.end()
            pieces.append(html[at:end])
        else:
            end += len(name) + 3
            pieces += (html[at : opener.start()], html[opener.start() : end].replace("\n", _HELD_NEWLINE))
        at = end
    return "".join(pieces) + html[at:]
