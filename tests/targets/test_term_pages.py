"""Terms of taxonomies whatever they are called: plugins register names that no path and no template takes."""

import json
import re
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets import TARGETS, Target
from wpmigrate.targets.term_pages import free_name

EXPORT = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>https://example.org</link>
<wp:wxr_version>1.2</wp:wxr_version><item><title>A</title><link>https://example.org/2020/01/a/</link>
<content:encoded><![CDATA[<p>Say {% for %} twice.</p><p>More.</p>]]></content:encoded><wp:post_id>1</wp:post_id>
<wp:post_date>2020-01-02 03:04:05</wp:post_date><wp:post_name>a</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type><category domain="Serie: A/B?" nicename="one"><![CDATA[One]]></category>
</item></channel></rss>"""


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_taxonomy_of_any_name_is_converted(name: str, tmp_path: Path) -> None:
    """Its terms come out, in files and at addresses that every system allows."""
    export = tmp_path / "export.xml"
    export.write_text(EXPORT, "utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to=name))
    files = [path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")]
    assert files
    assert not [path for path in files if set(path) & set(":? ")]


@pytest.mark.parametrize("order", [("Kids", "kids"), ("kids", "Kids")])
def test_a_term_has_one_name_however_items_spell_it(order: tuple[str, str], tmp_path: Path) -> None:
    """In an export that lists no terms, the pages of terms find their items by the name."""
    head, item, tail = re.split(r"(<item>.*</item>)", EXPORT, flags=re.DOTALL)
    items = [item.replace("One", name).replace("<wp:post_id>1", f"<wp:post_id>{n}") for n, name in enumerate(order)]
    export = tmp_path / "export.xml"
    export.write_text(head + "".join(items) + tail, "utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to="json"))
    found = json.loads((tmp_path / "out" / "site.json").read_text("utf-8"))["items"]
    assert [next(iter(found[number]["terms"].values()))[0]["name"] for number in (0, 1)] == ["Kids", "Kids"]


@pytest.mark.parametrize(
    ("taxonomy", "name"),
    [
        ("serie", "serie"),
        ("Serie: A/B?", "Serie-A-B"),
        ("url", "wp-url"),
        ("URL?", "wp-URL"),
        ("??", "terms"),
        ("category", "categories"),
    ],
)
def test_names_of_taxonomies_are_free_plain_words(taxonomy: str, name: str) -> None:
    """They are keys of front matter and folders."""
    assert free_name(taxonomy, frozenset({"url"})) == name


def test_jekyll_closes_no_liquid_in_a_summary(tmp_path: Path) -> None:
    """Jekyll adds the end of a block to what stands before the separator, even where Liquid is off: there is none then."""
    export = tmp_path / "export.xml"
    export.write_text(EXPORT, "utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to="jekyll"))
    post = (tmp_path / "out" / "_posts" / "2020-01-02-a.md").read_text("utf-8")
    assert "\nexcerpt_separator: ''\n" in post or '\nexcerpt_separator: ""\n' in post


@pytest.mark.parametrize("target", [target for target in TARGETS.values() if any(not key.name for key in target.keys)])
def test_no_taxonomy_takes_the_name_of_a_key(target: Target) -> None:
    """A taxonomy called `authors` is none of the authors."""
    names = {key.name.partition(".")[0].lower() for key in target.keys if key.name} - {"category"}  # not a custom one
    forms = [key.form for key in target.keys if not key.name and key.form is not None]
    spread = [form({name: ["x"]}) for form in forms for name in sorted(names)]
    assert [found for found in spread if isinstance(found, dict) and names & set(found)] == []
