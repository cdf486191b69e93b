"""The surroundings of a body whose site holds nothing else."""

from collections.abc import Sequence

from wpmigrate.model import Attachment


class Nowhere:
    """A site without anything."""

    def attachment(self, id: int) -> Attachment | None:  # noqa: A002 - the protocol's own word
        """None."""
        return None

    def attached(self, post_id: int, kind: str) -> Sequence[int]:
        """None."""
        return ()

    def reusable_block(self, id: int) -> str | None:  # noqa: A002 - the protocol's own word
        """None."""
        return None

    def permalink(self, post_id: int) -> str:
        """None."""
        return ""
