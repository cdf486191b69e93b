"""Which lines of a page or a text are surely bylines: alone in their block, with two signs that do not depend on each other."""

from wpmigrate.locales import Byline, is_byline, parse_byline

from .tree import HtmlElement, text_of

LONGEST = 400
"""Characters of a byline; Kubrick's sentence about feeds and trackbacks is the longest that themes print."""

_SHORT = 60


def is_remark(text: str, found: Byline | None) -> bool:
    """Whether a short line says something about comments, or is a date: a byline's neighbour, nothing by itself."""
    if found is None or len(text) > _SHORT or found.author or found.categories or found.tags:
        return False
    return found.comment_count is not None or found.comments_open is not None or found.date is not None


def says_byline(element: HtmlElement) -> bool:
    """Whether all the text of an element is a byline. A line without any digit is not looked at: it has no date."""
    text = text_of(element)
    if not 8 < len(text) <= LONGEST or not any(character.isdigit() for character in text):
        return False
    return is_byline(text)


def says_remark(element: HtmlElement) -> bool:
    """Whether it is such a neighbour."""
    text = text_of(element)
    return 2 < len(text) <= _SHORT and is_remark(text, parse_byline(text))


def is_day(line: str, lang: str = "") -> bool:
    """Whether a line is a date and nothing else, in the language that the page names or in any other."""
    if not any(map(str.isdigit, line)):
        return False
    readings = (parse_byline(line, locale) for locale in dict.fromkeys((lang or None, None)))
    return any(found and found.date and len(found.evidence[0].text) + 3 >= len(line) for found in readings)
