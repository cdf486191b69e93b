"""What a caller may decide about reading."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """Options and limits of the reader. The limits lie far beyond every real export; what exceeds them is refused."""

    #: Mend UTF-8 that was encoded twice, where the result reads back right (else it is only reported).
    fix_mojibake: bool = False
    #: What the inputs are: empty to be told by their content, `text` for plain texts of posts.
    kind: str = ""
    #: The language of the blog ("sv_SE"), empty to be voted over what its pages say.
    locale: str = ""
    #: Bytes of one text field.
    max_field: int = 256 * MEGABYTE
    #: Bytes of one tag or XML comment (expat holds it whole).
    max_token: int = 8 * MEGABYTE
    #: Levels of XML elements.
    max_depth: int = 2048
    #: A compressed input may grow by this factor …
    max_ratio: int = 100
    #: … once it is larger than this many bytes.
    free_growth: int = 50 * MEGABYTE
    #: Archives inside archives.
    max_nesting: int = 3
