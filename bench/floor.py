"""The floor: the least that any converter on lxml does. Run `python -m bench.floor export.xml OUT`.

Without OUT nothing is written: a plain parse, beside which a validation is measured.

lxml parses the XML, lxml.html parses every body, one small file a post is written; one process, nothing else.
It converts nothing: a converter is measured by how many times as long it takes.
"""

import sys
from pathlib import Path

from lxml import etree, html

WP = "{http://wordpress.org/export/1.2/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def run(export: Path, out: Path | None) -> int:
    """Parse every body and write a file for it, if there is an `out`; their number is returned."""
    if out is not None:
        out.mkdir(parents=True)
    written = 0
    parser = etree.iterparse(str(export), tag="item", huge_tree=True, resolve_entities=False, no_network=True)
    for _, item in parser:
        body = item.findtext(CONTENT)
        if body:
            tree = html.document_fromstring(body)
            name = item.findtext(f"{WP}post_id")
            if out is not None:
                (out / f"{name}.md").write_text(f"{item.findtext('title')}\n{len(tree)}\n", encoding="utf-8")
            written += 1
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]
    return written


if __name__ == "__main__":
    sys.stdout.write(f"{run(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)}\n")
