"""The floor: the least that any converter on lxml does. Run `python -m bench.floor export.xml OUT`.

lxml parses the XML, lxml.html parses every body, one small file a post is written; one process, nothing else.
It converts nothing: a converter is measured by how many times as long it takes.
"""

import sys
from pathlib import Path

from lxml import etree, html

WP = "{http://wordpress.org/export/1.2/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def run(export: Path, out: Path) -> int:
    """Write a file for each item that has a body; their number is returned."""
    out.mkdir(parents=True)
    written = 0
    parser = etree.iterparse(str(export), tag="item", huge_tree=True, resolve_entities=False, no_network=True)
    for _, item in parser:
        body = item.findtext(CONTENT)
        if body:
            tree = html.document_fromstring(body)
            name = item.findtext(f"{WP}post_id")
            (out / f"{name}.md").write_text(f"{item.findtext('title')}\n{len(tree)}\n", encoding="utf-8")
            written += 1
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]
    return written


if __name__ == "__main__":
    sys.stdout.write(f"{run(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
