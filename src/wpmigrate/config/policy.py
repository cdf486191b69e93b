"""The policy: what becomes of an item by its type and status. One table; the docs print it and the tests hold it."""

from dataclasses import dataclass
from enum import StrEnum

from wpmigrate.model import Entry


class Fate(StrEnum):
    """What becomes of an item."""

    WRITTEN = "written"
    DRAFT = "draft"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the policy: what it is about, the fate, and the sentence of the docs."""

    subject: str
    fate: Fate
    sentence: str


STATUSES: dict[str, Row] = {
    row.subject: row
    for row in (
        Row("publish", Fate.WRITTEN, "written"),
        Row("future", Fate.DRAFT, "written with its date, as a draft, so that nothing goes out by itself"),
        Row("draft", Fate.DRAFT, "written so that no generator publishes it"),
        Row("pending", Fate.DRAFT, "written so that no generator publishes it"),
        Row("private", Fate.SKIPPED, "left out and counted; `--include private` brings it, as a draft"),
        Row("trash", Fate.SKIPPED, "left out and counted"),
        Row("spam", Fate.SKIPPED, "left out and counted"),
        Row("auto-draft", Fate.SKIPPED, "left out and counted"),
        # Attachments and revisions carry it; on another type it says nothing, so it is not published.
        Row(
            "inherit",
            Fate.DRAFT,
            "as public as the item that it belongs to; an attachment of none is written, anything else as a draft",
        ),
    )
}
"""By post status. A status that is not here is a plugin's: written as a draft, with a warning (WXR423)."""

UNKNOWN_STATUS = Row("any other", Fate.DRAFT, "written as a draft, with the warning WXR423")

PROTECTED = Row(
    "protected",
    Fate.SKIPPED,
    "left out and counted, whatever its status; `--include protected` brings it, as a draft, never the password itself",
)
"""Posts with a password: WordPress stores them as published, with all their text."""

WRITTEN_TYPES = frozenset({"post", "page"})
"""Post types that get a page without being asked for."""

INTERNAL_TYPES: dict[str, str] = {
    "attachment": "listed under media",
    "nav_menu_item": "listed under menus if published",
    "revision": "an earlier state of a post",
    "wp_block": "put in where a post refers to it",
    "wp_template": "a theme's template",
    "wp_template_part": "a theme's template",
    "wp_global_styles": "a theme's style",
    "wp_navigation": "a block theme's menu",
    "wp_font_family": "a font",
    "wp_font_face": "a font",
    "custom_css": "a theme's style",
    "customize_changeset": "unsaved theme settings",
    "oembed_cache": "a cache",
    "user_request": "a privacy request",
    "feedback": "an answer to a form",
    "wpcf7_contact_form": "a form",
    "wpforms": "a form",
    "mc4wp-form": "a form",
    "nf_sub": "an answer to a form",
    "flamingo_contact": "an answer to a form",
    "flamingo_inbound": "an answer to a form",
    "flamingo_outbound": "an answer to a form",
    "happyforms-message": "an answer to a form",
    "wpcf7s": "an answer to a form",
    "acf": "a field group",
    "acf-field": "a field group",
    "acf-field-group": "a field group",
    "acf-post-type": "a plugin's settings",
    "acf-taxonomy": "a plugin's settings",
    "elementor_library": "a page builder's template",
    "elementor_snippet": "a page builder's code",
    "et_pb_layout": "a page builder's template",
    "fl-builder-template": "a page builder's template",
    "vc_grid_item": "a page builder's template",
    "vc4_templates": "a page builder's template",
    "amp_validated_url": "a plugin's log",
    "jetpack_migration": "a plugin's settings",
    "jp_img_sitemap": "a sitemap",
    "jp_sitemap": "a sitemap",
    "jp_sitemap_master": "a sitemap",
    "scheduled-action": "a plugin's log",
    "shop_order": "an order",
    "shop_order_refund": "an order",
    "shop_subscription": "an order",
    "shop_coupon": "a coupon",
    "product_variation": "a variant of a product",
    "edd_payment": "an order",
    "edd_log": "a plugin's log",
    "give_payment": "a donation",
    "llms_order": "an order",
    "llms_transaction": "an order",
    "lp_order": "an order",
    "sfwd-transactions": "an order",
    "sfwd-assignment": "what a student handed in",
    "sfwd-essays": "what a student handed in",
    "mphb_booking": "a booking",
    "mphb_payment": "a booking",
    "rtb-booking": "a booking",
    "wc_booking": "a booking",
    "wc_user_membership": "a membership",
    "tec_tc_attendee": "a guest of an event",
    "tec_tc_order": "an order",
    "tribe_rsvp_attendees": "a guest of an event",
    "tribe_tpp_attendees": "a guest of an event",
    "tribe_tpp_orders": "an order",
    "job_alert": "a reader's search",
    "job_application": "an application",
    "private-messages": "a private message",
    "bp-email": "a template of e-mails",
    "spucpt": "a pop-up",
    "wp-rest-api-log": "a plugin's log",
}
"""Types that are no pages of their own, and what they are."""

NEVER_SHOWN = frozenset(
    {
        "a booking",
        "a cache",
        "a donation",
        "a guest of an event",
        "a membership",
        "a plugin's log",
        "a privacy request",
        "a private message",
        "a reader's search",
        "an answer to a form",
        "an application",
        "an earlier state of a post",
        "an order",
        "unsaved theme settings",
        "what a student handed in",
    }
)
"""What types are of which nothing was ever public."""

PERSONAL_TYPES = frozenset(name for name, what in INTERNAL_TYPES.items() if what in NEVER_SHOWN)
"""Types that were never public, whatever their status says: earlier states, what people wrote and bought, logs."""

INCLUDABLE = ("private", "protected")
"""What `--include` knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The fate of one item; `reason` is empty unless it is left out."""

    fate: Fate
    reason: str = ""


def judge(entry: Entry, *, types: frozenset[str], statuses: frozenset[str], include: frozenset[str]) -> Verdict:
    """What becomes of `entry`.

    `types` and `statuses` are the sets that the user named (empty: none named); `include` holds words of `INCLUDABLE`.
    A status that is named is asked for by name: it is written, as a draft unless it is public.
    """
    if entry.type not in (types or WRITTEN_TYPES):
        return Verdict(fate=Fate.SKIPPED, reason=_type_reason(entry.type))
    if statuses and entry.status not in statuses:
        return Verdict(fate=Fate.SKIPPED, reason=f"status {entry.status} not chosen")
    if entry.type == "attachment" and entry.status == "inherit" and not entry.has_password:
        return Verdict(fate=Fate.WRITTEN)
    return judge_standing(entry, statuses=statuses, include=include)


def judge_standing(entry: Entry, *, statuses: frozenset[str], include: frozenset[str]) -> Verdict:
    """What status and password of `entry` make of it and of what it owns, whatever its type; see `judge`."""
    row = PROTECTED if entry.has_password else STATUSES.get(entry.status, UNKNOWN_STATUS)
    if row.fate is not Fate.SKIPPED:
        return Verdict(fate=row.fate)
    is_asked_for = row.subject in include or row.subject in statuses
    return Verdict(fate=Fate.DRAFT) if is_asked_for else Verdict(fate=Fate.SKIPPED, reason=row.subject)


def _type_reason(post_type: str) -> str:
    """The reason that manifest and summary give for a type that gets no page."""
    return post_type if post_type in INTERNAL_TYPES or post_type in WRITTEN_TYPES else f"type {post_type}"
