"""What cleaning left out: counted while it happens, told afterwards in one diagnostic a kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.html import HtmlElement, block_text, split_url, words

from .addresses import host_and_path
from .hosts import is_tracker
from .style import background_of

#: Letters of a hidden text, or of an address, that are shown in a diagnostic.
_SAMPLE = 80
#: Hosts that a diagnostic names.
_HOSTS = 5
_PLAYERS = ("iframe", "object", "embed", "video", "audio")


@dataclass(slots=True)
class Cleaned:
    """What `clean` did. Words, links and pictures that are in the input and not in the output are in these counters.

    Keys are reasons: `hidden`, `tracker`, `fallback` (what a player shows where it cannot play), `svg`, `template`,
    `title`, `form` (values of fields), `noscript` (the second copy of a picture), `address` (unsafe or none) …
    `dropped_words` counts words as `html.words` reads them from `html.block_text`, scripts and styles left out;
    words of a text count once each time they stand in it.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    #: ("words", "links" or "images", reason) → number.
    dropped: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def dropped_words(self) -> Counter[str]:
        """Words by reason."""
        return self._by_reason("words")

    @property
    def dropped_links(self) -> Counter[str]:
        """Links by reason."""
        return self._by_reason("links")

    @property
    def dropped_images(self) -> Counter[str]:
        """Pictures by reason."""
        return self._by_reason("images")

    def _by_reason(self, what: str) -> Counter[str]:
        return Counter({reason: number for (kind, reason), number in self.dropped.items() if kind == what})


@dataclass(slots=True)
class Account:
    """Collects what is left out. `number` counts occurrences by code or (code, element)."""

    number: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    elements: dict[str, int] = field(default_factory=dict)
    hosts: dict[str, dict[str, None]] = field(default_factory=dict)
    sample: str = ""
    #: The style or attribute that hid the first hidden text.
    hidden_by: str = ""
    #: What went with its words, links and images: ("words", "links" or "images", reason) → number.
    dropped: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    #: Addresses of pictures behind elements, each once.
    backgrounds: dict[str, None] = field(default_factory=dict)

    def note(self, code: str, url: str = "") -> None:
        """Count one finding, with the host of its address."""
        self.number[code] += 1
        self.name_host(code, url)

    def note_handlers(self, names: Iterable[object]) -> None:
        """Count the script handlers among the names of attributes that go."""
        for name in names:
            if str(name).startswith("on"):
                self.note("WXR511")

    def note_element(self, element: HtmlElement, url: str = "") -> None:
        """Count one element that was left out for being what it is."""
        name = str(element.tag)
        self.elements[name] = self.elements.get(name, 0) + 1
        self.name_host("WXR516 " + name, url)

    def name_host(self, key: str, url: str) -> None:
        """Remember the host of an address for a diagnostic."""
        host = host_of(url) if url else ""
        if host:
            self.hosts.setdefault(key, {})[host] = None

    def leave_out(self, element: HtmlElement, reason: str) -> str:
        """Count the words, links and pictures of a subtree that goes; gives its text on one line."""
        text = block_text(element)
        found = len(words(text))
        if found:
            self.dropped["words", reason] += found
        for link in element.iter("a"):
            if link.get("href"):
                self.dropped["links", reason] += 1
        for _ in element.iter("img"):
            self.dropped["images", reason] += 1
        return " ".join(text.split())

    def hide(self, element: HtmlElement) -> None:
        """Count a subtree that the page hid; of one that holds no more than players these are named."""
        before = sum(self.dropped.values())
        text = self.leave_out(element, "hidden")
        if not text and before == sum(self.dropped.values()):
            for player in element.iter(*_PLAYERS):
                self._note_player(player)
            return
        self.number["WXR512"] += 1
        self.sample = self.sample or text[:_SAMPLE]
        self.hidden_by = self.hidden_by or element.get("style") or " hidden"
        for link in element.iter("a"):
            self.name_host("WXR512", link.get("href") or "")

    def _note_player(self, player: HtmlElement) -> None:
        told = (part.get("src") or part.get("data") for part in player.iter(str(player.tag), "source"))
        address = next(filter(None, told), "")
        if is_tracker(*host_and_path(address)):
            self.note("WXR514", address)
        elif address.strip():
            self.note_element(player, address)

    def see_background(self, style: str) -> None:
        """Remember the picture that a style puts behind an element, if any."""
        if "url(" in style.lower() and (address := background_of(style)):
            self.backgrounds[address] = None

    def settle_backgrounds(self, shown: Iterable[str]) -> None:
        """Count the pictures behind elements that are not among the addresses that are `shown` as pictures."""
        names = set(map(_file_name, shown))
        self.backgrounds = {address: None for address in self.backgrounds if _file_name(address) not in names}
        if self.backgrounds:
            self.number["WXR525"] = len(self.backgrounds)

    def cleaned(self) -> Cleaned:
        """The counters and their diagnostics, in code order."""
        found: list[Diagnostic] = []
        for code in sorted(self.number):
            if code == "WXR512":
                hosts, sample = self._hosts(code), self.sample or "…"
                found.append(
                    diagnose(
                        code,
                        near=self.hidden_by,
                        words=self.dropped.get(("words", "hidden"), 0),
                        hosts=hosts,
                        sample=sample,
                    )
                )
            else:
                first = next(iter(self.backgrounds)) if code == "WXR525" else ""
                number, hosts = self.number[code], self._hosts(code)
                found.append(diagnose(code, near=first, number=number, hosts=hosts, sample=first[:_SAMPLE]))
        for name in sorted(self.elements):
            hosts = self._hosts("WXR516 " + name)
            found.append(diagnose("WXR516", near=f"<{name}", number=self.elements[name], element=name, hosts=hosts))
        found.sort(key=lambda one: one.code)
        return Cleaned(found, self.dropped)

    def _hosts(self, key: str) -> str:
        hosts = list(self.hosts.get(key, ()))
        if not hosts:
            return ""
        more = ", …" if len(hosts) > _HOSTS else ""
        return " (" + ", ".join(hosts[:_HOSTS]) + more + ")"


def _file_name(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def host_of(url: str) -> str:
    """The host of an address, lower case, without port; empty for relative and unreadable ones."""
    return (split_url(url.strip()).hostname or "").lower() if "//" in url else ""
