"""Tables of the configuration that say more than an option can: how each is read, for `convert`."""

import re
from collections.abc import Mapping
from typing import Any

from wpmigrate.errors import UsageError
from wpmigrate.output import PathTemplate
from wpmigrate.targets import FIELDS

from .keys import FLAG, TABLE, TEXT, TEXTS, WHOLE, Key, Kind, WrongKeyError, shown, unknown_key, wrong_kind
from .policy import INTERNAL_TYPES
from .term_rules import read_term_rules

Trail = tuple[str, ...]


def _renamed(value: Mapping[str, Any], trail: Trail) -> list[str]:
    """`[field]` as the rules of `--field`: a new key, or false for a field that is left out."""
    rules = []
    for name, key in value.items():
        if name not in FIELDS:
            raise unknown_key(name, FIELDS, trail)
        if key is not False and not TEXT.accepts(key):
            raise wrong_kind((*trail, name), key, (TEXT, Kind("false", lambda one: one is False)))
        rules.append(f"{name}={key or ''}")
    return rules


def _constants(value: Mapping[str, Any], trail: Trail) -> tuple[tuple[str, Any], ...]:
    """`[constants]`: front matter that is the same everywhere."""
    for name, constant in value.items():
        if not any(kind.accepts(constant) for kind in (TEXT, FLAG, WHOLE, TEXTS)):
            raise wrong_kind((*trail, name), constant, (TEXT, WHOLE, FLAG, TEXTS))
    return tuple(value.items())


def _paths(value: Mapping[str, Any], trail: Trail) -> tuple[tuple[str, str], ...]:
    """`[path]`: a template by kind of item, or by a post type of one's own."""
    for kind, template in value.items():
        if kind in INTERNAL_TYPES and kind != "attachment":
            raise unknown_key(kind, ("post", "page", "draft", "other", "the name of a post type"), trail)
        if not TEXT.accepts(template):
            raise wrong_kind((*trail, kind), template, (TEXT,))
        check_path(template, (*trail, kind))
    return tuple(value.items())


def check_path(template: str, trail: Trail) -> None:
    """Raise WrongKeyError for a path template that cannot be meant."""
    try:
        PathTemplate(template)
    except UsageError as error:
        raise WrongKeyError(trail, error.message, error.advice) from None


SHORTCODE_RULES = ("keep", "drop", "unwrap")
_SLOT = re.compile(r"\{([\w:-]*)\}")
_SLOT_NAME = re.compile(r"content|attr:[\w-]+")


def _shortcodes(value: Mapping[str, Any], trail: Trail) -> tuple[tuple[str, str], ...]:
    """`[shortcodes]`: a rule by name of the shortcode."""
    allowed = "A rule is keep, drop, unwrap, or a template of HTML with {content} or {attr:NAME}."
    for name, rule in value.items():
        here = (*trail, name)
        if not TEXT.accepts(rule):
            raise wrong_kind(here, rule, (TEXT,))
        if rule not in SHORTCODE_RULES and not ("<" in rule or _SLOT.search(rule)):
            raise WrongKeyError(here, f"{shown(rule)} is no rule for a shortcode", allowed)
        for slot in _SLOT.findall(rule):
            if not _SLOT_NAME.fullmatch(slot):
                raise WrongKeyError(here, f"{{{slot}}} is no slot of a template", allowed)
    return tuple(value.items())


CONVERT_TABLES: tuple[Key, ...] = (
    Key(
        name="field",
        kinds=(TABLE,),
        parameter="fields",
        read=_renamed,
        summary="Front-matter fields under other keys; `false` leaves a field out.",
        example='[field]\ndate = "published"\nexcerpt = false\n',
    ),
    Key(
        name="constants",
        kinds=(TABLE,),
        parameter="constants",
        read=_constants,
        summary="Front matter that is the same in every file.",
        example='[constants]\nlayout = "post"\ntoc = true\n',
    ),
    Key(
        name="path",
        kinds=(TABLE,),
        parameter="paths",
        read=_paths,
        summary="A path template for each kind of item: `post`, `page`, `draft`, `other`, or a post type's name.",
        example='[path]\npost = "blog/{year}/{slug}.md"\npage = "{parents}/{slug}.md"\n',
    ),
    Key(
        name="terms",
        kinds=(TABLE,),
        parameter="terms",
        read=read_term_rules,
        summary="What becomes of terms, each named `TAXONOMY:SLUG` or `TAXONOMY:NAME` (`*` matches any end, `tag` is "
        "short for `post_tag`): `drop` them, `merge` one into another, `move` them into another taxonomy, `rename` one",
        example='[terms]\ndrop = ["category:uncategorized"]\n\n[terms.merge]\n"tag:loaves" = "tag:bread"\n\n'
        '[terms.move]\n"genre:*" = "category"\n\n[terms.rename]\n"category:misc" = "Odds & ends"\n'
        '"category:recept" = { name = "Recipes", slug = "recipes" }\n',
    ),
    Key(
        name="shortcodes",
        kinds=(TABLE,),
        parameter="shortcodes",
        read=_shortcodes,
        summary="What becomes of a shortcode: `keep` it as text, `drop` it with what it encloses, `unwrap` it (what it "
        "encloses stays), or a template of HTML with `{content}` and `{attr:NAME}`.",
        example='[shortcodes]\nad = "drop"\nbox = "unwrap"\nbutton = \'<a href="{attr:url}">{content}</a>\'\n',
    ),
)
"""Tables of `convert`, beside the keys that its options have."""

SHORTCODE_TABLES = tuple(key for key in CONVERT_TABLES if key.name == "shortcodes")
"""What changes the content, for commands that judge it as `convert` shows it."""
