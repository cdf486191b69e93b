"""Blocks whose HTML in the export is what WordPress shows."""

STATIC = tuple(
    """
    accordion accordion-heading accordion-item accordion-panel audio button buttons column columns details group
    heading html image list list-item media-text missing more nextpage paragraph preformatted pullquote quote
    separator social-links spacer subhead tab table tab-list tab-panel tab-panels tabs text-columns verse video
    """.split()  # noqa: SIM905 - a list of names reads better as a text
)
