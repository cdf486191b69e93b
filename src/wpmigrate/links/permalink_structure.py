"""The permalink structure of a blog (`/%year%/%monthnum%/%postname%/`), read off one item and applied to another."""

from urllib.parse import unquote

from wpmigrate.model import Entry

_DATE_TAGS = ("%year%", "%monthnum%", "%day%")
"""WordPress's own tags (`WP_Rewrite::$rewritecode`), in the order in which addresses have them."""


def structure_of(entry: Entry, path: str) -> str:
    """The structure that gives `path` for `entry`; empty when its last segment is neither the slug nor the id."""
    folder, name = path.rstrip("/").rsplit("/", 1)
    last = _last_tag(entry, name)
    if not last:
        return ""
    tags = []
    dates = iter(zip(_DATE_TAGS, _date_values(entry), strict=False))
    expected = next(dates, None)
    for segment in folder.split("/"):
        if expected is not None and segment == expected[1]:
            tags.append(expected[0])
            expected = next(dates, None)
        else:
            tags.append(segment.replace("%", "%%"))
    return "/".join([*tags, last]) + ("/" if path.endswith("/") else "")


def build(structure: str, entry: Entry, slug: str) -> str:
    """The path of `entry` in a structure; empty when it lacks what the structure asks for (a date, an id)."""
    values = dict(zip(_DATE_TAGS, _date_values(entry), strict=False))
    values["%postname%"] = slug
    if entry.post_id is not None:
        values["%post_id%"] = str(entry.post_id)
    segments = []
    for segment in structure.split("/"):
        tag, dot, extension = segment.partition("%.")
        name = f"{tag}%" if dot else segment
        if name.startswith("%") and not name.startswith("%%"):
            if name not in values:
                return ""
            segments.append(values[name] + (f".{extension}" if dot else ""))
        else:
            segments.append(segment.replace("%%", "%"))
    return "/".join(segments)


def _last_tag(entry: Entry, name: str) -> str:
    """The tag of the last segment, with its extension; empty when it is made of something else."""
    stem, dot, extension = name.rpartition(".") if name.endswith((".html", ".htm", ".php")) else (name, "", "")
    stem = unquote(stem, errors="ignore").lower()
    ending = f".{extension}" if dot else ""
    if entry.slug and stem == unquote(entry.slug, errors="ignore").lower():
        return f"%postname%{ending}"
    return f"%post_id%{ending}" if stem == str(entry.post_id) else ""


def _date_values(entry: Entry) -> tuple[str, ...]:
    """Year, month and day as addresses write them; nothing for an undated item."""
    if entry.date is None:
        return ()
    return (f"{entry.date.year:04}", f"{entry.date.month:02}", f"{entry.date.day:02}")
