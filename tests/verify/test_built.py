"""Old addresses against a built site: pages, redirects of every form, and what is lost."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from generator import generators

from wpmigrate import ConvertOptions, convert
from wpmigrate.cli import main
from wpmigrate.errors import InputError
from wpmigrate.redirects import FORMATS, Redirect
from wpmigrate.verify.built import verify_built
from wpmigrate.verify.built.files import READERS, rules_in
from wpmigrate.verify.built.rules import Rule, RuleBook
from wpmigrate.verify.built.site import BuiltSite

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXPORT = FIXTURES / "demo" / "export.xml"


def redirects() -> list[Redirect]:
    """Addresses with everything that servers read as something else."""
    rows = json.loads((FIXTURES / "redirects" / "hard.json").read_text("utf-8"))
    return [Redirect(r["path"], r["to"], tuple(map(tuple, r.get("query", ()))), r.get("status", 301)) for r in rows]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_reads_back(name: str, tmp_path: Path) -> None:
    """What was written for a server says the same when it is read: each address, with and without its last slash."""
    (tmp_path / FORMATS[name].file).write_text(FORMATS[name].render(redirects()), "utf-8")
    ((_, rules),) = rules_in(tmp_path).items()
    book = RuleBook(rules)
    for redirect in redirects():
        if redirect.query and not FORMATS[name].reads_queries:
            continue
        if any(" " in value for _, value in redirect.query) and name == "netlify":
            continue  # its form has no way to say a blank
        query = {"utm_source": "x", **dict(redirect.query)}
        for path in {redirect.path, redirect.path.rstrip("/") or "/"}:
            goal = book.goal(path, query)
            assert goal is not None, path
            assert unquote(goal) == unquote(redirect.to)
    assert book.goal("/nothing/here/", {}) is None
    assert book.goal("/", {"p": "1"}) is None


def test_every_file_of_ours_is_read() -> None:
    """A new format needs a reader."""
    assert {row.file for row in FORMATS.values()} == set(READERS)


@pytest.mark.parametrize(
    ("name", "text", "path", "goal"),
    [
        ("_redirects", "# remark\n/a/* /b/:splat\n", "/a/x/y", "/b/:splat"),
        ("_redirects", "/blog/:year/old /new 302\n", "/blog/2010/old", "/new"),
        (".htaccess", "Redirect 301 /a /b\n", "/a", "/b"),
        (".htaccess", 'RewriteRule "^x/(.*)$" "/y/" [R,L]\n', "/x/1", "/y/"),
    ],
)
def test_rules_of_people_are_read_too(name: str, text: str, path: str, goal: str, tmp_path: Path) -> None:
    """Splats, placeholders, patterns, plain Redirect."""
    (tmp_path / name).write_text(text)
    ((_, rules),) = rules_in(tmp_path).items()
    assert RuleBook(rules).goal(path, {}) == goal


def test_a_rule_with_more_of_a_query_comes_first() -> None:
    """Whatever the order of the file."""
    book = RuleBook([Rule("/", "/home/"), Rule("/", "/one/", (("p", "1"),))])
    assert book.goal("/", {"p": "1"}) == "/one/"
    assert book.goal("/", {}) == "/home/"


@pytest.mark.parametrize("name", ["vercel.json", "redirects.json"])
def test_a_broken_file_is_refused(name: str, tmp_path: Path) -> None:
    """By its name, not with a traceback."""
    (tmp_path / name).write_text("{")
    with pytest.raises(InputError, match="cannot be read as a file of redirects"):
        rules_in(tmp_path)


def built(folder: Path) -> Path:
    """A site built by hand: two pages, and one that leads on."""
    public = folder / "public"
    for path, text in (
        ("index.html", "home"),
        ("om/index.html", "<h1>Om</h1>"),
        ("om/kontakt.html", "<h1>Kontakt</h1>"),
        ("gammal/index.html", '<meta http-equiv="refresh" content="0; url=/om/">'),
        ("rund/index.html", '<meta http-equiv="refresh" content="0; url=/rund/">'),
        ("bruten/index.html", '<meta http-equiv="refresh" content="0; url=/ingenstans/">'),
    ):
        (public / path).parent.mkdir(parents=True, exist_ok=True)
        (public / path).write_text(text, "utf-8")
    (public / "_redirects").write_text(
        "/ p=121 /om/kontakt/ 301!\n/feed/ https://feeds.example.org/x 301\n/x/ /y/ 301\n"
    )
    return public


def test_each_address_is_a_page_a_redirect_or_named(tmp_path: Path) -> None:
    """Pages with and without slash and ending, pages that lead on, rules, and four kinds of loss."""
    urls = tmp_path / "urls.txt"
    urls.write_text(
        "# remark\nhttps://blogg.example.org/om\n/gammal/\n/rund/\n/bruten/\n/x/\n/saknas/\nhttps://other.example/\n"
        "/om/?replytocom=3\n/?p=99999\n",
        "utf-8",
    )
    check = verify_built([EXPORT], built(tmp_path), urls)
    lost = {one.address: one.reason for one in check.lost}
    assert lost["/rund/"] == "it is led round in a circle"
    assert lost["/bruten/"] == "it is led to /ingenstans/, which is not there"
    assert lost["/x/"] == "it is led to /y/, which is not there"
    assert lost["/saknas/"] == "there is no page and no rule"
    assert lost["/?p=120"] == lost["/?p=99999"] == "no rule for its query: another page opens"
    for works in ("/om/", "/om", "/om/kontakt/", "/gammal/", "/?p=121", "/feed/", "/om/?replytocom=3"):
        assert works not in lost
    assert (check.foreign, check.exit_status()) == (1, 1)
    assert check.wanted.total() == check.pages.total() + check.redirects.total() + len(check.lost)


def test_the_command_says_what_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, as JSON, quietly; --urls alone and a folder that is no site are refused."""
    public = str(built(tmp_path))

    def run(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as done:
            main(["verify", str(EXPORT), *arguments])
        assert isinstance(done.value.code, int)
        return done.value.code, capsys.readouterr().out

    status, text = run("--built", public, "--limit", "1")
    assert status == 1
    assert "more; --all shows them" in text
    assert "old addresses looked up" in text
    status, text = run("--built", public, "--format", "json")
    assert status == 1
    assert json.loads(text)["counts"]["page"] == {"of": 2, "pages": 2, "redirects": 0}
    assert run("--built", public, "--quiet") == (1, "")
    assert run("--urls", "x.txt")[0] == 2
    assert run("--built", str(tmp_path / "nowhere"))[0] == 2
    assert run("--built", public, "--urls", str(tmp_path / "nowhere"))[0] == 2


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    """It was not built yet."""
    with pytest.raises(InputError, match="holds no page"):
        BuiltSite(tmp_path)


@pytest.mark.generator
@pytest.mark.parametrize("form", FORMATS)
def test_a_site_of_hugo_keeps_every_old_address(form: str, tmp_path: Path) -> None:
    """Built by the real generator, with each format of redirects; without any, what needs one is named."""
    hugo = next(one for one in generators() if one.name == "hugo")
    hugo.require()
    export = FIXTURES / "sites" / "generators" / "export.xml"
    site = tmp_path / "site"
    convert([export], site, ConvertOptions(to="hugo", redirects=((form, ""),)))
    hugo.run(site)
    check = verify_built([export], site / "public")
    lost = [one for one in check.lost if FORMATS[form].reads_queries or "?" not in one.address]
    assert not lost
    assert check.wanted["post"] == check.pages["post"] == 7
