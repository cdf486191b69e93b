"""Options in a configuration file mean what they mean on the command line."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest

from wpmigrate.cli import main
from wpmigrate.cli.configured import OUTSIDE, Configured, configured_commands, sections
from wpmigrate.cli.convert import command, options_of
from wpmigrate.cli.group import COMMANDS
from wpmigrate.config import CONVERT_TABLES, ConfigFile, ConvertOptions
from wpmigrate.config.file import read
from wpmigrate.errors import UsageError

SAMPLES: dict[str, tuple[str, list[str]]] = {
    "inputs": ('input = "export.xml"', ["export.xml"]),
    "to": ('to = "json"', ["--to", "json"]),
    "fields": ('field = ["title=headline"]\n', ["--field", "title=headline"]),
    "chosen": ('fields = ["title", "date"]', ["--fields", "title,date"]),
    "path": ('path = "{slug}.md"', ["--path", "{slug}.md"]),
    "types": ('type = ["page", "book"]', ["--type", "page,book"]),
    "categories": ('category = ["a", "b"]', ["--category", "a", "--category", "b"]),
    "since": ("since = 2020-01-31", ["--since", "2020-01-31"]),
    "until": ('until = "2020-01-31"', ["--until", "2020-01-31"]),
    "include": ('include = ["private"]', ["--include", "private"]),
    "comments": ('comments = "isso"', ["--comments", "isso"]),
    "redirects": ('redirects = ["csv", "json:r.json"]', ["--redirects", "csv", "--redirects", "json:r.json"]),
    "reports": ('report = "json:r.json"', ["--report", "json:r.json"]),
}
"""Parameters of `convert` that do not take any text, in a file and on the command line."""


def sample(param: click.Parameter) -> tuple[str, list[str]]:
    """A parameter in a file and on the command line, with a value that is not its default."""
    assert param.name is not None
    if param.name in SAMPLES:
        return SAMPLES[param.name]
    assert isinstance(param, click.Option)
    option = max(param.opts, key=len)
    key = option.removeprefix("--")
    if param.is_bool_flag:
        off = max(param.secondary_opts, key=len, default=f"--no-{key}")
        return f"{key} = {'false' if param.default is True else 'true'}", [off if param.default is True else option]
    if isinstance(param.type, click.Choice):
        return f'{key} = "{param.type.choices[-1]}"', [option, param.type.choices[-1]]
    if isinstance(param.type, click.types.IntParamType):
        return f"{key} = 60", [option, "60"]
    return f'{key} = "é"', [option, "é"]


def given(arguments: list[str], folder: Path, text: str = "") -> dict[str, Any]:
    """What the command gets from arguments and a configuration file, without running it."""
    (folder / "wpmigrate.toml").write_text(text, encoding="utf-8")
    return command.make_context("convert", [*arguments, "--config", str(folder / "wpmigrate.toml")]).params


def flat(value: Any) -> Any:
    """Several sets of words as one: `a,b` once, or `a` and `b`."""
    is_sets = isinstance(value, tuple) and all(isinstance(one, frozenset) for one in value)
    return frozenset().union(*value) if is_sets else value


@pytest.mark.parametrize(
    "param",
    [param for param in command.params if param.name not in OUTSIDE | {"no_comments"}],
    ids=lambda param: param.name,
)
def test_every_option_of_convert_has_its_key(param: click.Parameter, tmp_path: Path) -> None:
    """What the file says arrives as if it stood on the command line, and differs from what nobody says."""
    name = param.name or ""
    text, arguments = sample(param)
    inputs = [] if name == "inputs" else ["x.xml"]
    in_file = given(inputs, tmp_path, text)
    on_line = given([*inputs, *arguments], tmp_path)
    assert flat(in_file[name]) == flat(on_line[name])
    assert name == "inputs" or in_file[name] != given(inputs, tmp_path)[name]


@pytest.mark.parametrize(
    ("text", "arguments", "comments", "form"),
    [
        ("", [], True, ""),
        ("", ["--comments"], True, ""),
        ("", ["--comments", "isso"], True, "isso"),
        ("", ["--no-comments"], False, ""),
        ("comments = false", [], False, ""),
        ("comments = true", [], True, ""),
        ('comments = "isso"', [], True, "isso"),
        ('comments = "isso"', ["--no-comments"], False, ""),
        ("comments = false", ["--comments", "disqus"], True, "disqus"),
        ("comments = false", ["--comments"], True, ""),
    ],
)
def test_comments_are_said_in_several_ways(
    text: str, arguments: list[str], comments: bool, form: str, tmp_path: Path
) -> None:
    """A format, true or false in a file; a format, nothing, or `--no-comments` on the command line."""
    params = given(["x.xml", *arguments], tmp_path, text)
    options = options_of({key.parameter: () for key in CONVERT_TABLES} | params)
    assert (options.comments, options.comments_format) == (comments, form)


def test_the_command_line_wins(tmp_path: Path) -> None:
    """A value, a list and a flag of the file give way."""
    text = 'links = "keep"\ntype = ["page"]\nstrict = true\ncomments = false\ninput = "file.xml"\n'
    found = given(["line.xml", "--links", "file", "--type", "post", "--no-strict", "--comments"], tmp_path, text)
    assert found["inputs"] == ("line.xml",)
    assert (found["links"], found["types"], found["strict"]) == ("file", (frozenset({"post"}),), False)
    assert found["comments"] == "own"


def test_tables_reach_the_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no option can say is in the options of the run."""
    seen: list[ConvertOptions] = []

    def convert(inputs: object, out: object, options: ConvertOptions, **rest: object) -> list[Any]:
        seen.append(options)
        return []

    monkeypatch.setattr("wpmigrate.api.convert", convert)
    text = '[field]\ndate="on"\n[constants]\ntoc=true\n[path]\npost="{slug}"\n[shortcodes]\nad="drop"\n'
    (tmp_path / "wpmigrate.toml").write_text(text)
    with pytest.raises(SystemExit) as done:
        main(["x.xml", "--quiet", "--config", str(tmp_path / "wpmigrate.toml")])
    assert done.value.code == 0
    (options,) = seen
    assert options.fields.renamed == (("date", "on"),)
    assert options.fields.constants == (("toc", True),)
    assert (options.paths, options.shortcodes) == ((("post", "{slug}"),), (("ad", "drop"),))


def test_the_file_of_the_working_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being named; not with --no-config; and never both."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.wpmigrate]\nlinks = "keep"\n')
    assert command.make_context("convert", ["x.xml"]).params["links"] == "keep"
    assert command.make_context("convert", ["x.xml", "--no-config"]).params["links"] is None
    with pytest.raises(UsageError, match="exclude each other"):
        command.make_context("convert", ["x.xml", "--no-config", "--config", "pyproject.toml"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lnks = 1", ":1: there is no key 'lnks'; did you mean links? The keys are: input, out, to, "),
        ("[verify]\njbs = 1", ":2: there is no key 'jbs' in [verify]; did you mean jobs? The keys are: "),
        ('\nlinks = "x"', ":2: links cannot be \"x\": 'x' is not one of 'permalink', 'file', 'keep'"),
        ("links = 3", ':1: links must be one of "permalink", "file", "keep", not 3'),
        ("wrap = 3", ":1: wrap cannot be 3: 3 is not in the range"),
        ('to = "nowhere"', ":1: to: there is no target 'nowhere'. The targets are: markdown, "),
        (
            'since = "soon"',
            ":1: since cannot be \"soon\": 'soon' is not a day; write it as 2010-12-15, 2010-12 or 2010",
        ),
        (
            'report = "json"',
            ":1: report: --report json cannot be meant. Write FORMAT:FILE; the formats are json, text, csv.",
        ),
        ('to = "json"\n[convert]\nto = "jsonl"', ":3: to is said twice. Say it at the top or in [convert]."),
        ("verify = 1", ":1: there is no key 'verify'"),
        (
            'baseline = "x.json"',
            ":1: there is no key 'baseline' here; it stands in [validate]. Write it below a line [validate].",
        ),
        ("[severity]\nWXR5 = 3", ":1: there is no key 'severity' here; it stands in [validate]."),
        ("[validate]\nto = 'hugo'", ":2: there is no key 'to' in [validate]; it stands in [convert]."),
        ("built = 'x'\n", ":1: there is no key 'built' here; it stands in [verify]."),
        (
            "[tool.wpmigrate.validate]\nstrict = true",
            ": [tool.wpmigrate] stands in a pyproject.toml only. Leave it out here: [tool.wpmigrate.validate] is [validate].",
        ),
    ],
)
def test_anything_wrong_in_the_file_is_named(text: str, message: str, tmp_path: Path) -> None:
    """With the file, the line, the key and what is allowed, whatever command runs."""
    path = tmp_path / "my.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as caught:
        sections(read(path))
    assert str(caught.value).startswith(f"{path}{message}")


def test_sections_and_keys_do_not_clash() -> None:
    """No command is called like a key of `convert`, so that what stands at the top has one meaning."""
    assert not set(COMMANDS) & set(command.keys())


@pytest.mark.parametrize("name", list(configured_commands()))
def test_every_option_of_every_section_has_a_kind(name: str) -> None:
    """Each key of each command says what it takes and what it means."""
    owner = configured_commands()[name]
    options = {param.name for param in owner.params if isinstance(param, click.Option)} - OUTSIDE - {"no_comments"}
    keys = [key for keys in owner.keys().values() for key in keys]
    assert options <= {key.parameter for key in keys}
    assert all(key.kinds and key.summary for key in keys)


def test_a_section_of_another_command_changes_nothing_here() -> None:
    """`jobs` of [verify] is not `jobs` of convert."""
    found = sections(ConfigFile("x.toml", tomllib.loads("jobs = 1\n[verify]\njobs = 3\n")))
    assert (found["convert"], found["verify"]) == ({"jobs": 1}, {"jobs": 3})


def test_what_changes_the_content_is_the_same_for_verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules for shortcodes and mending of `convert` hold for `verify` too, unless its own section says otherwise."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(Path(__file__).parents[2] / "fixtures" / "demo" / "export.xml", tmp_path)
    (tmp_path / "wpmigrate.toml").write_text('fix-mojibake = true\n[shortcodes]\nkalkylator = "<b>maskin</b>"\n')
    context = configured_commands()["verify"].make_context("verify", ["export.xml", "site"])
    assert (context.params["shortcodes"], context.params["fix_mojibake"]) == ((("kalkylator", "<b>maskin</b>"),), True)
    for command_line in (["export.xml", "--out", "site", "--quiet"], ["verify", "export.xml", "site", "--quiet"]):
        with pytest.raises(SystemExit) as done:
            main(command_line)
        assert done.value.code == 0, command_line


LEFT_OVER = "WXR501"


@pytest.mark.parametrize("command", ["validate", "inspect"])
def test_an_export_is_judged_with_the_rules_that_it_is_converted_with(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shortcode that `[shortcodes]` or a plug-in shows is not left over; a section of one's own wins."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(Path(__file__).parents[2] / "fixtures" / "rules" / "WXR501" / "bad.xml", tmp_path)
    (tmp_path / "mine.py").write_text('SHORTCODES = {"price": lambda attributes, content: "<p>book</p>"}\n')

    def told(*options: str) -> str:
        with pytest.raises(SystemExit):
            main([command, "bad.xml", "--format", "json", *options])
        return capsys.readouterr().out

    assert LEFT_OVER in told()
    assert LEFT_OVER not in told("--plugin", "mine.py")
    (tmp_path / "wpmigrate.toml").write_text('[shortcodes]\nprice = "drop"\n')
    assert LEFT_OVER not in told()
    assert LEFT_OVER in told("--no-config")
    (tmp_path / "wpmigrate.toml").write_text(f'[shortcodes]\nprice = "drop"\n[{command}.shortcodes]\nprice = "keep"\n')
    assert ("by your rule" in told()) == (command == "inspect")


def test_verify_takes_the_plugins_of_convert(tmp_path: Path) -> None:
    """What a plug-in showed is no loss when it is named again."""
    export = Path(__file__).parents[2] / "fixtures" / "rules" / "WXR501" / "bad.xml"
    plugin = tmp_path / "mine.py"
    plugin.write_text('SHORTCODES = {"price": lambda attributes, content: "<p>a table is free</p>"}\n')
    out = str(tmp_path / "site")
    for line in (["convert", str(export), "--out", out, "--no-config"], ["verify", str(export), out, "--no-config"]):
        with pytest.raises(SystemExit) as done:
            main([*line, "--quiet", "--plugin", str(plugin)])
        assert done.value.code == 0, line


def test_options_of_nothing_are_the_defaults(tmp_path: Path) -> None:
    """Without a file each option has the default of the api."""
    params = given(["x.xml"], tmp_path)
    assert isinstance(command, Configured)
    assert options_of({key.parameter: () for key in CONVERT_TABLES} | params) == ConvertOptions()
