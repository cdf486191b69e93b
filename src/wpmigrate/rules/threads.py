"""Comments in the order in which a page shows them: answers below what they answer."""

from collections.abc import Sequence

from wpmigrate.model import Comment

from .cycles import cycles


def thread(comments: Sequence[Comment]) -> list[tuple[Comment, int]]:
    """Each comment with the id of the one that it answers, 0 at the top level; parents come first, each thread whole.

    A comment whose parent is not among `comments` is put at the top level, as are those that answer each other in a
    circle. Of several with one id the earliest is the one that is answered. Siblings stand by date, then id.
    """
    ordered = sorted(comments, key=lambda comment: (comment.date_gmt_text or comment.date_text, comment.id))
    first: dict[int, int] = {}
    for position, comment in enumerate(ordered):
        if comment.id:
            first.setdefault(comment.id, position)
    parents = {position: first[comment.parent] for position, comment in enumerate(ordered) if comment.parent in first}
    for circle in cycles(parents):
        for position in circle:
            del parents[position]
    answers: dict[int, list[int]] = {}
    for position, parent in parents.items():
        answers.setdefault(parent, []).append(position)
    stack = [position for position in range(len(ordered) - 1, -1, -1) if position not in parents]
    found: list[tuple[Comment, int]] = []
    while stack:
        position = stack.pop()
        found.append((ordered[position], ordered[position].parent if position in parents else 0))
        stack.extend(reversed(answers.get(position, ())))
    return found
