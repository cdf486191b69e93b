"""The scene in which handlers work: one body while it is rendered, with its surroundings and what was found so far."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .body import Body, ContentOptions, Surroundings
from .kept_embeds import KeptEmbeds


@dataclass(slots=True)
class Scene:
    """All that a handler may use. Made anew for each body."""

    body: Body
    around: Surroundings
    options: ContentOptions
    #: The user's rules for shortcodes, by name.
    rules: Mapping[str, str | Callable[[Mapping[str, str], str], str | None]]
    #: Shows the shortcodes in a piece of text; set once the scene stands.
    expand: Callable[[str], str] = str
    #: Shows the blocks in a piece of text; set once the scene stands.
    show_blocks: Callable[[str], str] = str
    #: Code blocks and spans that wait for their place, as HTML.
    held: list[str] = field(default_factory=list)
    #: HTML of the footnotes by key, in order.
    footnotes: dict[str, str] = field(default_factory=dict)
    #: How often what was met: (code, name) → number.
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    #: What was missing or could not be shown: (code, name) → a piece of the body near the first one, and the values.
    gathered: dict[tuple[str, str], tuple[str, dict[str, None]]] = field(default_factory=dict)
    #: Reusable blocks that are being shown, and how many were.
    open_references: list[int] = field(default_factory=list)
    references: int = 0
    #: What WordPress kept of the embeds of this body.
    kept_embeds: KeptEmbeds = field(init=False)

    def __post_init__(self) -> None:
        """Take from the body what handlers ask for."""
        self.kept_embeds = KeptEmbeds(self.body.meta)

    def count(self, code: str, name: str) -> None:
        """Note one occurrence; each (code, name) makes one diagnostic."""
        self.counts[code, name] += 1

    def gather(self, code: str, value: str, *, name: str = "", near: str = "") -> None:
        """Note a value that is missing or not shown; each (code, name) makes one diagnostic with all values."""
        self.gathered.setdefault((code, name), (near, {}))[1][value] = None

    def hold(self, html: str, *, is_block: bool) -> str:
        """A stand-in for HTML that no later stage may look into; `release` puts it back."""
        self.held.append(html)
        name = "pre" if is_block else "code"
        return f'<{name} data-held="{len(self.held) - 1}"></{name}>'

    def add_footnote(self, html: str) -> str:
        """The key of a new footnote."""
        key = str(len(self.footnotes) + 1)
        self.footnotes[key] = html
        return key

    def line_of(self, piece: str) -> int:
        """The line of the body on which a piece of it first stands; 1 when it does not."""
        at = self.body.text.find(piece) if piece else -1
        return self.body.text.count("\n", 0, at) + 1 if at >= 0 else 1
