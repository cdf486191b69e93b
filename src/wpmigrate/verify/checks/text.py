"""Words and signs: their number, their order, and what is new."""

from collections import Counter
from collections.abc import Iterator

from wpmigrate.verify.addresses import address_key, player_key
from wpmigrate.verify.order import compare
from wpmigrate.verify.pair import Difference, Pair, says_itself
from wpmigrate.verify.tokens import ENDS_OF_SENTENCES, excerpt, is_address, is_word, numbered, tokens

_MOST_SIGNS_OF_A_FORMULA = 4
"""`$$` on both sides."""


def text(pair: Pair) -> Iterator[Difference]:
    """Every word and sign, as often as the export has it, and the words in its order."""
    found = compare(pair.want.text, pair.have.text)
    lost = _not_shown_otherwise(found.lost, pair)
    words = [token for token in lost if is_word(token)][pair.hidden_elsewhere :]
    signs = [token for token in lost if not is_word(token)]
    number = sum(map(is_word, pair.want.text))
    yield Difference("words", len(words), number, excerpt(words))
    yield Difference("signs", len(signs), len(pair.want.text) - number, numbered(signs))
    moved = [token for token in found.moved if is_word(token)] or found.moved
    yield Difference("order", len(moved), number, excerpt(moved))
    added = _unexpected(found.added, pair)
    yield Difference("added", len(added), len(pair.want.text), excerpt(added), is_loss=False)


def _not_shown_otherwise(lost: list[str], pair: Pair) -> list[str]:
    """What is lost, without addresses that became links or players."""
    if not any(map(is_address, lost)):
        return lost
    there = pair.shown_otherwise()
    kept = []
    for token in lost:
        key = player_key(token.rstrip(ENDS_OF_SENTENCES)) if is_address(token) else ""
        if key and there[key] > 0:
            there[key] -= 1
        else:
            kept.append(token)
    return kept


def _unexpected(added: list[str], pair: Pair) -> list[str]:
    """What is new and no address that was there in another form, no name of a player, no sign around a formula."""
    known = {address_key(address) for address in pair.want.addresses}
    spelled = Counter(token for link in pair.have.links if says_itself(link) for token in tokens(link.text))
    spelled.update(pair.want.titles)
    spelled["$"] += _MOST_SIGNS_OF_A_FORMULA * pair.want.formulas
    kept = []
    for token in added:
        if spelled[token] > 0:
            spelled[token] -= 1
        elif not (is_address(token) and address_key(token.rstrip(ENDS_OF_SENTENCES)) in known):
            kept.append(token)
    return kept
