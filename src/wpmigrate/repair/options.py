"""What a caller may decide about a repair."""

from dataclasses import dataclass, field

from wpmigrate.config import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairOptions:
    """Options of one repair. Without any, nothing but faults is changed."""

    #: Bytes and items of one part; None: one file.
    split_bytes: int | None = None
    split_items: int | None = None
    #: Several exports become one.
    merge: bool = False
    scrub: bool = False
    #: Scrub the names of people too.
    scrub_names: bool = False
    #: Only these items; here an empty `types` means all types.
    selection: Selection = field(default_factory=Selection)
    fix_mojibake: bool = False
    #: Say what would be mended, write nothing.
    dry_run: bool = False
    #: Write even over an input.
    force: bool = False

    @property
    def is_split(self) -> bool:
        """Whether parts are wanted."""
        return self.split_bytes is not None or self.split_items is not None
