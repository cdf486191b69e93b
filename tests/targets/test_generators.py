"""The real generators build what the targets write: strictly, at the old addresses, with every word and no other."""

import json
import os
import shutil
import tomllib
from pathlib import Path

import pytest
from audit import Audit, built, read_export
from built import BuiltSite
from generator import Generator, generators

from wpmigrate.targets import TARGETS, served_path

SITES = Path(__file__).parents[2] / "fixtures" / "sites"
FIXTURES = sorted(path.parent for path in SITES.glob("*/expected.toml"))
GENERATORS = generators()

CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", "nowhere")) / "corpus"
POSTS = 50
"""Exports with fewer posts tell little."""
EXPORTS_EACH = int(os.environ.get("WPMIGRATE_EXPORTS_EACH", "3"))
"""How many of them each generator builds: more take minutes each."""


@pytest.mark.generator
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_a_blog_full_of_traps_is_built_as_it_was(generator: Generator, fixture: Path, tmp_path: Path) -> None:
    """Exit 0 and no complaint, exactly the expected addresses, nothing hidden, each word, link, comment, entry of a list."""
    generator.require()
    expected = tomllib.loads((fixture / "expected.toml").read_text("utf-8"))
    types = tuple(expected.get("types", ()))
    export = read_export(fixture / "export.xml", tmp_path / "json", types)
    assert export.paths == set(expected["items"])

    def lay_out(site: Path, folder: str) -> None:
        """The media of the fixture, where the target publishes files as they are."""
        if (fixture / "media").exists():
            shutil.copytree(fixture / "media", site / folder, dirs_exist_ok=True)

    made = built(generator, fixture / "export.xml", tmp_path, lay_out, types)
    assert made.moves.items() <= expected.get("moved", {}).items()
    posts_page = expected.get("posts_page", "")
    assert export.paths - export.as_built(made).paths <= {*made.moves, *map(served_path, made.moves), posts_page}
    export = export.as_built(made)
    site = BuiltSite(made.public, expected["home"])
    wanted, lists = frozenset(expected["terms"]), tuple(expected.get("lists", ()))
    listed = {
        page: others
        for page, others in expected.get("listed", {}).items()
        if generator.leads_to_terms or page not in expected["items"]
    }
    audit = Audit(
        site=site,
        generator=generator,
        export=export,
        wanted=wanted,
        allowed=lists,
        listed=listed,
        posts_page=posts_page,
    )
    assert not list(audit.faults())
    if generator.sticks:
        assert next((path for path in site.links_of("/") if path in export.post_paths), None) == expected.get("first")
    assert not [page for page, others in expected.get("apart", {}).items() if set(others) & set(site.links_of(page))]
    assert not [text for text in expected["never"] if site.files_with(text.encode())]
    assert all(site.serves(path) for path in expected["files"])
    if generator.leads_on:
        assert {path: site.redirects.get(path) for path in expected["former"]} == expected["former"]


def real_exports() -> list[Path]:
    """Sound exports of the corpus with posts enough, in the order of their names."""
    if not CORPUS.exists():
        return []
    rows = json.loads((CORPUS / "index.json").read_text("utf-8"))
    return [
        CORPUS / row["file"]
        for row in rows
        if row["wellformed"] and min(row["post_types"].get("post", 0), row["statuses"].get("publish", 0)) >= POSTS
    ]


def share_of(number: int) -> list[Path]:
    """Three exports for the generator of this number: each gets others, so that together they see them all."""
    exports = real_exports()
    return [exports[(number * EXPORTS_EACH + step) % len(exports)] for step in range(EXPORTS_EACH)] if exports else []


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.generator
@pytest.mark.parametrize(
    ("generator", "export"),
    [
        pytest.param(generator, path, id=f"{generator.name}-{path.stem[:12]}")
        for number, generator in enumerate(GENERATORS)
        for path in share_of(number)
    ],
)
def test_real_exports_are_built_as_they_were(generator: Generator, export: Path, tmp_path: Path) -> None:
    """Exit 0 and no complaint, an address for each public item and none besides, each word, no dead link."""
    generator.require()
    found = read_export(export, tmp_path / "json")
    made = built(generator, export, tmp_path)
    (posts_page,) = found.paths_of(made.became_lists) or [""]
    found = found.as_built(made)
    site = BuiltSite(made.public, found.home)
    lists = ("/blog/", *(f"*/{taxonomy}/*" for taxonomy in sorted(found.taxonomies)))
    assert not list(Audit(site=site, generator=generator, export=found, allowed=lists, posts_page=posts_page).faults())


def test_each_generator_builds_a_target_that_has_a_scaffold() -> None:
    """Each recipe names a target; each target with a scaffold has a recipe, or is one that no test can build."""
    built_targets = {generator.target_name for generator in GENERATORS}
    with_scaffold = {name for name, target in TARGETS.items() if target.scaffold is not None}
    assert built_targets <= with_scaffold
    assert with_scaffold - built_targets <= UNBUILDABLE


UNBUILDABLE: frozenset[str] = frozenset({"zola"})
"""Targets whose generator no package registry has; they are checked by its published rules."""
