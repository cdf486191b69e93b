"""Which old addresses lead on, and where: over a site with everything, and over real exports."""

import csv
import io
import os
from pathlib import Path

import pytest

from wpmigrate import ConvertOptions, convert
from wpmigrate.api.indexing import Reading, read_site
from wpmigrate.api.planning import plan
from wpmigrate.api.redirecting import old_addresses
from wpmigrate.api.site_view import site_view
from wpmigrate.api.sites import only_site, open_sites
from wpmigrate.api.term_moves import apply_term_rules
from wpmigrate.config import Selection
from wpmigrate.config.term_rules import read_term_rules
from wpmigrate.errors import UsageError
from wpmigrate.links import OldAddress, path_key
from wpmigrate.reader import ReaderOptions
from wpmigrate.targets import TARGETS

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXPORT = FIXTURES / "sites" / "generators" / "export.xml"
CORPUS = Path(os.environ.get("WPMIGRATE_CORPUS", "/nowhere")) / "corpus"
EXPORTS = sorted(CORPUS.glob("*.xml"))[::12]


def planned(export: Path, rules: dict[str, object] | None = None) -> tuple[Reading, list[OldAddress]]:
    """A site read and planned for Hugo, and the addresses that lead on."""
    sites, _ = open_sites([str(export)], ReaderOptions())
    reading = read_site(only_site(sites).sources, Selection())
    apply_term_rules(reading.index, read_term_rules(rules or {}, ()), reading.term_names)
    plan(reading.index, TARGETS["hugo"], ConvertOptions(to="hugo"))
    reading.spool.close()
    return reading, old_addresses(reading, "/index.xml")


def assert_laws(reading: Reading, found: list[OldAddress]) -> None:
    """Each address once; none that is served; each goal is served; nothing that was not public is told."""
    view = site_view(reading)
    feed = "/index.xml"
    served = {*view.paths, *(term.path for term in view.terms), view.list_path, "/", feed}
    keys = [(path_key(one.path), tuple(sorted(one.query))) for one in found]
    assert len(keys) == len(set(keys))
    pages = {path_key(path) for path in served}
    assert not [one for one in found if not one.query and path_key(one.path) in pages]
    lost = [one for one in found if path_key(one.to) not in pages and "/uploads/" not in one.to and "." not in one.to]
    assert not lost
    hidden = {str(e.post_id) for e in reading.index.entries if e.is_draft or (e.is_hidden and e.post_id is not None)}
    public = {str(e.post_id) for e in reading.index.entries if not e.is_draft and not e.is_hidden}
    ids = {value for one in found for name, value in one.query if name in ("p", "page_id", "attachment_id")}
    assert not ids & (hidden - public)
    assert not [one for one in found if "@" in one.path]


def test_a_site_with_everything(tmp_path: Path) -> None:
    """Ids, former slugs, attachments, terms, feeds, authors and dates, as the golden table has them."""
    out = tmp_path / "site"
    (result,) = convert([EXPORT], out, ConvertOptions(to="hugo", redirects=(("csv", ""), ("netlify", ""))))
    expected = FIXTURES / "redirects" / "site.csv"
    if os.environ.get("WPMIGRATE_ACCEPT"):
        expected.write_bytes((out / "redirects.csv").read_bytes())
    assert (out / "redirects.csv").read_bytes() == expected.read_bytes()
    rows = list(csv.reader(io.StringIO(expected.read_text("utf-8"), newline="")))
    assert result.summary.redirects == {"redirects.csv": len(rows) - 1, "static/_redirects": len(rows) - 1}
    assert_laws(*planned(EXPORT))


def test_terms_that_rules_change_lead_to_where_they_went() -> None:
    """A renamed, a merged and a dropped term: by path, by query and by id."""
    rules: dict[str, object] = {
        "drop": ["tag:komma-tagg"],
        "merge": {"category:okategoriserade": "category:foretagande"},
        "rename": {"category:natverk": {"name": "Nät", "slug": "nat"}},
    }
    reading, found = planned(EXPORT, rules)
    goals = {(one.path, one.query): (one.to, one.status) for one in found}
    assert goals["/tag/komma-tagg/", ()] == ("/", 302)
    assert goals["/", (("tag_id", "5"),)] == ("/", 302)
    assert goals["/category/okategoriserade/", ()] == ("/category/foretagande/", 301)
    assert goals["/", (("cat", "4"),)] == ("/category/foretagande/", 301)
    assert goals["/category/foretagande/natverk/", ()] == ("/category/foretagande/nat/", 301)
    assert goals["/", (("category_name", "natverk"),)] == ("/category/foretagande/nat/", 301)
    assert_laws(reading, found)


def test_an_id_of_another_database_is_nobody_elses(tmp_path: Path) -> None:
    """A GUID that names the id of an item that is not public leads nowhere; nor does a path become a host."""
    text = EXPORT.read_text("utf-8")
    text = text.replace("https://blogg.example.org/?p=102</guid>", "https://blogg.example.org/?page_id=106</guid>")
    text = text.replace("https://blogg.example.org/?p=103</guid>", "https://blogg.example.org//tabell/grekiska/</guid>")
    export = tmp_path / "export.xml"
    export.write_text(text, "utf-8")
    reading, found = planned(export)
    assert_laws(reading, found)
    goals = {(one.path, one.query): one.to for one in found}
    assert ("/", (("page_id", "106"),)) not in goals
    assert goals["/tabell/grekiska/", ()].startswith("/2011/01/")
    assert not [one for one in found if one.path.startswith("//")]


def test_files_of_drafts_lead_nowhere(tmp_path: Path) -> None:
    """What belongs to a draft is as public as the draft."""
    export = tmp_path / "export.xml"
    export.write_text(EXPORT.read_text("utf-8").replace("<wp:post_parent>101<", "<wp:post_parent>107<"), "utf-8")
    reading, found = planned(export)
    assert "301" not in {value for one in found for _, value in one.query}
    assert_laws(reading, found)


def test_what_a_format_cannot_say_is_named(tmp_path: Path) -> None:
    """Cloudflare reads no queries; two formats with one file are refused."""
    (result,) = convert([EXPORT], tmp_path / "a", ConvertOptions(redirects=(("cloudflare", ""),)))
    assert [found.code for found in result.diagnostics if found.code in {"WXR606", "WXR607"}] == ["WXR606"]
    with pytest.raises(UsageError, match="two formats of redirects would be _redirects"):
        convert([EXPORT], tmp_path / "b", ConvertOptions(redirects=(("cloudflare", ""), ("netlify", ""))))


@pytest.mark.parametrize(
    ("target", "name", "path"),
    [
        ("ghost", "json", ""),
        ("hugo", "csv", "hugo.toml"),
        ("hugo", "csv", "CONTENT/pages/Om.md"),
        ("json", "json", "site.json"),
    ],
)
def test_no_redirects_take_the_place_of_another_file(target: str, name: str, path: str, tmp_path: Path) -> None:
    """Neither of an item nor of what the target writes about the site; nothing is written then."""
    with pytest.raises(UsageError, match="is another file of the output"):
        convert([EXPORT], tmp_path / "out", ConvertOptions(to=target, redirects=((name, path),)))
    assert not [file for file in (tmp_path / "out").rglob("*") if file.is_file() and file.name != "lock"]


def test_a_second_run_finds_its_files_right(tmp_path: Path) -> None:
    """The files are ours: unchanged by a second run, removed by one that does not ask for them, for documents too."""
    for to in ("json", "markdown"):
        options = ConvertOptions(to=to, redirects=(("json", ""),))
        convert([EXPORT], tmp_path / to, options)
        (again,) = convert([EXPORT], tmp_path / to, options)
        assert set(again.summary.files) == {"unchanged"}
        (without,) = convert([EXPORT], tmp_path / to, ConvertOptions(to=to))
        assert without.summary.files["removed"] == 1


@pytest.mark.corpus
@pytest.mark.skipif(not EXPORTS, reason="WPMIGRATE_CORPUS names no folder with real exports")
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.stem[:40])
def test_real_exports_hold_the_laws(export: Path) -> None:
    """Over exports of all ages."""
    assert_laws(*planned(export))
