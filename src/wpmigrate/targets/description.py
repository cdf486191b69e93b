"""What a target carries and how, in words: for `wpmigrate targets NAME` and for its page of the documentation."""

from collections.abc import Iterator

from wpmigrate.links import UPLOADS

from .fields import FIELDS
from .target import Target


def target_facts(target: Target) -> list[tuple[str, str]]:
    """(what, how) of a target, each a plain text; code stands between backticks."""
    facts = [("Markdown", f"the dialect `{target.dialect}`"), ("Links within the site", _LINKS[target.links])]
    if target.layout != "files":
        return [("File", f"`{target.document}`"), *facts[1:]]
    facts += [("Drafts", target.drafts)]
    facts += [("Comments", f"`{target.comments}`" if target.comments else "`.comments.json` beside the item")]
    if target.templates:
        switch = target.plain_switch
        how = f"the front matter says `{switch[0]}`" if switch else "escaped in the text, code with them as HTML"
        facts.append(("Marks of its template language", how))
    facts.append(("Old files", f"`wp-content/uploads` belongs to `{uploads_of(target)}`"))
    facts += [("Former addresses", target.redirects)] if target.redirects else []
    facts += [("Its own addresses", _own(target))] if target.own_addresses else []
    scaffold = target.scaffold
    if scaffold is not None:
        facts += [
            ("Install", f"`{scaffold.install}`"),
            ("Build", f"`{scaffold.build}`"),
            ("Look", f"`{scaffold.serve}`"),
        ]
        facts += [("Built site", f"`{scaffold.public}/`"), ("Feed", f"`{scaffold.feed}`")]
    return facts


def _own(target: Target) -> str:
    """The addresses that no item gets, and the signs that none holds."""
    own = ", ".join(f"`{address}`" for address in (*target.own_addresses, *target.own_places))
    signs = "".join(f", any with `{sign}`" for sign in target.unfit_signs)
    return f"{own}{signs}: an item there moves (WXR810); `*` is a number"


def uploads_of(target: Target, uploads: str = UPLOADS) -> str:
    """Where a copy of the old `uploads` belongs to, below the output folder."""
    return "/".join([*(part for part in target.media.split("/") if part not in ("", ".")), uploads])


_LINKS = {
    "permalink": "the address from the site's root",
    "file": "from file to file",
    "keep": "as they are",
}


def target_keys(target: Target) -> list[tuple[str, str]]:
    """(key of the front matter, field) in their order; nothing for a target without front matter."""
    if target.layout != "files":
        return []
    if not target.keys:
        return [(name, name) for name in FIELDS]
    return [(key.name or "one a taxonomy", key.field.partition(".")[0]) for key in target.keys]


def target_lines(target: Target) -> Iterator[str]:
    """The target for a console."""
    yield f"{target.name}: {target.summary}"
    for what, how in target_facts(target):
        yield f"  {what}: {how.replace('`', '')}"
    for kind, path in target.paths.items():
        yield f"  Path, {kind}: {path}"
    for sentence in target.cannot:
        yield f"  Not carried: {sentence}"
