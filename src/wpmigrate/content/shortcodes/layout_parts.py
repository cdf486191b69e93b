"""What page builders keep in attributes: headings, pictures, buttons and players."""

import base64
import binascii
import re
from html import escape
from urllib.parse import unquote

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.lone_addresses import show_address
from wpmigrate.content.scene import Scene
from wpmigrate.html import unescape

from .gallery import numbers
from .grammar import Shortcode
from .services import SERVICES

#: Attributes that hold a heading, what else is text, a picture, several pictures, the words and the target of a link.
_HEADINGS = ("title", "heading", "service_heading", "carousel_title", "h2", "question", "label", "name")
_TEXTS = (
    "subtitle",
    "subheading",
    "h4",
    "author",
    "cite",
    "job_title",
    "job_position",
    "company_name",
    "description",
    "footer_text",
)
_IMAGES = (
    "image",
    "src",
    "custom_src",
    "image_url",
    "img",
    "image_src",
    "logo_image",
    "photo",
    "attachment",
    "portrait_url",
    "background_url",
    "service_image",
    "icon_image",
)
_GALLERIES = ("images", "image_ids", "gallery_ids", "include", "ids")
_LINK_WORDS = ("button_text", "btn_title", "link_text", "button", "text", "service_button_text", "link_screen_reader")
_LINKS = ("button_url", "url", "link", "btn_link", "href", "button_link", "link_url")
_IS_LINK = re.compile(r"button|btn|cta|call_to_action|link")
#: Boxes with a title of their own above the words of the button.
_IS_CALL = re.compile(r"cta$|call_to_action$")
_IS_BUTTON = re.compile(r"(?:button|btn)$")
_IS_VIDEO = re.compile(r"video|youtube|vimeo|audio")
#: Parts of a set that are opened one by one: their titles are labels.
_IS_PART = re.compile(r"tab|toggle|accordion|spoiler|item|panel|section|slide")
_IS_RULE = re.compile(r"separator|divider|_line$|_hr$")
#: Attributes that hold the element of a heading.
_LEVELS = ("tag", "heading_tag", "header_level", "font_style")
#: What a rule is called that draws no line.
_NO_RULE = frozenset({"No Line", "invisible", "transparent", "blank"})
_IS_IMAGE = re.compile(
    r"image|img|logo|photo|picture|gallery|carousel|slider|slide$|person|team|testimonial|blurb|banner|media|service|client$|fancy_box|with-icon"
)
_FONT_TAG = re.compile(r"\btag:(h[1-6])\b")
_FILE = re.compile(r"(?:https?:)?//\S+|/\S+\.\w{2,5}")
_SERVICES = {name: SERVICES[name] for name in ("youtube", "vimeo")}
_IS_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|[/?#]|www\.")
#: Attributes that hold no words of the author.
_IS_LOOKS = re.compile(
    r"class|style|css|font|icon|animation|link|effect|color|gradient|padding|margin|shadow|_id$|label$|layout|_type$"
)
_TWO_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+\s+(?:\S+\s+)?[^\W\d_]{2,}")
#: Words with the tags of a line, and no others: builders show them as they are.
_MARKED_WORDS = re.compile(
    r"[^<]*+(?:</?(?:br|strong|b|em|i|u|s|span|font|small|big|sup|sub|mark)\b[^<>]*+>[^<]*+)+", re.IGNORECASE
)
#: Whose title, or name, is a word of the editor.
_IS_UNTITLED = re.compile(r"single_image$|et_pb_image$|^clients?$|^item$|_anchor$")
_ADMIN = ("admin_label", "default", "on", "off", "yes", "no", "true", "false", "none")


def shown_part(code: Shortcode, scene: Scene) -> tuple[str, str]:
    """HTML of what an opening tag says in its attributes, in front of what it encloses and behind that.

    Both are mostly empty. Behind stand the button of a box, as builders show it, and the end of a link.
    """
    if not code.attribute_text.strip():
        return "<hr />" if _IS_RULE.search(code.name) else "", ""
    attributes = {name: value for name, value in code.attributes.items() if value and value not in _ADMIN}
    before, behind = _shown(code, attributes, scene)
    _name_what_is_left(code.name, attributes, before + behind, scene)
    return before, behind


def _shown(code: Shortcode, attributes: dict[str, str], scene: Scene) -> tuple[str, str]:
    """What `shown_part` gives, from the attributes that say something; their values are as written."""
    if _IS_VIDEO.search(code.name):
        return _player(code.name, attributes, scene), ""
    target, words = _target(code.name, attributes)
    has_words = bool(words) or (code.content is not None and _IS_BUTTON.search(code.name) is not None)
    around = target if not has_words and _IS_ADDRESS.match(target) is not None else ""
    parts = [_heading(code.name, attributes, around)]
    if _IS_IMAGE.search(code.name):
        parts.append(_pictures(code.name, attributes, scene, around))
    parts += [f"<p>{_html(attributes[name])}</p>" for name in _TEXTS if name in attributes]
    opening, behind = _link(code, target, words)
    if code.content is None:
        opening, behind = behind, ""
    shown = [part for part in (*parts, opening) if part]
    if not shown and not behind and _IS_RULE.search(code.name) and _NO_RULE.isdisjoint(attributes.values()):
        return "<hr />", ""
    return "\n\n".join(shown), behind


def _name_what_is_left(name: str, attributes: dict[str, str], shown: str, scene: Scene) -> None:
    """Name the texts and addresses of the attributes that nothing shows (WXR504)."""
    for key, written in attributes.items():
        value = unescape(written)
        is_address = _FILE.match(value) is not None
        if not is_address and (" " not in value or _IS_LOOKS.search(key) or _TWO_WORDS.search(value) is None):
            continue
        if escape(value) not in shown and _html(written) not in shown:
            scene.gather("WXR504", " ".join(value.split()), name=f"[{name}]", near=f"[{name}")


def raw_html(code: Shortcode, scene: Scene) -> str | None:
    """The HTML that the builder keeps in base 64; None where it is none."""
    content = (code.content or "").strip()
    try:
        return "\n\n" + unquote(base64.b64decode(content, validate=True).decode("utf-8")) + "\n\n"
    except (ValueError, binascii.Error):
        return None


def _html(words: str) -> str:
    """The words of an attribute, as written: with the marks and line breaks that stand in them, any other tag as text."""
    if "<" in words and _MARKED_WORDS.fullmatch(words):
        return words
    return escape(unescape(words), quote=False)


def _heading(name: str, attributes: dict[str, str], target: str) -> str:
    words = next((attributes[key] for key in _HEADINGS if key in attributes), "")
    if name.endswith(("custom_heading", "_heading", "_title")):
        words = words or attributes.get("text") or attributes.get("text_content", "")
    is_label = _IS_LINK.search(name) and not (_IS_CALL.search(name) and _link_words(attributes))
    if not words or is_label or _IS_UNTITLED.search(name):
        return ""
    html = pieces.link(target, _html(words))
    if _IS_PART.search(name):
        return f"<p><strong>{html}</strong></p>"
    found = _FONT_TAG.search(attributes.get("font_container", ""))
    level = found[1] if found else next((attributes[key] for key in _LEVELS if key in attributes), "h3")
    level = level if re.fullmatch("h[1-6]|p", level) else "h3"
    return f"<{level}>{html}</{level}>"


def _pictures(name: str, attributes: dict[str, str], scene: Scene, target: str) -> str:
    listed = next((attributes[key] for key in _GALLERIES if key in attributes), "")
    if listed:
        images = [image for number in numbers(listed) if (image := _image(number, scene))]
        return pieces.gallery(images) if images else ""
    keys = (*_IMAGES, "id") if name.endswith("_image") else _IMAGES
    value = unescape(next((attributes[key] for key in keys if key in attributes), ""))
    if value.isdigit():
        picture = _image(int(value), scene) if len(value) < 19 else ""
    elif _FILE.match(value) is None:
        picture = ""
    else:
        alt = attributes.get("alt") or (attributes.get("name", "") if _IS_UNTITLED.search(name) else "")
        picture = f'<img src="{escape(value)}" alt="{escape(unescape(alt))}">'
    return pieces.link(target, picture) if picture else ""


def _image(number: int, scene: Scene) -> str:
    """The picture with this id; one that the export lacks is named."""
    file = scene.around.attachment(number)
    if file is not None and file.url:
        return pieces.image(file)
    scene.gather("WXR506", str(number))
    return ""


def _target(name: str, attributes: dict[str, str]) -> tuple[str, str]:
    """Where the attributes lead, and the words for a link as HTML; both may be empty."""
    target = unescape(next((attributes[key] for key in _LINKS if key in attributes), ""))
    words = _link_words(attributes)
    if _IS_LINK.search(name):
        words = words or attributes.get("label") or attributes.get("title", "")
    words = _html(words)
    if target.startswith("url:"):  # WPBakery: url:…|title:…|target:…
        fields = dict(field.partition(":")[::2] for field in target.split("|"))
        target, words = unquote(fields.get("url", "")), words or escape(unquote(fields.get("title", "")), quote=False)
    target = target.removeprefix("manually,")  # Enfold: how it was chosen, then where
    return "" if target == "#" else target, words


def _link(code: Shortcode, target: str, words: str) -> tuple[str, str]:
    """A link with the words of the attributes, second; for a button that encloses its words its tag and the end of it."""
    is_button = _IS_BUTTON.search(code.name) is not None
    if target and not words and code.content is not None and is_button:
        return f'<a href="{escape(target)}">', "</a>"
    return "", pieces.link(target, words) if words and (target or is_button) else ""


def _link_words(attributes: dict[str, str]) -> str:
    return next((attributes[key] for key in _LINK_WORDS if key in attributes), "")


def _player(name: str, attributes: dict[str, str], scene: Scene) -> str:
    """What plays the address in the attributes, or the video of this id at the service that the name tells."""
    keys = ("link", "src", "url", "audio", "mp4", "video", "id")
    target = unescape(next((attributes[key] for key in keys if key in attributes), ""))
    service = next((address for service, address in _SERVICES.items() if service in name), "")
    if service and re.fullmatch(r"[\w-]+", target):
        target = service.format(target)
    return show_address(target, scene) if "://" in target else ""
