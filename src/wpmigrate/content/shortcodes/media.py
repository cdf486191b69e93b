"""`[audio]`, `[video]` and `[playlist]`.

Sources: `wp_audio_shortcode()`, `wp_video_shortcode()`, `wp_playlist_shortcode()`.
"""

import re
from html import escape

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.providers import is_embeddable
from wpmigrate.content.scene import Scene

from .gallery import numbers
from .grammar import Shortcode

_AUDIO = ("src", "mp3", "m4a", "ogg", "oga", "wav", "flac", "wma", "aac")
_VIDEO = ("src", "mp4", "m4v", "webm", "ogv", "mov", "wmv", "flv")
_ADDRESS = re.compile(r"""(?:https?:)?//[^\s"'<>|,]+|/?[\w./%-]+\.\w{2,4}\b""")


_TAG_OR_ADDRESS = re.compile(r"<[^<>]*>|(?:https?:)?//[^\s<>]+")


def audio(code: Shortcode, scene: Scene) -> str | None:
    """An audio player; a bare address does as well, also with the settings of old players after a bar."""
    return _players("audio", code, _AUDIO, scene)


def video(code: Shortcode, scene: Scene) -> str | None:
    """A video player, or an embed where the address is that of a video service."""
    return _players("video", code, _VIDEO, scene)


def _players(kind: str, code: Shortcode, names: tuple[str, ...], scene: Scene) -> str | None:
    attributes = code.attributes
    urls = [attributes[name] for name in names if attributes.get(name)][:1]
    if not urls:
        bare = code.attribute_text.lstrip(" :").partition("|")[0]
        urls = _ADDRESS.findall(bare) or _ADDRESS.findall(code.content or "")
    if not urls:
        return None
    shown = (pieces.embed(url) if is_embeddable(url) else f"<p>{pieces.player(kind, url)}</p>" for url in urls)
    text = _TAG_OR_ADDRESS.sub("", code.content or "")
    return "".join(shown) + (scene.expand(code.content or "") if text.strip() else "")


def playlist(code: Shortcode, scene: Scene) -> str | None:
    """A list of links to the files."""
    files = [scene.around.attachment(number) for number in numbers(code.attributes.get("ids", ""))]
    items = [pieces.link(file.url, escape(file.title or file.url, quote=False)) for file in files if file and file.url]
    return "<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>" if items else None
