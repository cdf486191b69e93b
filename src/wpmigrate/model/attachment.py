"""A file of the media library."""

from typing import TYPE_CHECKING

from .record import Record, plain, text, whole

FILE_ENDINGS = {
    "image": (".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico", ".heic"),
    "audio": (".mp3", ".ogg", ".oga", ".m4a", ".wav", ".flac", ".wma", ".aac"),
    "video": (".mp4", ".m4v", ".webm", ".ogv", ".mov", ".wmv", ".flv"),
}
"""File names by kind, as `wp_attachment_is_image()`, `wp_get_audio_extensions()` and `wp_get_video_extensions()` know them,
with the newer formats."""


class Attachment(Record):
    """What a body may ask about a file of the media library. Texts are plain except `caption` (HTML)."""

    if not TYPE_CHECKING:  # a type checker takes the fields for attributes, which would need slots
        __slots__ = ()

    id: int = whole()
    #: Address of the original file; empty when the export names none.
    url: str = text(default="")
    #: Address of the attachment page.
    link: str = text(default="")
    title: str = text(default="")
    alt: str = text(default="")
    caption: str = text(default="")
    description: str = text(default="")
    #: The post it was uploaded to, 0 for none.
    parent: int = whole(default=0)
    menu_order: int = whole(default=0)
    #: Pixels, 0 when unknown.
    width: int = whole(default=0)
    height: int = whole(default=0)
    #: `_wp_attached_file`: the path below the uploads folder.
    file: str = text(default="")
    #: (name, file name, width, height) of the smaller copies that WordPress made.
    sizes: tuple[tuple[str, str, int, int], ...] = plain(default=())

    @property
    def kind(self) -> str:
        """What the file name says that it is: "image", "audio", "video", or nothing."""
        name = self.url.partition("?")[0].lower()
        return next((kind for kind, endings in FILE_ENDINGS.items() if name.endswith(endings)), "")
