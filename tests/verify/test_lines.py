"""A verification as lines and as JSON."""

import json
from collections import Counter

from wpmigrate.verify import Difference, Verdict, Verification, verification_document, verification_lines


def verification() -> Verification:
    """Three items: one with losses, one edited, one whole."""
    found = Verification(site="Bröd\x1b & kajak", out="site", skipped=Counter(private=2, attachment=3), strangers=1)
    lost = (
        Difference("words", 1, 20_000, "ett\x1b[31m"),
        Difference("order", 2, 20_000, "två tre"),
        Difference("footnotes", 1, 1),
        Difference("added", 3, 20_000, "* * *", is_loss=False),
    )
    wanted = Counter(words=20_000, order=20_000, footnotes=1)
    found.add(Verdict("12", "surdeg%20gul", "posts/surdeg-gul.md", lost, False, wanted))
    gone = (Difference("files", 1, 1, "posts/x.md is not there"), Difference("words", 5, 5, "a b c d e"))
    found.add(Verdict("13", "x", "posts/x.md", gone, False, Counter(words=5)))
    found.add(Verdict("14#2", "", "posts/y.md", (), True, Counter(words=7)))
    found.add(Verdict("15", "z", "posts/z.md", (), False, Counter(words=8)))
    return found


def test_lines() -> None:
    """Items with what differs, then the totals; nothing that a terminal would execute."""
    assert verification_lines(verification()) == [
        "12 surdeg gul (posts/surdeg-gul.md)",
        "  1 of 20000 words lost: ett\\u001b[31m",
        "  2 of 20000 words stand elsewhere: två tre",
        "  1 of 1 footnotes lost",
        "  3 words or signs that the export does not have: * * *",
        "13 x (posts/x.md)",
        "  posts/x.md is not there",
        "14#2 (posts/y.md) was edited since",
        "Bröd\\u001b & kajak: 4 items checked, 2 with loss",
        "  files      75.00 % of      4",
        "  words      99.97 % of 20,020",
        "  order      99.99 % of 20,000",
        "  footnotes   0.00 % of      1",
        "  1 file edited since the conversion",
        "  left out, as the manifest says: 3 attachment, 2 private",
        "  1 item of the output come from exports that were not given",
    ]


def test_a_limit_says_how_many_more_there_are() -> None:
    """Totals are those of all items."""
    lines = verification_lines(verification(), limit=1)
    assert lines[4:7] == [
        "  3 words or signs that the export does not have: * * *",
        "… and 2 items more; --all shows them",
        "Bröd\\u001b & kajak: 4 items checked, 2 with loss",
    ]
    assert verification_lines(verification(), limit=None) == verification_lines(verification())


def test_a_small_loss_never_looks_whole() -> None:
    """Percentages are cut below 100 where anything is lost."""
    found = Verification()
    one = Difference("words", 1, 10_000_000, "a")
    found.add(Verdict("1", "", "", (one,), False, Counter(words=10_000_000)))
    assert "  words  99.99 % of 10,000,000" in verification_lines(found)


def test_nothing_to_check_is_said() -> None:
    """An output without items is not called whole."""
    assert verification_lines(Verification(site="x")) == ["x: there is nothing to check"]


def test_document() -> None:
    """The same as JSON, with every difference."""
    document = json.loads(json.dumps(verification_document(verification())))
    assert (document["version"], document["checked"], document["with_loss"], document["edited"]) == (1, 4, 2, 1)
    assert document["skipped"] == {"attachment": 3, "private": 2}
    assert document["counts"]["words"] == {"of": 20020, "lost": 6}
    assert [item["id"] for item in document["items"]] == ["12", "13", "14#2"]
    assert document["items"][0]["differences"][3] == {
        "kind": "added",
        "loss": False,
        "number": 3,
        "of": 20000,
        "sample": "* * *",
    }
    assert document["items"][2] == {"id": "14#2", "slug": "", "path": "posts/y.md", "edited": True, "differences": []}
