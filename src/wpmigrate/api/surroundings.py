"""What a body may ask of the rest of the site, answered from the index."""

from collections.abc import Sequence

from wpmigrate.model import Attachment, Entry, SiteIndex


class IndexSurroundings:
    """Answers of one site; built once, before any body is converted."""

    def __init__(self, index: SiteIndex) -> None:
        """Look-ups over `index`, which no longer changes."""
        self._index = index
        self._attached = index.attached()
        self._entries = index.by_post_id()

    def attachment(self, id: int) -> Attachment | None:  # noqa: A002 - the field's own word
        """The file of the media library with this post id; None also when it was itself not public.

        Source: `gallery_shortcode()` and `wp_playlist_shortcode()` show files that have the status of their post.
        """
        entry: Entry | None = self._entries.get(id)
        is_shown = entry is None or entry.is_of_secret or not entry.is_hidden
        return self._index.attachments.get(id) if is_shown else None

    def attached(self, post_id: int, kind: str) -> Sequence[int]:
        """Ids of the files of a kind that were uploaded to the post, in WordPress's order; none of a hidden post.

        Source: `gallery_shortcode()`, which ends where its reader may not read the post.
        """
        entry: Entry | None = self._entries.get(post_id)
        return () if entry is not None and entry.is_hidden else self._attached.of(post_id, kind)

    def reusable_block(self, id: int) -> str | None:  # noqa: A002 - the field's own word
        """The body of a public reusable block."""
        return self._index.reusable_blocks.get(id)

    def permalink(self, post_id: int) -> str:
        """The old address of an item; empty when it is unknown or must not be told."""
        entry: Entry | None = self._entries.get(post_id)
        return entry.link if entry is not None else ""
