"""`[audio]`, `[video]` and `[playlist]`.

Sources: `wp_audio_shortcode()`, `wp_video_shortcode()`, `wp_playlist_shortcode()`. Of several addresses a browser plays the first
that it can. WordPress passes over bare addresses, which its forerunners read, and plays a file of the post: here that is second.
"""

import re
from html import escape

from wpmigrate.content import html_pieces as pieces
from wpmigrate.content.providers import is_embeddable
from wpmigrate.content.scene import Scene

from .gallery import found_files, numbers
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
    """What plays the addresses of the attributes, else the bare ones, else the first file attached to the post."""
    attributes = code.attributes
    one_thing = [attributes[name] for name in names if attributes.get(name)]
    things = [one_thing] if one_thing else [[url] for url in _bare(code)]
    if len(things) < 2 and not one_thing and (attached := _attached(kind, scene)):
        things = [[*(things[0] if things else ()), attached]]
    if not things:
        return None
    text = _TAG_OR_ADDRESS.sub("", code.content or "")
    shown = "".join(_shown(kind, thing, attributes.get("poster", "")) for thing in things)
    return shown + (scene.expand(code.content or "") if text.strip() else "")


def _bare(code: Shortcode) -> list[str]:
    """The addresses of old players, `[audio one.mp3, two.mp3|titles=…]`, or those that it encloses."""
    bare = code.attribute_text.lstrip(" :").partition("|")[0]
    return _ADDRESS.findall(bare) or _ADDRESS.findall(code.content or "")


def _attached(kind: str, scene: Scene) -> str:
    """The file that WordPress plays where no attribute names one, unless the body shows it anyway."""
    ids = scene.around.attached(scene.body.post_id, kind) if scene.body.post_id else ()
    file = scene.around.attachment(ids[0]) if ids else None
    return file.url if file is not None and file.url.partition(":")[2] not in scene.body.text else ""


def _shown(kind: str, urls: list[str], poster: str) -> str:
    """An embed where a video service plays it, else a player for all the addresses."""
    if is_embeddable(urls[0]):
        return pieces.embed(urls[0])
    return f"<p>{pieces.player(kind, *dict.fromkeys(urls), poster=poster)}</p>"


def playlist(code: Shortcode, scene: Scene) -> str | None:
    """A list of links to the files that are named, else to those of the post; missing ones are named."""
    ids = numbers(code.attributes.get("ids", ""))
    if not ids and scene.body.post_id:
        ids = list(scene.around.attached(scene.body.post_id, code.attributes.get("type") or "audio"))
    files = found_files(ids, scene, near="[playlist")
    if not ids:
        scene.count("WXR502", "[playlist]")
    items = [pieces.link(file.url, escape(file.title or file.url, quote=False)) for file in files]
    return "<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>" if items else ""
