"""Rules: checks over an export, one file a rule, one table in code order.

`convert` and `validate` run the same tables over the same items, so that they judge alike. Three findings come from
elsewhere, because they are made where the decision falls: WXR401, WXR402 and WXR439 by `supersede` and
`assign_identities`; WXR422, WXR430, WXR701 to WXR703 by the plan, which knows the paths.
"""

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.model import Item, SiteIndex

from .duplicates import DUPLICATE, SUPERSEDED, assign_identities, supersede
from .index_rules import (
    attachment_comments,
    author_record,
    custom_field,
    custom_type,
    dead_menu_entry,
    featured_image,
    missing_author,
    missing_parent,
    missing_slug,
    missing_title,
    mixed_hosts,
    not_public,
    orphan_attachment,
    parent_cycle,
    private_data,
    split_export,
    term_parent,
    undefined_term,
    unknown_status,
)
from .index_rules.custom_field import entries_with_field
from .index_rules.parent_cycle import top_level_entries
from .item_rules import (
    attachment_address,
    comment_count,
    comment_parents,
    credentials,
    duplicate_comment,
    empty_content,
    missing_date,
    serialized_value,
    unapproved_comments,
)
from .rule import IndexRule, ItemRule
from .slug_clashes import slug_clashes
from .term_tree import names_apart, term_parents
from .threads import thread

ITEM_RULES: tuple[ItemRule, ...] = (
    missing_date.RULE,
    comment_parents.RULE,
    serialized_value.RULE,
    comment_count.RULE,
    duplicate_comment.RULE,
    empty_content.RULE,
    unapproved_comments.RULE,
    attachment_address.RULE,
    credentials.RULE,
)
"""Rules over one item, in the order of their first codes."""

INDEX_RULES: tuple[IndexRule, ...] = (
    missing_slug.RULE,
    unknown_status.RULE,
    missing_title.RULE,
    undefined_term.RULE,
    parent_cycle.RULE,
    term_parent.RULE,
    featured_image.RULE,
    missing_parent.RULE,
    author_record.RULE,
    split_export.RULE,
    orphan_attachment.RULE,
    missing_author.RULE,
    dead_menu_entry.RULE,
    custom_type.RULE,
    custom_field.RULE,
    attachment_comments.RULE,
    mixed_hosts.RULE,
    private_data.RULE,
    not_public.RULE,
)
"""Rules over a whole site, in the order of their first codes."""

CODES: frozenset[str] = frozenset(
    {code for item_rule in ITEM_RULES for code in item_rule.codes}
    | {code for index_rule in INDEX_RULES for code in index_rule.codes}
)
"""Every code that a rule of the tables gives."""


def check_item(item: Item) -> list[Diagnostic]:
    """What is wrong with one item; raises nothing."""
    found: list[Diagnostic] = []
    for rule in ITEM_RULES:
        found.extend(rule.check(item))
    return found


def check_index(index: SiteIndex) -> list[Diagnostic]:
    """What is wrong with a site as a whole, in an order that does not depend on the order of its items.

    Rules look at the items that are written (`Entry.skipped` is None): call it once `supersede` has run.
    """
    found = [diagnostic for rule in INDEX_RULES for diagnostic in rule.check(index)]
    return sorted(found, key=lambda diagnostic: (diagnostic.code, diagnostic.item, diagnostic.message))


__all__ = [
    "CODES",
    "DUPLICATE",
    "INDEX_RULES",
    "ITEM_RULES",
    "SUPERSEDED",
    "IndexRule",
    "ItemRule",
    "assign_identities",
    "check_index",
    "check_item",
    "entries_with_field",
    "names_apart",
    "slug_clashes",
    "supersede",
    "term_parents",
    "thread",
    "top_level_entries",
]
