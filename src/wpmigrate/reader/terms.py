"""The `<category>` elements of an item → its terms, without the doubles of old exporters."""

from wpmigrate.model import TermRef

from .titles import plain_name

TAXONOMIES = {"tag": "post_tag", "": "category"}
"""`domain` of old exporters and of feeds → taxonomy."""


def read_terms(categories: list[tuple[str, str, str]]) -> tuple[TermRef, ...]:
    """The terms of the domains, nicenames and texts of categories, in file order, each once.

    Exporters up to 3.0 write every term twice, first without its slug; such a one is left out when a term of the same
    name has a slug.
    """
    found: dict[tuple[str, str], TermRef] = {}
    bare: list[TermRef] = []
    for domain, nicename, text in categories:
        slug = nicename.strip()
        taxonomy = TAXONOMIES.get(domain.strip(), domain.strip())
        if "://" in taxonomy:
            # RSS has an address there.
            taxonomy = "category"
        term = TermRef(taxonomy=taxonomy, slug=slug, name=plain_name(text) or slug)
        if slug:
            found.setdefault((taxonomy, slug), term)
        elif term.name:
            bare.append(term)
    if bare:
        named = {term.name for term in found.values()}
        for term in bare:
            if term.name not in named:
                found.setdefault((term.taxonomy, "\0" + term.name), term)
    return tuple(found.values())
