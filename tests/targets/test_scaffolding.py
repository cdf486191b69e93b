"""Scaffolds: what they are filled with is data for the generator, never its syntax; a site that stands there stays."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from wpmigrate import ConvertOptions, convert
from wpmigrate.targets import TARGETS, SiteView, Target, scaffold_files

DEMO = Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml"
WITH_SCAFFOLD = [target for target in TARGETS.values() if target.scaffold is not None]
HOSTILE = 'A "b" \\ {{ c }} {% d %} @title@ </script> # é: [x] \u2028\n---\n$(e) `f` ${g} %h'
SITE = SiteView(
    title=HOSTILE,
    description=HOSTILE,
    language="sv-SE",
    base_url="https://example.org/",
    time_zone="Europe/Stockholm",
    taxonomies=(),
    terms=(),
    authors=(),
    aliases=(),
    items=(),
    paths=frozenset(),
    list_path="/",
)


def values_in(path: str, text: str) -> object:
    """What the config file says, read as its generator reads it."""
    if path.endswith(".toml"):
        return tomllib.loads(text)
    if path.endswith((".yml", ".yaml")):
        return yaml.safe_load(text)
    if path.endswith(".json"):
        return json.loads(text)
    if path.endswith("docusaurus.config.js"):
        return [json.loads(title) for title in re.findall(r'^ +title: (".*"),$', text, re.MULTILINE)]
    if path.endswith(".py"):
        lines = [line for line in text.splitlines() if line.startswith(("SITENAME", "BLOG_TITLE"))]
        found: dict[str, object] = {}
        exec("\n".join(lines), found)
        return {key: value for key, value in found.items() if key != "__builtins__"}
    return None


def leaves(value: object) -> Iterator[object]:
    """The texts and numbers in a value."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("target", WITH_SCAFFOLD, ids=lambda target: target.name)
def test_a_hostile_title_is_a_title(target: Target) -> None:
    """Quotes, template marks and line ends in title and description come out as they are, in the config's own language."""
    files = [(path, data.decode()) for path, data in scaffold_files(target, SITE)]
    values = [value for path, text in files for value in leaves(values_in(path, text))]
    assert HOSTILE in values or all(values_in(path, text) is None for path, text in files)


@pytest.mark.parametrize("target", WITH_SCAFFOLD, ids=lambda target: target.name)
def test_the_config_and_a_readme_are_there(target: Target) -> None:
    """The file by which the generator knows its site, and how to build it."""
    files = dict(scaffold_files(target, SITE))
    scaffold = target.scaffold
    assert scaffold is not None
    assert scaffold.config in files
    assert scaffold.build in files["README.md"].decode()
    assert scaffold.serve in files["README.md"].decode()


def test_a_value_that_is_missing_takes_its_line_along() -> None:
    """No description: no line that says so."""
    (config,) = [
        data for path, data in scaffold_files(TARGETS["hugo"], replace(SITE, description="")) if path == "hugo.toml"
    ]
    assert b"description" not in config


def test_a_site_that_stands_there_stays(tmp_path: Path) -> None:
    """Content goes into it, its files are not touched, and the hints for its config are told."""
    (tmp_path / "hugo.toml").write_text("title = 'Mine'\n", encoding="utf-8")
    (result,) = convert([DEMO], tmp_path, ConvertOptions(to="hugo"))
    assert (tmp_path / "hugo.toml").read_text(encoding="utf-8") == "title = 'Mine'\n"
    assert not (tmp_path / "layouts").exists()
    assert (tmp_path / "content" / "posts" / "surdeg-for-otaliga.md").exists()
    assert "unsafe = true" in result.lines()[-1]


def test_a_scaffold_that_is_asked_for_overwrites_nothing(tmp_path: Path) -> None:
    """`--scaffold` in a folder with files of others: these are kept and named."""
    (tmp_path / "hugo.toml").write_text("title = 'Mine'\n", encoding="utf-8")
    (result,) = convert([DEMO], tmp_path, ConvertOptions(to="hugo", scaffold=True))
    assert (tmp_path / "hugo.toml").read_text(encoding="utf-8") == "title = 'Mine'\n"
    assert (tmp_path / "layouts" / "baseof.html").exists()
    assert "WXR803" in {found.code for found in result.diagnostics}


def test_the_second_run_keeps_the_scaffold(tmp_path: Path) -> None:
    """What the first run made a site of stays one, although the folder is not empty any more."""
    convert([DEMO], tmp_path / "out", ConvertOptions(to="hugo"))
    (tmp_path / "out" / "public").mkdir()
    (result,) = convert([DEMO], tmp_path / "out", ConvertOptions(to="hugo"))
    assert result.is_scaffolded
    assert (tmp_path / "out" / "hugo.toml").exists()
    assert not result.summary.files["written"]


def test_no_scaffold_is_content_alone(tmp_path: Path) -> None:
    """`--no-scaffold` writes no config, into an empty folder too."""
    convert([DEMO], tmp_path, ConvertOptions(to="jekyll", scaffold=False))
    assert not (tmp_path / "_config.yml").exists()
    assert list((tmp_path / "_posts").iterdir())


@pytest.mark.parametrize(("paths", "outputs"), [((), ["html", "rss"]), (("/",), ["rss"])])
def test_hugo_has_a_feed_where_a_page_stands_at_home(paths: tuple[str, ...], outputs: list[str]) -> None:
    """Old feeds lead to the feed of the home, which is there whoever writes the home page."""
    files = dict(scaffold_files(TARGETS["hugo"], replace(SITE, paths=frozenset(paths))))
    assert tomllib.loads(files["hugo.toml"].decode())["outputs"]["home"] == outputs


def test_pelican_cuts_nothing_off_names_of_terms() -> None:
    """A category of punctuation alone has a slug, without which Pelican warns; C++ and C# are two tags."""
    config = dict(scaffold_files(TARGETS["pelican"], SITE))["pelicanconf.py"].decode()
    assert "CATEGORY_REGEX_SUBSTITUTIONS = TAG_REGEX_SUBSTITUTIONS = AUTHOR_REGEX_SUBSTITUTIONS = []\n" in config


def test_the_readme_says_where_a_copy_of_the_library_belongs(tmp_path: Path) -> None:
    """A blog in a folder has its uploads there, and posts name them by that address."""
    export = tmp_path / "export.xml"
    text = DEMO.read_text(encoding="utf-8").replace("//blogg.example.org", "//blogg.example.org/kök")
    export.write_text(text, encoding="utf-8")
    convert([export], tmp_path / "out", ConvertOptions(to="hugo", local_media=True))
    readme = (tmp_path / "out/README.md").read_text(encoding="utf-8")
    assert "copy its `kök/wp-content/uploads` to\n`static/kök/wp-content/uploads`." in readme
    post = (tmp_path / "out/content/posts/surdeg-for-otaliga.md").read_text(encoding="utf-8")
    assert "/kök/wp-content/uploads/2025/10/limpa.jpg" in post


@pytest.mark.parametrize(
    ("target", "file", "line"),
    [
        ("eleventy", "eleventy.config.js", '{ ["content/" + "blog/wp-content"]: "blog/wp-content", '),
        ("pelican", "pelicanconf.py", "STATIC_PATHS = ['blog/wp-content']"),
    ],
)
def test_the_library_of_a_blog_in_a_folder_is_copied(target: str, file: str, line: str) -> None:
    """By the generators that have to be told what they copy as it is."""
    files = dict(scaffold_files(TARGETS[target], replace(SITE, uploads="blog/wp-content/uploads")))
    assert line in files[file].decode()
