"""Verify: an output against the exports that it was made of, item by item."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from wpmigrate.api.workers import Batches, job_count
from wpmigrate.config import options_of
from wpmigrate.model import Entry, Item
from wpmigrate.reader import Inputs, input_names

from .bodies import Body
from .case import Case, open_case
from .checks import CHECKS
from .facts import Facts
from .named import NOTHING_NAMED
from .options import VerifyOptions
from .pair import Difference, Pair
from .reading import facts_of, tokens_of
from .rendering import Flavour, rendered
from .site import Shown, markdown_of_item
from .stored_words import stored_words
from .tokens import tokens
from .verification import Verdict, Verification

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""

_ASKED_OF_WHAT_IS_THERE = ("order", "alt texts", "stored words")
"""Kinds that mean nothing for an item whose file is missing."""
_EFFORT = 5
"""How many times more work a byte of content is to verify than to convert."""


def verify(
    exports: Inputs,
    out: str | Path,
    options: VerifyOptions | None = None,
    *,
    progress: Progress | None = None,
) -> Verification:
    """How the output in the folder `out` differs from what WordPress would show of `exports`.

    Raises OutputError when there is no output that can be judged, InputError for what is no export, UsageError for the
    exports of several sites.
    """
    options = options_of(VerifyOptions, options)
    case = open_case(input_names(exports), Path(out), options)
    index = case.reading.index
    verification = Verification(
        site=index.site.title or index.site.url,
        out=str(out),
        edited=case.edited,
        skipped=case.skipped,
        strangers=case.strangers,
    )
    numbers = sorted(case.paths)
    jobs = job_count(options.jobs, case.reading.spool.size * _EFFORT)
    try:
        for verdicts in Batches(Judge(case, options), numbers, jobs):
            for verdict in verdicts:
                verification.add(verdict)
            if progress is not None:
                progress("Verifying", verification.checked, len(numbers))
    finally:
        case.reading.spool.close()
    return verification


class Judge:
    """Judges items by the numbers of their entries. Runs in workers."""

    def __init__(self, case: Case, options: VerifyOptions) -> None:
        """Look-ups over the opened case."""
        self._case = case
        self._options = options
        entries = case.reading.index.entries
        own = {path: entries[number] for number, path in case.paths.items() if path}
        self._shown = Shown(case.reading, {**case.files_of_strangers, **own}, options)

    def __call__(self, numbers: Sequence[int]) -> list[Verdict]:
        """The verdicts on a batch of items."""
        return [self._judge(self._case.reading.index.entries[number]) for number in numbers]

    def _judge(self, entry: Entry) -> Verdict:
        """One item: its content as WordPress shows it, its file as a page shows it, and what differs."""
        case, path = self._case, self._case.paths[entry.number]
        body = case.bodies.body(entry.id, path) if path else None
        pair = self._pair(entry, body, path)
        differences = [difference for check in CHECKS for difference in check(pair)]
        wanted = Counter({found.kind: found.of for found in differences if found.is_loss})
        if body is None:
            for kind in _ASKED_OF_WHAT_IS_THERE:
                del wanted[kind]
            what = f"{path} is not there" if path else "it is not in the output"
            differences.insert(0, Difference("files", 1, 1, what))
        digest = case.digests.get(entry.number)
        is_edited = body is not None and bool(digest) and body.sha256 != digest
        said = tuple(found for found in differences if found.number)
        return Verdict(entry.id, entry.slug, path, said, is_edited, wanted)

    def _pair(self, entry: Entry, body: Body | None, path: str) -> Pair:
        """The item on both sides."""
        named, shows_hidden = NOTHING_NAMED, False
        if self._case.named is not None:
            named = self._case.named.get(entry.id, NOTHING_NAMED)
            shows_hidden = not named.hides
        # A body that was typed as Markdown is rendered on both sides where the output is none.
        flavour: Flavour = body.flavour if body and body.flavour != "html" else "extended"
        want, stored = self._wanted(entry, flavour, shows_hidden=shows_hidden)
        want_comments, have_comments = self._comments(entry, body)
        return Pair(
            want=want,
            have=_facts_of_output(body, entry.title, want) if body else Facts(),
            want_link=self._shown.old_key(entry),
            have_link=self._shown.new_key(entry, path),
            named=named,
            stored=stored,
            want_comments=want_comments,
            have_comments=have_comments,
        )

    def _comments(self, entry: Entry, body: Body | None) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
        """The words of the public comments, stored and written; those written are None where there is no place for them."""
        if body is None or (body.comments is None and not self._case.bodies.has_comments):
            return (), None
        item = self._item(entry)
        comments = item.approved_comments if item is not None else ()
        want = (
            word for comment in comments for word in stored_words(comment.content, shows_hidden=True, is_comment=True)
        )
        return tuple(want), tuple(tokens_of(body.comments or "", shows_hidden=True))

    def _wanted(self, entry: Entry, flavour: Flavour, *, shows_hidden: bool) -> tuple[Facts, tuple[str, ...]]:
        """What WordPress would show of the item, and the words of its stored body."""
        item = self._item(entry)
        if item is None:
            return Facts(), ()
        markdown = markdown_of_item(item)
        if markdown is not None:
            return facts_of(rendered(markdown, flavour), shows_hidden=shows_hidden), ()
        want = facts_of(self._shown.html(item), shows_hidden=shows_hidden)
        if self._case.named is None:
            want.pictures = [picture for picture in want.pictures if not picture.is_tiny]
        if self._options.shortcodes and "[" in item.content:  # the user's own rules may drop some words
            return want, ()
        return want, stored_words(item.content, shows_hidden=shows_hidden)

    def _item(self, entry: Entry) -> Item | None:
        """The item; None for one whose content was not kept because nobody expected it."""
        try:
            item = self._case.reading.spool.item(entry.number)
        except LookupError:
            return None
        named = (self._case.named or {}).get(entry.id, NOTHING_NAMED)
        return replace(item, content=item.own_content, byline_spans=()) if named.moves else item


def _facts_of_output(body: Body, title: str, want: Facts) -> Facts:
    """The facts of a written text, without the title that some targets put above it as a heading."""
    html = rendered(body.markdown, body.flavour)
    facts = facts_of(html, shows_hidden=True)
    heading = (1, " ".join(tokens(title)))
    if facts.headings[:1] != [heading] or facts.headings.count(heading) <= want.headings.count(heading):
        return facts
    above, end, rest = html.partition("</h1>")
    return facts_of(rest, shows_hidden=True) if end and not above[: above.find("<h1")].strip() else facts
