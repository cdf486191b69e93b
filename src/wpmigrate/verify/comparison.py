"""Two documents, fact by fact: what the second lacks."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .addresses import address_key, picture_key, player_key
from .facts import Facts, Grid
from .named import NOTHING_NAMED, Named
from .order import compare as compare_order
from .tokens import excerpt, is_address, is_word

LinkKey = Callable[[str], str]
"""An address as it stands in a document → what it leads to, in one spelling."""

_ENDS_SENTENCES = ".,;:!?)]'\"”’»…"
_SHOWN_LINE = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one respect: `number` of the `of` that the export has, and the first of them as a text."""

    kind: str
    number: int
    of: int
    sample: str
    #: False for what the output has besides.
    is_loss: bool = True


@dataclass(slots=True)
class Compared:
    """One item: what differs, and how much there was of each kind."""

    differences: list[Difference] = field(default_factory=list)
    wanted: Counter[str] = field(default_factory=Counter)

    def note(self, kind: str, of: int, lost: Sequence[object] | int, sample: str = "", *, is_loss: bool = True) -> None:
        """Count what was wanted; remember what is lost, if anything is."""
        number = lost if isinstance(lost, int) else len(lost)
        if of and is_loss:
            self.wanted[kind] += of
        if number:
            self.differences.append(Difference(kind, number, of, sample, is_loss))


def compare(want: Facts, have: Facts, *, want_link: LinkKey, have_link: LinkKey, named: Named = NOTHING_NAMED) -> Compared:
    """What `have` lacks of `want` and no diagnostic names."""
    compared = Compared()
    _compare_text(want, have, named, compared)
    _compare_links(want, have, (want_link, have_link), compared, named)
    _compare_pictures(want, have, named, compared)
    _compare_media(want, have, named, compared)
    _compare_headings(want, have, compared)
    _compare_code(want, have, compared)
    _compare_tables(want, have, compared)
    marks = want.note_marks - have.note_marks
    compared.note("footnotes", want.note_marks, max(0, marks))
    compared.note("drawings", want.drawings, max(0, want.drawings - have.drawings - named.drawings))
    return compared


def _compare_text(want: Facts, have: Facts, named: Named, compared: Compared) -> None:
    """Words and signs by number, then their order, then what is new."""
    found = compare_order(want.text, have.text)
    there = {address_key(address) for address in have.addresses}
    lost = [token for token in found.lost if not (is_address(token) and _bare(token) in there)]
    words = [token for token in lost if is_word(token)]
    signs = [token for token in lost if not is_word(token)]
    spare = max(0, named.words - sum(map(is_word, want.hidden)))
    words = words[spare:]
    number = sum(map(is_word, want.text))
    compared.note("words", number, words, excerpt(words))
    compared.note("signs", len(want.text) - number, signs, _numbered(signs))
    compared.note("order", number, found.moved, excerpt(found.moved))
    known = {address_key(address) for address in want.addresses}
    added = [token for token in found.added if not (is_address(token) and _bare(token) in known)]
    compared.note("added", len(want.text), added, excerpt(added), is_loss=False)


def _bare(token: str) -> str:
    return address_key(token.rstrip(_ENDS_SENTENCES))


def _compare_links(
    want: Facts, have: Facts, keys: tuple[LinkKey, LinkKey], compared: Compared, named: Named
) -> None:
    """Links by where they lead; an address that stands as text does as well."""
    want_key, have_key = keys
    there = Counter(map(have_key, have.links))
    bare = Counter(have_key(token.rstrip(_ENDS_SENTENCES)) for token in have.text if is_address(token))
    there += bare - there
    lost = []
    for address in want.links:
        key = want_key(address)
        if there[key] > 0:
            there[key] -= 1
        else:
            lost.append(address)
    lost = lost[named.links :]
    compared.note("links", len(want.links), lost, excerpt(lost))


def _compare_pictures(want: Facts, have: Facts, named: Named, compared: Compared) -> None:
    """Pictures by their address, and of those that are there the text for people who do not see them."""
    there: dict[str, list[str]] = {}
    for addresses, alt in have.pictures:
        there.setdefault(picture_key(addresses[0]), []).append(alt)
    lost, silent, spoken = [], [], 0
    for addresses, alt in want.pictures:
        spoken += bool(alt)
        alts = next((alts for address in addresses if (alts := there.get(picture_key(address)))), None)
        if alts is None:
            lost.append(addresses[0])
        elif alt in alts:
            alts.remove(alt)
        else:
            alts.pop()
            silent += [alt] if alt else []
    lost = lost[named.pictures :]
    compared.note("images", len(want.pictures), lost, excerpt(lost))
    compared.note("alt texts", spoken, silent, excerpt(silent))


def _compare_media(want: Facts, have: Facts, named: Named, compared: Compared) -> None:
    """Players by their address, which may have become any kind of address."""
    there = {player_key(address) for address in have.addresses} if want.media else set()
    lost = [played[0] for played in want.media if not any(player_key(address) in there for address in played)]
    lost = lost[named.media :]
    compared.note("media", len(want.media), lost, excerpt(lost))


def _compare_headings(want: Facts, have: Facts, compared: Compared) -> None:
    lost = list((Counter(want.headings) - Counter(have.headings)).elements())
    compared.note("headings", len(want.headings), lost, excerpt(f"{'#' * level} {text}" for level, text in lost))


def _compare_code(want: Facts, have: Facts, compared: Compared) -> None:
    lost = list((Counter(want.code) - Counter(have.code)).elements())
    left = list((Counter(have.code) - Counter(want.code)).elements())
    compared.note("code blocks", len(want.code), lost, _first_line_that_differs(lost, left))


def _first_line_that_differs(lost: list[str], left: list[str]) -> str:
    if not lost:
        return ""
    lines = lost[0].split("\n")
    other = left[0].split("\n") if left else []
    for number, line in enumerate(lines):
        if number >= len(other) or line != other[number]:
            return f"line {number + 1}: {line.strip()[:_SHOWN_LINE]}"
    return f"{len(other) - len(lines)} lines more than before"


def _compare_tables(want: Facts, have: Facts, compared: Compared) -> None:
    there = Counter(map(_frozen, have.tables))
    lost = []
    for grid in want.tables:
        key = _frozen(grid)
        if there[key] > 0:
            there[key] -= 1
        else:
            lost.append(grid)
    left = [grid for grid in have.tables if there[_frozen(grid)] > 0]
    compared.note("tables", len(want.tables), lost, _first_cell_that_differs(lost, left))


def _frozen(grid: Grid) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, grid))


def _first_cell_that_differs(lost: list[Grid], left: list[Grid]) -> str:
    """The place and text of the first cell of a lost table that the table most like it does not have there."""
    if not lost:
        return ""
    cells = {(row, column): text for row, texts in enumerate(lost[0]) for column, text in enumerate(texts)}
    likest: dict[tuple[int, int], str] = {}
    shared = -1
    for grid in left:
        other = {(row, column): text for row, texts in enumerate(grid) for column, text in enumerate(texts)}
        same = len(cells.items() & other.items())
        if same > shared:
            likest, shared = other, same
    for (row, column), text in cells.items():
        if likest.get((row, column)) != text:
            return f"row {row + 1}, cell {column + 1}: {text[:_SHOWN_LINE]}"
    return "more cells than before"


def _numbered(signs: Iterable[str]) -> str:
    """Signs with their numbers, the most frequent first."""
    return " ".join(
        sign if number == 1 else f"{sign} {number}×" for sign, number in Counter(signs).most_common(8)
    )
