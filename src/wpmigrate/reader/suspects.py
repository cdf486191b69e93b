"""Characters that are valid XML and yet not what the author typed.

C1 controls, direction overrides, stray byte order marks, UTF-8 that was encoded twice: looked for only where a cheap
test says that they may be there.
"""

import re
from dataclasses import replace
from typing import Any

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Item

_C1 = re.compile("[\x80-\x9f]")
_OVERRIDES = ("\u202d", "\u202e")
_BOM = "\ufeff"
_CONTROLS = re.compile("[\x80-\x9f\u202d\u202e]")
_TABLE_1252 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}

# The characters that Windows-1252 and ISO-8859-1 give the bytes 0x80 to 0xBF.
_TAIL = "\x80-\xbf" + "".join(character for character in _TABLE_1252.values() if character)
_TWICE = re.compile(f"(?:[ÂÃ][{_TAIL}]|â[€‚][{_TAIL}]|ðŸ[{_TAIL}]{{2}})+")
_WORD_TWICE = re.compile(f"(?:[Â-ß][{_TAIL}]){{3}}|(?:[à-ï][{_TAIL}]{{2}}){{2}}")
"""Letters of other scripts than Latin stand together; one of them alone may be a letter before a quotation mark."""

_ALL_TWICE = re.compile(f"(?:[Â-ß][{_TAIL}]|[à-ï][{_TAIL}]{{2}}|ð[{_TAIL}]{{3}})+")

_OTHER_SCRIPTS = ("Ð", "Î", "×", "Ø", "à¸", "ã\x81", "ä¸", "ï¼", "ë‹", "ë\x8b")
"""What texts in Cyrillic, Greek, Hebrew, Arabic, Thai, Japanese, Chinese and Korean hold when they were encoded twice."""

_SIGNS = "ÐÎ×Ø¸¼‹\x81\x8b"
"""One character of each of these, the rarest in sound texts: found much quicker than two."""

_DONE = {
    (True, False): "read as Windows-1252",
    (False, True): "direction marks kept",
    (True, True): "read as Windows-1252, direction marks kept",
}

_ENDS, _OPEN = "’”»…–—", ("‘", "“", "«")
_SAMPLE = 40
_ONE_LINE = ("title", "slug", "link", "guid")
_TEXTS = ("title", "slug", "content", "excerpt")


def has_c1(raw: bytes) -> bool:
    """Whether a block of a file may hold C1 control characters."""
    return b"\xc2" in raw and (_C1_BYTES.search(raw) is not None or raw.endswith(b"\xc2"))


_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")


def check_item(item: Item, *, fix_mojibake: bool, look_for_c1: bool) -> tuple[Item, list[Diagnostic]]:
    """The item with what can be mended mended, and the findings (WXR124, 203, 204)."""
    if item.content.isascii() and item.title.isascii() and item.excerpt.isascii() and item.slug.isascii():
        return item, []
    changes: dict[str, Any] = {}
    findings: list[Diagnostic] = []
    for name in _ONE_LINE:
        text = getattr(item, name)
        if _BOM in text:
            changes[name] = _without_boms(text)
            line = _line_at(text, text.index(_BOM), _line_of(item, name))
            findings.append(diagnose("WXR204", line=line, where=name))
    for name in _TEXTS:
        text = changes.get(name, getattr(item, name))
        if text.isascii():
            continue
        read, found = check_text(text, name, _line_of(item, name), fix_mojibake=fix_mojibake, look_for_c1=look_for_c1)
        if found:
            changes[name] = read
            findings += found
    findings = [one.at(file=item.file, item=item.id) for one in findings]
    return (replace(item, **changes) if changes else item), findings


def _line_of(item: Item, name: str) -> int:
    return item.lines.get(name, item.line or 1)


def check_comments(item: Item, *, fix_mojibake: bool, look_for_c1: bool) -> tuple[Item, list[Diagnostic]]:
    """The item with what can be mended in its comments mended, and the findings (WXR124, 203)."""
    findings: list[Diagnostic] = []
    comments = list(item.comments)
    how = {"fix_mojibake": fix_mojibake, "look_for_c1": look_for_c1}
    for place, comment in enumerate(comments):
        if comment.content.isascii() and comment.author.isascii():
            continue
        author, in_author = check_text(comment.author, "wp:comment_author", comment.author_line or comment.line, **how)
        content, in_content = check_text(
            comment.content, "wp:comment_content", comment.content_line or comment.line, **how
        )
        if in_author or in_content:
            comments[place] = replace(comment, author=author, content=content)
            findings += [one.at(file=item.file, item=item.id) for one in in_author + in_content]
    return (replace(item, comments=tuple(comments)) if findings else item), findings


def check_text(
    text: str, where: str, line: int | None, *, fix_mojibake: bool, look_for_c1: bool
) -> tuple[str, list[Diagnostic]]:
    """A text that begins on `line`, in the field `where`, as it was meant, and what was found in it (WXR124, 203).

    Runs that read back as UTF-8 were encoded twice; they may hold C1 controls, and stay where they are not mended.
    """
    if text.isascii():
        return text, []
    found: list[Diagnostic] = []
    if _may_be_twice(text) and (runs := _runs(text)):
        first, back = runs[0]
        sample = f"“{first[0][:_SAMPLE]}” for “{back[:_SAMPLE]}”"
        at = _line_at(text, first.start(), line)
        found.append(diagnose("WXR124", line=at, number=len(runs), sample=sample))
        text = _read_runs(text) if fix_mojibake else text
    if (look_for_c1 and _C1.search(text)) or any(mark in text for mark in _OVERRIDES):
        first_control = _CONTROLS.search(text)
        read, number, done = _read_controls(text)
        if first_control and number:
            at = _line_at(text, first_control.start(), line)
            found.append(diagnose("WXR203", line=at, where=where, number=number, done=done))
        text = read
    return text, found


def mended_text(name: str, text: str, *, fix_mojibake: bool) -> str:
    """What `check_item` makes of the text of a field, named as in `Item`."""
    if name in _ONE_LINE and _BOM in text:
        text = _without_boms(text)
    return check_text(text, name, None, fix_mojibake=fix_mojibake, look_for_c1=True)[0] if name in _TEXTS else text


def _without_boms(text: str) -> str:
    """Fields that are compared hold no byte order marks; a body may hold them as zero-width blanks."""
    return text.replace(_BOM, "").strip()


def _read_controls(text: str) -> tuple[str, int, str]:
    """A text as it was meant, the number of characters that were found in it, and what was done to them.

    C1 controls are Windows-1252 that was read as ISO-8859-1; direction overrides are kept.
    """
    parts = _split(text)
    found = [character for part in parts[::2] for character in _CONTROLS.findall(part)]
    if not found:
        return text, 0, ""
    c1 = sum(character <= "\x9f" for character in found)
    parts[::2] = [part.translate(_TABLE_1252) for part in parts[::2]]
    return "".join(parts), len(found), _DONE[bool(c1), c1 < len(found)]


Run = tuple[re.Match[str], str]
"""Where text was encoded twice, and what it reads back as."""


def _twice_in(text: str) -> re.Pattern[str]:
    """What was encoded twice in a text: where words of another script were, single letters of it were too."""
    return _ALL_TWICE if _may_be_word(text) and _WORD_TWICE.search(text) else _TWICE


def _split(text: str) -> list[str]:
    """Parts of a text: every second one is a run that was encoded twice."""
    parts: list[str] = []
    position = 0
    for run in _twice_in(text).finditer(text):
        parts += (text[position : run.start()], run[0])
        position = run.end()
    return [*parts, text[position:]]


def _runs(text: str) -> list[Run]:
    """The runs of a text that read back; none where each may be the end of a word in capitals (`“MANHÃ”`)."""
    runs = [(run, back) for run in _twice_in(text).finditer(text) if (back := _read_back(run[0])) is not None]
    return [] if all(_may_be_end(text, run) for run, _ in runs) else runs


def _may_be_end(text: str, run: re.Match[str]) -> bool:
    """Whether a run is one capital letter and the sign behind a word that it ends."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    return len(run[0]) == 2 and run[0][1] in _ENDS and (before.isupper() or before in _OPEN) and not after.isalpha()


def _read_runs(text: str) -> str:
    return _twice_in(text).sub(lambda run: _read_back(run[0]) or run[0], text)


def _may_be_twice(text: str) -> bool:
    """Whether a text has the characters with which runs of `_TWICE` begin; single ones are found quickest."""
    return (
        "Ã" in text
        or "Â" in text
        or ("â" in text and ("€" in text or "‚" in text))
        or ("ð" in text and "Ÿ" in text)
        or _may_be_word(text)
    )


def _may_be_word(text: str) -> bool:
    for sign in _SIGNS:
        if sign in text:
            return any(start in text for start in _OTHER_SCRIPTS)
    return False


def _line_at(text: str, offset: int, first: int | None) -> int | None:
    """The line of an offset in a text that begins on `first`."""
    return first if first is None else first + text.count("\n", 0, offset)


def _read_back(run: str) -> str | None:
    """What UTF-8 makes of the bytes that a run was read from; None when they are no UTF-8."""
    raw = bytearray()
    for character in run:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            raw.append(ord(character))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
