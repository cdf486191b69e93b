"""Start the tables of `src/wpmigrate/locales/data/` from a collection of phrases and the month names of CLDR.

    python tools/locale_tables.py PHRASES.json CLDR_MONTHS.json [--out FOLDER] [LOCALE ...]

A table that is there already is left alone: once started, a table is kept by hand, and this script is only for a new
locale. The collection has, per locale, short phrases with `%s` where a value stands, as WordPress and its themes say them.
"""

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Phrases = dict[str, Any]
"""An entry of one of the two collections."""

OUT = Path(__file__).parent.parent / "src" / "wpmigrate" / "locales" / "data"
TEMPLATE_SLOTS = {
    "This entry was posted in %1$s and tagged %2$s on %3$s by %4$s.": "categories tags date author",
    "This entry was posted in %1$s on %3$s by %4$s.": "categories - date author",
    "This entry was posted on %3$s by %4$s.": "- - date author",
    "This entry was posted in %1$s and tagged %2$s by %5$s. Bookmark the permalink.": "categories tags - - author",
    "This entry was posted in %1$s by %5$s. Bookmark the permalink.": "categories - - - author",
    "This entry was posted by %5$s. Bookmark the permalink.": "- - - - author",
    "This entry was posted in %1$s and tagged %2$s. Bookmark the permalink.": "categories tags",
    "This entry was posted in %1$s. Bookmark the permalink.": "categories",
    "This entry was posted on %s and is filed under %s. You can follow any responses to this entry through %s.": (
        "date categories feed"
    ),
    "Posted by %s in %s on %s": "author categories date",
    "Posted by %s in %s": "author categories",
    "Posted on %2$s by %3$s": "- date author",
    "Posted on %4$s by %7$s": "- - - date - - author",
    "Posted in %2$s": "- categories",
    "Tagged %2$s": "- tags",
}
"""The message of a theme → what its numbered places hold; a dash is a place that is not printed."""

LABELS = {"date": "posted_on", "categories": "posted_in", "author": "posted_by", "tags": "tagged"}
COMMENTS = {"none": "no_comments", "one": "one_comment", "closed": "comments_off", "invite": "leave_comment"}
MONTH_FIRST = {"en_US", "tl"}
YEAR_FIRST = {"eu", "hu_HU", "ja", "ko_KR", "lt_LT", "mn", "zh_CN", "zh_HK", "zh_TW"}
EITHER = {"en_CA"}
PARENT = {"de_CH": "de_DE", "es_MX": "es_ES", "fr_CA": "fr_FR", "nl_BE": "nl_NL", "nn_NO": "nb_NO"}
"""Where a source says little, the locale of the same language that it builds on."""


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts without blanks round them, without repetition (letter case aside), without what is not text."""
    found: dict[str, str] = {}
    for text in texts:
        kept = re.sub(r"\s+", " ", text.replace("&#109;", "m")).strip()
        if kept and "&" not in kept.replace(" & ", ""):
            found.setdefault(kept.lower(), kept)
    return list(found.values())


def template(message: str, slots: str) -> str | None:
    """A message with `%1$s` or `%s` as a template with `{categories}`; None where a place is broken."""
    names = slots.split()
    places = iter(range(len(names)))

    def name(match: re.Match[str]) -> str:
        at = int(match[1]) - 1 if match[1] else next(places)
        return "{" + names[at] + "}"

    named = re.sub(r"%(?:(\d)\$)?s", name, message)
    return None if "%" in named or "{-}" in named else named


def templates(entry: dict[str, list[str]]) -> list[str]:
    """The templates of a locale, those with most places first."""
    named = [
        template(message, slots)
        for source, slots in TEMPLATE_SLOTS.items()
        for message in entry.get(source, [])
        if slots.replace("-", "").split()
    ]
    return distinct(text for text in named if text and text.count("{") and not text.startswith("Posted on {date} "))


def labels(phrases: dict[str, list[str]]) -> dict[str, list[str]]:
    """What stands before (`Av {}`) or after (`{} tarafından`) a value; a label without a place stands before it."""
    found: dict[str, list[str]] = {}
    for slot, source in LABELS.items():
        texts = [text.replace("%s", "{}") for text in phrases.get(source) or []]
        texts = [text.removesuffix(" {}") for text in texts]
        found[slot] = [text for text in distinct(texts) if text != "{}" and "%" not in text]
    elsewhere = {text.lower() for text in found["categories"]}
    found["tags"] = [text for text in found["tags"] if text.lower() not in elsewhere]
    return found


def comments(phrases: dict[str, list[str]]) -> dict[str, list[str]]:
    """How none, one, many, closed are said; `{n}` is the number, `{title}` the title of the post."""
    found = {
        name: [text.replace("%s", "{title}") for text in phrases.get(source) or []] for name, source in COMMENTS.items()
    }
    many = [*(phrases.get("n_comments") or []), *(phrases.get("n_thoughts") or [])]
    many = [text.replace("“{title}”", "{title}").replace("”{title}”", "{title}") for text in many]
    found["count"] = [text for text in many if "{n}" in text and "%" not in text]
    found["one"] += [text for text in many if "{n}" not in text and "{title}" in text and "%" not in text]
    none = {text.lower().strip(" .") for text in found["none"]}
    found["closed"] = [text for text in found["closed"] if text.lower().strip(" .") not in none]
    return {name: distinct(texts) for name, texts in found.items()}


def names(phrases: Phrases, cldr: Phrases, key: str, count: int) -> list[list[str]]:
    """The names of months, or days of the week: those of WordPress first, then those of CLDR."""
    rows: list[list[str]] = [[] for _ in range(count)]
    sources = [phrases.get(key), phrases.get("months_abbr") if key == "months" else None]
    if key == "months":
        for form in ("format", "stand-alone"):
            sources += [[[name] for name in cldr.get(form, {}).get(width, [])] for width in ("wide", "abbreviated")]
    for source in sources:
        for row, more in zip(rows, source or [], strict=False):
            row += [name.rstrip(".") for name in more]
    return [distinct(row) for row in rows]


def order(locale: str) -> str:
    """What 03/04/2010 means: dmy, mdy, ymd; `either` where a country uses two orders."""
    chosen = [
        name for name, there in (("mdy", MONTH_FIRST), ("ymd", YEAR_FIRST), ("either", EITHER)) if locale in there
    ]
    return chosen[0] if chosen else "dmy"


def at_words(phrases: dict[str, list[str]]) -> list[str]:
    """What stands between a date and a time (`kl.`, `um`)."""
    pairs = [text.split("%s") for text in phrases.get("at_time") or []]
    return distinct(pair[1].strip(" ,.:-()") for pair in pairs if len(pair) == 3 and len(pair[1]) < 15)


def table(locale: str, phrases: Phrases, cldr: Phrases) -> dict[str, Any]:
    """The table of one locale."""
    made = {
        "locale": locale,
        "order": order(locale),
        "months": names(phrases, cldr, "months", 12),
        "weekdays": names(phrases, cldr, "weekdays", 7),
        "date_formats": distinct([*phrases["date_format_default"], *phrases["date_formats"]]),
        "time_formats": distinct(phrases["time_formats"]),
        "at": at_words(phrases),
        "ago": distinct(text.replace("%s", "{}") for text in phrases.get("ago") or []),
        "templates": templates(phrases.get("entry_templates") or {}),
        "labels": labels(phrases),
        "comments": comments(phrases),
        "uncategorized": distinct(phrases.get("uncategorized") or []),
        "ignored": distinct(phrases.get("edit") or []),
    }
    return {"locale": locale, "extends": PARENT[locale], **made} if locale in PARENT else made


def main() -> None:
    """Write the tables that are not there yet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("phrases", type=Path)
    parser.add_argument("cldr", type=Path)
    parser.add_argument("locales", nargs="*")
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    phrases, cldr = json.loads(chosen.phrases.read_text()), json.loads(chosen.cldr.read_text())
    for locale in chosen.locales or phrases:
        path = chosen.out / f"{locale}.json"
        if not path.exists():
            made = table(locale, phrases[locale], cldr.get(phrases[locale]["cldr_locale"], {}))
            path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
            print(path)


if __name__ == "__main__":
    main()
