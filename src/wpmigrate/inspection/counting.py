"""Events of the reader → counts, while they pass."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.api.indexing import Event
from wpmigrate.config.policy import INTERNAL_TYPES
from wpmigrate.model import Comment, Item, Site
from wpmigrate.model.entry import PUBLIC_STATUSES

from .bodies import Markup, blocks_of, host_of, kind_of_link, shortcodes_of, words_of
from .languages import language_of
from .tally import Large, Tally, bump

_STATES = {"1": "approved", "0": "pending", "hold": "pending", "": "pending"}
_WORDS_LOOKED_AT = 300
_KINDS = {
    "image": ".jpg .jpeg .jpe .png .gif .webp .avif .bmp .svg .ico .heic .tif .tiff",
    "audio": ".mp3 .m4a .ogg .oga .wav .flac .aac .wma .mid",
    "video": ".mp4 .m4v .mov .avi .wmv .mpg .mpeg .ogv .webm .3gp .flv .mkv",
    "document": ".pdf .doc .docx .odt .rtf .txt .md .xls .xlsx .ods .csv .ppt .pptx .odp .epub .pages .key",
    "archive": ".zip .gz .tar .rar .7z .bz2 .tgz",
}
"""Kinds of files by the endings of their names."""

_KIND_OF = {ending: kind for kind, endings in _KINDS.items() for ending in endings.split()}


def counted(events: Iterator[Event], tally: Tally) -> Iterator[Event]:
    """The same events; each item is counted as it passes."""
    home = ""
    for event in events:
        if isinstance(event, Site):
            home = host_of(event.url)
        elif isinstance(event, Item):
            _count_item(event, tally, home)
        yield event


def _count_item(item: Item, tally: Tally, home: str) -> None:
    tally.items += 1
    bump(tally.types, f"{item.type}\0{item.status}")
    if item.type == "attachment":
        _count_medium(item, tally)
    if item.type not in INTERNAL_TYPES:
        bump(tally.authors, item.creator)
        if item.date is None:
            tally.undated += 1
        else:
            bump(tally.months, item.date.strftime("%Y-%m"))
        for key in {meta.key for meta in item.meta if meta.key and meta.key[0] != "_"}:
            bump(tally.fields, key)
    for term in item.terms:
        bump(tally.terms, f"{term.taxonomy}\0{term.name}")
    if item.comments:
        tally.commented += 1
        for comment in item.comments:
            _count_comment(comment, tally)
    if item.content:
        _count_body(item, tally, home)


def _count_medium(item: Item, tally: Tally) -> None:
    address = item.attachment_url or item.guid
    name = address.partition("?")[0].lower().rpartition("/")[2]
    bump(tally.media_kinds, _KIND_OF.get("." + name.rpartition(".")[2], "other") if "." in name else "other")
    if not item.attachment_url:
        tally.media_without_address += 1
    bump(tally.media_hosts, host_of(address) or "(none)")


def _count_comment(comment: Comment, tally: Tally) -> None:
    bump(tally.comment_states, _STATES.get(comment.approved, comment.approved))
    bump(tally.comment_kinds, comment.kind)
    if comment.is_public and comment.date is not None:
        bump(tally.comment_months, comment.date.strftime("%Y-%m"))


def _count_body(item: Item, tally: Tally, home: str) -> None:
    text = item.content
    size = len(text)
    tally.characters += size
    tally.sizes[len(str(size))] += 1
    if item.status in PUBLIC_STATUSES and not item.password:
        tally.weigh(Large(size, -tally.items, item.id, item.type, item.title))
    tally.blocks.add(blocks_of(text))
    tally.shortcodes.add(shortcodes_of(text))
    markup = Markup(text)
    tally.tags.add(markup.tags)
    for name, number in markup.styles.items():
        bump(tally.styles, name, number)
    for address in markup.links:
        kind = kind_of_link(address, home)
        tally.links[kind] += 1
        if kind == "outside":
            bump(tally.link_hosts, host_of(address))
    hosts: Counter[str] = Counter(host_of(address) or "(relative)" for address in markup.pictures)
    for host, number in hosts.items():
        bump(tally.picture_hosts, host, number)
    if item.type not in INTERNAL_TYPES:
        tally.languages[language_of(words_of(text, _WORDS_LOOKED_AT))] += 1
