"""Scaffolds: the files that make a folder a site of its generator, filled with what the export says of the site.

They lie in `scaffolds/<target>/`, as the generator wants them. Those named `….in` lose that ending and have `@name@`
filled in, written as the language of the file writes a value; a line whose value is nothing is left out.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from urllib.parse import quote

from wpmigrate import frontmatter

from .description import uploads_of
from .record import RecordValue
from .site_view import SiteView
from .target import Target

_PLACE = re.compile(r"@([a-z_]+)@")
_FILLED = ".in"
_HIDDEN = "dot-"
"""How names begin in the package for those that begin with a dot in the site: packaging passes hidden files over."""

_LANGUAGES: Mapping[str, Callable[[RecordValue], str]] = {
    ".toml": frontmatter.toml_value,
    ".py": repr,
}
"""How a value is written, by the ending of the file; in all others as JSON, which YAML and JavaScript read too."""


_COMMENTS = {
    "cs": "Komentáře",
    "da": "Kommentarer",
    "de": "Kommentare",
    "es": "Comentarios",
    "fi": "Kommentit",
    "fr": "Commentaires",
    "it": "Commenti",
    "ja": "コメント",
    "nb": "Kommentarer",
    "nl": "Reacties",
    "nn": "Kommentarar",
    "pl": "Komentarze",
    "pt": "Comentários",
    "ru": "Комментарии",
    "sv": "Kommentarer",
    "zh": "评论",
}
"""The one word that pages show, by language."""


def comments_word(site: SiteView) -> str:
    """The heading of comments in the language of the site."""
    return _COMMENTS.get(site.short_language, "Comments")


def scaffold_files(target: Target, site: SiteView) -> list[tuple[str, bytes]]:
    """(path, bytes) of each file of the target's scaffold; nothing for a target without one."""
    scaffold = target.scaffold
    if scaffold is None:
        return []
    values = _values(site) | dict(scaffold.values(site) if scaffold.values else {})
    root = files("wpmigrate.targets") / "scaffolds"
    found = dict(_filled(root / target.name, values))
    if scaffold.style:
        found[scaffold.style] = (root / "style.css").read_bytes()
    if scaffold.files is not None:
        found.update(scaffold.files(site))
    found["README.md"] = _readme(target, site).encode("utf-8", "backslashreplace")
    return sorted(found.items())


def _values(site: SiteView) -> dict[str, RecordValue]:
    """What every scaffold may ask for."""
    return {
        "title": site.title or "Blog",
        "description": site.description or None,
        "description_text": site.description,
        "language": site.language,
        "short_language": site.short_language,
        "base_url": site.base_url,
        "origin": site.base_url.rstrip("/"),
        "time_zone": site.time_zone,
        "list_path": site.list_path,
        "list_title": site.list_title or None,
        "list_title_text": site.list_title,
        "files_folder": site.uploads.rpartition("/")[0],
        "comments_word": comments_word(site),
        "taxonomies": list(site.taxonomies),
        "undated": [{"path": quote(item.path), "title": item.title or item.id} for item in site.undated_posts],
    }


def _filled(folder: Traversable, values: Mapping[str, RecordValue]) -> Iterator[tuple[str, bytes]]:
    """The files of a folder of the package, by their paths in the site."""
    for path, file in _walk(folder, ""):
        if path.endswith(_FILLED):
            name = path.removesuffix(_FILLED)
            yield name, _fill(file.read_text("utf-8"), name, values).encode("utf-8", "backslashreplace")
        else:
            yield path, file.read_bytes()


def _walk(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """Every file below a folder."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = "." + entry.name.removeprefix(_HIDDEN) if entry.name.startswith(_HIDDEN) else entry.name
        if entry.is_dir():
            yield from _walk(entry, f"{above}{name}/")
        else:
            yield above + name, entry


def _fill(text: str, name: str, values: Mapping[str, RecordValue]) -> str:
    """The text with its places filled in; raises KeyError for a place that nothing fills."""
    write = _LANGUAGES.get(name[name.rfind(".") :], _json)
    lines = []
    for line in text.splitlines(keepends=True):
        wanted = _PLACE.findall(line)
        if not any(values[place] is None for place in wanted):
            lines.append(_PLACE.sub(lambda found: write(values[found[1]]), line) if wanted else line)
    return "".join(lines)


def _json(value: RecordValue) -> str:
    """JSON, with nothing in it that ends a script or a line of YAML."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[<\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _readme(target: Target, site: SiteView) -> str:
    """How to build and serve, for whoever finds the folder."""
    scaffold = target.scaffold
    assert scaffold is not None
    title = re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(site.title.split())) or "Blog"
    commands = "".join(
        f"\n{what}:\n\n```sh\n{command}\n```\n"
        for what, command in (
            (f"Get {scaffold.generator}, once", scaffold.install),
            (f"Build the site into `{scaffold.public}/`", scaffold.build),
            ("Look at it while you write", scaffold.serve),
        )
    )
    made = f"This folder is a site for {scaffold.generator}, made from a WordPress export by wpmigrate."
    return f"# {title}\n\n{made}\n{commands}\n{_pictures(target, site)}"


def _pictures(target: Target, site: SiteView) -> str:
    """Where pictures are, and what has to be done before the old site goes."""
    uploads = uploads_of(target, site.uploads)
    return (
        f"Pictures and other files are not in an export: before the old site goes, copy its `{site.uploads}` to\n"
        f"`{uploads}`. Converted with `--local-media`, posts name them there. Without it they name the old addresses,\n"
        f"which lead to the copy once this site stands at {site.base_url}.\n"
    )
