"""WordPress's footnotes: marks in the text, the notes as JSON in the post meta `footnotes`."""

import json
import re

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.scene import Scene

_MARK = re.compile(r'<sup\b[^<>]*?\bdata-fn="([^"<>]+)"[^<>]*>\s*(?:<a\b[^<>]*>)?([^<>]*)(?:</a>)?\s*</sup>')


def mark_footnotes(html: str, scene: Scene) -> str:
    """The HTML with the marks of core footnotes in the footnote vocabulary; the notes go to the scene."""
    if "data-fn=" not in html:
        return html
    notes = _notes(scene.body.meta.get("footnotes", ""))
    keys: dict[str, str] = {}

    def mark(found: re.Match[str]) -> str:
        name = found[1]
        if name not in keys:
            if name not in notes:
                scene.gather("WXR523", name, near=name)
                return f"<sup>{found[2]}</sup>"
            keys[name] = scene.add_footnote(notes[name])
        return pieces.footnote_mark(keys[name], found[2].strip())

    html = _MARK.sub(mark, html)
    for name, note in notes.items():
        if name not in keys:  # without a mark, and shown by WordPress nevertheless
            scene.add_footnote(note)
    return html


def _notes(source: str) -> dict[str, str]:
    """The notes by id; meta of old exports may carry backslashes before the quotes."""
    for text in (source, source.replace('\\"', '"')):
        try:
            rows = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(rows, list):
            return {
                str(row["id"]): str(row.get("content", "")) for row in rows if isinstance(row, dict) and "id" in row
            }
    return {}
