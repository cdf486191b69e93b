"""The real generators build what the targets write: strictly, at the old addresses, with every word and no other."""

import json
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from built import BuiltSite, matches, tree_of, words_of
from generator import Generator, generators

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets import TARGETS, served_path

FIXTURE = Path(__file__).parents[2] / "fixtures" / "sites" / "generators"
EXPECTED = tomllib.loads((FIXTURE / "expected.toml").read_text("utf-8"))
GENERATORS = generators()


def built(generator: Generator, export: Path, folder: Path, media: Path | None = None) -> BuiltSite:
    """The site that the generator builds from an export, its media laid out as they were."""
    target = TARGETS[generator.target_name]
    assert target.scaffold is not None
    site = folder / "site"
    (result,) = convert([export], site, ConvertOptions(to=target.name))
    assert result.is_scaffolded
    if media is not None:
        shutil.copytree(media, site / target.media, dirs_exist_ok=True)
    generator.run(site)
    return BuiltSite(site / (generator.public or target.scaffold.public), EXPECTED["home"])


def records(export: Path, folder: Path) -> Iterator[Mapping[str, Any]]:
    """The public items of an export, as the target json has them: what the pages are compared with."""
    convert([export], folder / "json", ConvertOptions(to="json"))
    for item in json.loads((folder / "json" / "site.json").read_text("utf-8"))["items"]:
        if not item["draft"]:
            yield item


@pytest.mark.generator
@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_a_blog_full_of_traps_is_built_as_it_was(generator: Generator, tmp_path: Path) -> None:
    """Exit 0 and no complaint, exactly the expected addresses, nothing hidden, each word, each link, each picture."""
    generator.require()
    site = built(generator, FIXTURE / "export.xml", tmp_path, FIXTURE / "media")
    assert_addresses(site, generator)
    for text in EXPECTED["never"]:
        assert not site.files_with(text.encode()), text
    for record in records(FIXTURE / "export.xml", tmp_path):
        assert_page(site, generator, record)
    assert not list(site.dead_links())
    assert all(site.serves(path) for path in EXPECTED["files"])


def assert_addresses(site: BuiltSite, generator: Generator) -> None:
    """The built site has the pages of items and terms, what the recipe names, and no others; former ones lead on."""
    wanted = {*EXPECTED["items"], *EXPECTED["terms"]}
    pages = site.content_pages()
    assert not wanted - pages, f"missing: {sorted(wanted - pages)}"
    others = {path for path in pages - wanted if not matches(path, generator.others)}
    assert not others, f"not expected: {sorted(others)}"
    if generator.leads_on:
        assert {path: site.redirects.get(path) for path in EXPECTED["former"]} == EXPECTED["former"]


def assert_page(site: BuiltSite, generator: Generator, record: Mapping[str, Any]) -> None:
    """The page of an item has its title, its terms and the words of its body."""
    path = served_path(record["permalink"])
    page = site.tree(path)
    (content,) = page.xpath(generator.content)
    whole = "".join(page.text_content().split())
    for name in [record["title"], *(term["name"] for term in record["categories"] + record["tags"])]:
        assert "".join(name.split()) in whole, (path, name)
    source = tree_of(f"<div>{record['content']['html']}</div>".encode())
    expected = words_of(source, [".//sup[@class='footnote-ref']"])
    assert words_of(content, generator.added) == expected, path


def test_each_generator_builds_a_target_that_has_a_scaffold() -> None:
    """Each recipe names a target; each target with a scaffold has a recipe, or is one that no test can build."""
    built_targets = {generator.target_name for generator in GENERATORS}
    with_scaffold = {name for name, target in TARGETS.items() if target.scaffold is not None}
    assert built_targets <= with_scaffold
    assert with_scaffold - built_targets <= UNBUILDABLE


UNBUILDABLE: frozenset[str] = frozenset({"zola"})
"""Targets whose generator no package registry has; they are checked by its published rules."""
