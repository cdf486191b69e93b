"""One item: its body through content, links and markdown to a record, and the record to bytes. Runs in workers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from wpmigrate import content, links, markdown
from wpmigrate.comments import Page, threaded, threads_json
from wpmigrate.config import ConvertOptions
from wpmigrate.diagnostics import Diagnostic, diagnose, in_part
from wpmigrate.frontmatter import escape_unprintable
from wpmigrate.html import inner_html, parse_fragment, plain_text
from wpmigrate.links import Addresses, LinkOptions
from wpmigrate.markdown import DIALECTS, TEMPLATE_MARKS, MarkdownOptions, holds_marks
from wpmigrate.model import Comment, Entry, Item, SiteIndex
from wpmigrate.targets import Record, RecordValue, SiteView, Target, decoded

from .commenting import page_comment, page_of, path_of_comments
from .leaked_bylines import moved_bylines
from .places import in_body, in_text
from .plugins import ShortcodeRules, shortcode_functions
from .records import comments_of, record_of
from .surroundings import IndexSurroundings

_DEFECTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
"""What a defect of ours in one body raises: it costs that body its Markdown, not the run."""


def _failed(error: BaseException) -> Diagnostic:
    return diagnose("WXR531", reason=f"{type(error).__name__}: {error}", line=1)


@dataclass(slots=True)
class Converted:
    """What came of one item: the files to write (path, bytes), the findings, and what to count."""

    number: int
    files: list[tuple[str, bytes]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    shortcodes: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    #: The page with its comments, for a format of comments.
    page: Page | None = None


class _Fragment(NamedTuple):
    """A small text (excerpt, comment) as clean HTML and as Markdown, empty where none was asked for."""

    html: str
    markdown: str
    diagnostics: Sequence[Diagnostic] = ()


class _Small(NamedTuple):
    """A small text, its line in the file, and what findings call it."""

    text: str
    line: int | None
    name: str
    is_comment: bool = False


def _excerpt_of(item: Item) -> _Small:
    return _Small(item.excerpt, item.lines.get("excerpt"), "excerpt")


def _text_of(comment: Comment) -> _Small:
    return _Small(comment.content, comment.content_line or comment.line, f"comment {comment.id}", is_comment=True)


class Converter:
    """Converts items of one site, one at a time. Holds what is the same for all; keeps nothing of an item."""

    def __init__(
        self,
        index: SiteIndex,
        target: Target,
        options: ConvertOptions,
        *,
        all_forms: bool = False,
        site: SiteView | None = None,
    ) -> None:
        """Look-ups over the planned `index`. With `all_forms` records have HTML and plain text for every target.

        `site` is what targets need that write whole pages.
        """
        self._site = site
        self.index = index
        self.target = target
        self.options = options
        self._has_all_forms = all_forms or target.writes_pages or target.layout != "files"
        self._around = IndexSurroundings(index)
        self._files_known = links.KnownFiles(index.attachments.values())
        self._addresses = Addresses(index)
        self._has_files = any(entry.address.endswith(".html") for entry in index.entries if entry.skipped is None)
        self._links = LinkOptions(
            mode=options.links or target.links, local_media=options.local_media, media_folder=target.media
        )
        rules: ShortcodeRules = (*shortcode_functions(options.plugins), *options.shortcodes)
        self._content = content.ContentOptions(
            html=options.html,
            shortcodes=rules,
            site_hosts=self._addresses.hosts,
            sized_names=links.sized_names(index.attachments.values()),
        )
        self._marks = TEMPLATE_MARKS[target.templates]
        self._markdown = MarkdownOptions(
            dialect=DIALECTS[target.dialect],
            wrap=options.wrap,
            more=target.more,
            marks=() if target.plain_switch else self._marks,
        )
        has_own_files = target.layout == "files" and not target.writes_pages
        self._writes_comment_files = has_own_files and not options.comments_format
        self._comment_markdown = MarkdownOptions(dialect=DIALECTS["commonmark"]) if options.comments_format else None

    def convert(self, item: Item, entry: Entry) -> Converted:
        """The item's files and findings."""
        converted = Converted(entry.number)
        self._files(self._record(item, entry, converted), entry, converted)
        return converted

    def record(self, item: Item, entry: Entry) -> tuple[Record, list[Diagnostic]]:
        """The item's record and the findings, without any file."""
        converted = Converted(entry.number)
        return self._record(item, entry, converted), converted.diagnostics

    def check(self, item: Item, entry: Entry) -> list[Diagnostic]:
        """The findings about the item's body, excerpt and comments that `convert` would make, without writing anything."""
        converted = Converted(entry.number)
        try:
            self._rendered(item, entry, converted)
        except _DEFECTS as error:
            converted.diagnostics.append(_failed(error))
        found = [in_body(found, item, entry.id) for found in converted.diagnostics]
        for small in (_excerpt_of(item), *map(_text_of, item.approved_comments)):
            found += self._fragment(small, item, entry).diagnostics
        return found

    def _record(self, item: Item, entry: Entry, converted: Converted) -> Record:
        """The record. A defect of our own in one body costs that body its Markdown, not the run, and is named."""
        record = record_of(item, entry, self.index, self.options.fields.meta)
        record.file, record.site = entry.path or "", self._site
        record.is_among_files = self._has_files
        if self.options.local_media and record.featured_image:
            record.featured_image["url"] = self._local(str(record.featured_image["url"]), entry)
        record.aliases = [decoded(path) for path in self.index.former.get(entry.number, ())]
        try:
            self._body(item, entry, record, converted)
        except _DEFECTS as error:
            converted.diagnostics.append(_failed(error))
            record.html = record.markdown = record.text = item.content
        converted.diagnostics = [in_body(found, item, entry.id) for found in converted.diagnostics]
        if item.excerpt:
            excerpt = self._fragment(_excerpt_of(item), item, entry, self._markdown)
            record.excerpt = excerpt.markdown.strip()
            record.description = " ".join(plain_text(parse_fragment(excerpt.html.strip())).split())
            converted.diagnostics += excerpt.diagnostics
        if self.options.comments and item.comments:
            record.comments = self._comments(item, entry, converted)
        if self.options.raw:
            record.raw = item.content
        if self.target.takes_item:
            record.item = item
        return record

    def _local(self, url: str, entry: Entry) -> str:
        """The address of a file in the new site's copy."""
        from_file = self._links.mode == "file"
        return links.local_address(url, entry, self._addresses, is_from_file=from_file, folder=self._links.media_folder)

    def _body(self, item: Item, entry: Entry, record: Record, converted: Converted) -> None:
        """The texts of the record."""
        rendered = self._rendered(item, entry, converted)
        if self._has_all_forms:
            record.html = inner_html(rendered.root)
        written = markdown.convert(rendered.root, self._markdown)
        converted.diagnostics += written.diagnostics
        record.markdown = written.text if rendered.markdown is None else self._typed(rendered.markdown, entry)
        record.has_template_marks = holds_marks(record.markdown, self._marks)
        if self._has_all_forms:
            record.text = written.plain_text

    def _typed(self, text: str, entry: Entry) -> str:
        """A body that was Markdown already (Jetpack, WP Editor.md, iA Writer …): the better text, so it stays as it is.

        It is written anew where the target reads another Markdown than was typed, or would read a template in it, and
        where addresses of files are to lead to a copy.
        """
        is_right = self._markdown.dialect.is_commonmark and not holds_marks(text, self._markdown.marks)
        if is_right and not self._links.local_media:
            return text.rstrip() + "\n"
        root = content.markdown_tree(text)
        links.rewrite(root, entry, self._addresses, self._links)
        return markdown.convert(root, self._markdown).text

    def _rendered(self, item: Item, entry: Entry, converted: Converted) -> content.Rendered:
        """The body through content and links, with what was found on the way."""
        meta = {meta.key: meta.value for meta in item.meta}
        if item.byline_spans:
            converted.diagnostics += moved_bylines(item)
        body = content.Body(text=item.own_content, post_id=item.post_id, meta=meta)
        rendered = content.render(body, self._around, self._content)
        converted.diagnostics += rendered.diagnostics
        converted.shortcodes, converted.blocks = rendered.shortcodes, rendered.blocks
        converted.diagnostics += content.unbalanced(item.content)
        converted.diagnostics += links.missing_files(rendered.root, entry, self._files_known, self._addresses)
        converted.diagnostics += links.rewrite(rendered.root, entry, self._addresses, self._links)
        return rendered

    def _fragment(self, small: _Small, item: Item, entry: Entry, options: MarkdownOptions | None = None) -> _Fragment:
        """A small text of its own: clean HTML, Markdown with `options`, and what was left out of it."""
        text = small.text
        if "<" not in text and "&" not in text and "[" not in text and "\n" not in text.strip() and "://" not in text:
            text = text.strip()
            return _Fragment(f"<p>{text}</p>", markdown.escape(text, options) if options else "")
        body = content.Body(text=text, post_id=entry.post_id, is_comment=small.is_comment)
        try:
            rendered = content.render(body, self._around, self._content)
            links.rewrite(rendered.root, entry, self._addresses, self._links)
            written = markdown.convert(rendered.root, options).text if options else ""
            html, findings = inner_html(rendered.root), rendered.diagnostics
        except _DEFECTS as error:
            html = escape(text, quote=False)
            written, findings = markdown.escape(html, options) if options else "", [_failed(error)]
        placed = [in_part(in_text(found, text, small.line, item, entry.id), small.name) for found in findings]
        return _Fragment(html, written, placed)

    def _comments(self, item: Item, entry: Entry, converted: Converted) -> list[dict[str, RecordValue]]:
        """The public comments with clean HTML; for a format of their own, their page too."""
        found, of_page = [], []
        private = self.options.include_emails
        for comment, record in comments_of(item, emails=private):
            fragment = self._fragment(_text_of(comment), item, entry, self._comment_markdown)
            converted.diagnostics += fragment.diagnostics
            record["content"] = fragment.html
            found.append(record)
            if self._comment_markdown:
                parent = int(str(record["parent"] or 0))
                of_page.append(page_comment(comment, parent, (fragment.html, fragment.markdown), private=private))
        if of_page and not entry.is_draft and entry.address:
            converted.page = page_of(item, entry, path_of_comments(entry, self.target.comments), of_page)
        converted.comments = len(found)
        return found

    def _files(self, record: Record, entry: Entry, converted: Converted) -> None:
        """The bytes of the record, and of its comments beside it."""
        assert entry.path is not None
        converted.files.append((entry.path, self.target.render(self.target, record, self.options.fields)))
        if self._writes_comment_files and record.comments:
            converted.files.append((path_of_comments(entry, self.target.comments), self._comments_file(record)))

    def _comments_file(self, record: Record) -> bytes:
        """The bytes of the comments of a record, in the form that the target's templates read."""
        if self.target.render_comments is not None:
            return self.target.render_comments(record.comments).encode("utf-8", "backslashreplace")
        return (escape_unprintable(threads_json(threaded(record.comments))) + "\n").encode()


__all__ = ["Converted", "Converter"]
