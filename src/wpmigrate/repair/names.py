"""Namespaces of an export under repair: what its root declares, what it lacks, what other documents mean by it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from wpmigrate.reader import Element, Scope, family_of, is_broken_declaration, is_slip
from wpmigrate.wxr import NAMESPACES, Edit, attributes

from .entry import EntryText, in_order

_SAFE = "%/:=&?~#+!$,;'@()*"
_PREFIX = re.compile(r"[^\W\d][\w.-]*")
_NEEDS_NO_DECLARATION = ("xmlns", "xml")


def _meaning(prefix: str, address: str) -> str:
    """The family that a root gives a prefix, as the reader understands it."""
    is_wrong = is_slip(prefix, address) or is_broken_declaration(f"xmlns:{prefix}", address)
    return prefix if is_wrong and prefix in NAMESPACES else family_of(address)


def _address_of(family: str) -> str:
    """An address for a family, as the reader calls it: WordPress's own, or the one that it is."""
    if family.startswith("{"):
        return quote(family[1:-1], safe=_SAFE)
    return NAMESPACES.get(family, "http://purl.org/rss/1.0/")


@dataclass(slots=True)
class Names:
    """Prefixes of the new root and of the document that is read just now."""

    #: Prefix → address, as the first root declares it.
    declared: dict[str, str] = field(default_factory=dict)
    #: The same for prefixes that the new root has to declare beside those.
    added: dict[str, str] = field(default_factory=dict)
    #: Declarations as written (`xmlns:x="…"`) → the same with an address that strict readers take.
    broken: dict[str, str] = field(default_factory=dict)
    #: What this document means by prefixes that mean something else in the new root.
    clashing: dict[str, str] = field(default_factory=dict)

    #: How the document that gives the new root reads its prefixes: prefix → family.
    families: dict[str, str] = field(default_factory=dict)

    def open_first(self, declared: Mapping[str, str], scope: Scope) -> None:
        """The document that gives the new root begins."""
        self.declared, self.families = dict(declared), dict(scope.families)

    def open_next(self, declared: Mapping[str, str]) -> None:
        """Another document begins, whose entries come under the same root."""
        known = {**self.declared, **self.added}
        self.clashing = {
            prefix: address
            for prefix, address in declared.items()
            if _meaning(prefix, known.get(prefix, address if prefix else "")) != _meaning(prefix, address)
        }
        self.added |= {
            prefix: NAMESPACES[prefix] if is_slip(prefix, address) else address
            for prefix, address in declared.items()
            if prefix and prefix not in known
        }

    def add_undeclared(self, prefixes: Iterable[str]) -> None:
        """Declare prefixes that their document does not declare; WordPress's own meaning is taken where it has one."""
        for prefix in filter(_PREFIX.fullmatch, prefixes):
            self.added.setdefault(prefix, NAMESPACES.get(prefix) or f"urn:undeclared:{quote(prefix)}")

    def wordpress_prefix(self) -> str:
        """The prefix of WordPress's own elements in the new root; it is declared if need be."""
        for prefix, address in (*self.declared.items(), *self.added.items()):
            if prefix and family_of(address) == "wp":
                return prefix
        self.add_undeclared(["wp"])
        return "wp"

    def add_broken(self, declarations: Iterable[str]) -> None:
        """Mend addresses that are none: WordPress's own for its prefixes, else the same in ASCII (RFC 3987, §3.1)."""
        for declaration in declarations:
            name, _, address = declaration.partition('="')
            own = NAMESPACES.get(name.removeprefix("xmlns:"))
            valid = own or quote(address.removesuffix('"').strip(), safe=_SAFE)
            self.broken[declaration] = f'{name}="{valid}"'

    def read_anew(self, declared: Mapping[str, str]) -> dict[str, str]:
        """Declarations that say what the reader understood, for a root whose own are not well-formed."""
        found: dict[str, str] = {}
        for prefix, family in self.families.items():
            own = declared.get(prefix, "")
            if not _PREFIX.fullmatch(prefix) or prefix in _NEEDS_NO_DECLARATION:
                continue
            is_right = family_of(own) == family and not is_broken_declaration(f"xmlns:{prefix}", own)
            found[prefix] = own if is_right else _address_of(family)
        return found

    def add_read(self, families: Mapping[str, str]) -> None:
        """Declare prefixes that were declared where nothing is kept, such as on a second root inside the first."""
        for prefix, family in families.items():
            is_known = prefix in self.declared or prefix in self.added or prefix in _NEEDS_NO_DECLARATION
            if not is_known and _PREFIX.fullmatch(prefix):
                self.added[prefix] = _address_of(family)

    def mend_broken(self, xml: bytes) -> bytes:
        """The bytes with the mended declarations."""
        for old, new in self.broken.items():
            name, _, address = old.partition("=")
            for mark in ('"', "'"):
                xml = xml.replace(f"{name}={mark}{address[1:-1]}{mark}".encode(), new.encode())
        return xml

    def mend_addresses(self, xml: bytes, element: Element) -> bytes:
        """The bytes of an entry, with addresses that strict readers take in what it declares itself."""
        if b"xmlns" not in xml:
            return xml
        self.add_broken(
            f'{name}="{address}"'
            for below in in_order(element)
            for name, address in below.attributes.items()
            if is_broken_declaration(name, address)
        )
        return self.mend_broken(xml)

    def declare_in(self, entry: EntryText) -> None:
        """Declare what means something else here than in the root on the entry itself."""
        needed = {
            prefix: address
            for prefix, address in self.clashing.items()
            if not prefix or f"{prefix}:".encode() in entry.xml
        }
        if needed:
            named = {f"xmlns:{prefix}" if prefix else "xmlns": address for prefix, address in needed.items()}
            at = entry.after_name()
            entry.edits.append(Edit(at, at, attributes(named)))
