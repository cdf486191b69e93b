"""The shape of the code: rooms and contracts, sizes, names, tables that match their folders, a test for each module."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "wpmigrate"
MODULES = sorted(SOURCE.rglob("*.py"))
SCRIPTS = sorted([*(ROOT / "bench").glob("*.py"), *(ROOT / "tools").glob("*.py")])

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60

DATA_TABLES: Mapping[str, str] = {}
"""Modules that may be longer because they are one table of data, and which."""

EMPTY_NAMES = re.compile(r"(?i)_*(?:utils?|helpers?|common|base|misc|\w*_?manager|process_\w+|\w+_(?:utils?|helpers?))")
"""Names that say nothing."""

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w|[A-Z]:\\Users\\")

COVERED_BY: Mapping[str, str] = {
    "_version.py": "test_transcripts.py",
    "api/*": "api/test_pipeline.py",
    "cli/*": "test_transcripts.py",
    "comments/*": "comments/test_formats.py",
    "config/options.py": "api/test_pipeline.py",
    "content/*": "content/test_cases.py",
    "diagnostics/codes/*": "diagnostics/test_catalogue.py",
    "diagnostics/examples.py": "rules/test_fixtures.py",
    "html/*": "html/test_parse.py",
    "inspection/*": "inspection/test_inspecting.py",
    "links/*": "links/test_rewriting.py",
    "locales/*": "locales/test_cases.py",
    "markdown/*": "markdown/test_goldens.py",
    "model/site.py": "model/test_index.py",
    "reader/mend/*": "reader/test_bad_inputs.py",
    "reader/*": "reader/test_promises.py",
    "redirects/*": "redirects/test_formats.py",
    "repair/*": "repair/test_cases.py",
    "report/*": "test_transcripts.py",
    "rules/index_rules/*": "rules/test_index_rules.py",
    "rules/item_rules/*": "rules/test_item_rules.py",
    "rules/*": "rules/test_fixtures.py",
    "targets/*": "api/test_pipeline.py",
    "verify/checks/*": "verify/test_cases.py",
    "verify/*": "verify/test_verifying.py",
    "wxr/*": "wxr/test_elements.py",
}
"""Modules without a test file of their own name, by pattern, and the test that runs them: most tests are data, a folder
of cases a room with one runner, and go through all modules of the room."""


def relative(path: Path) -> str:
    """The path below the package, for messages and tables."""
    return path.relative_to(SOURCE).as_posix() if path.is_relative_to(SOURCE) else path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_import_contracts_hold() -> None:
    """Rooms import downward only, as pyproject.toml lays down."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=relative)
def test_modules_and_functions_are_short(path: Path) -> None:
    """A module has at most 300 lines, a function 60; tables of data are named above."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if relative(path) in DATA_TABLES:
        assert lines > LONGEST_MODULE, "needs no exemption any more"
    else:
        assert lines <= LONGEST_MODULE
    long = [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert not long, f"functions over {LONGEST_FUNCTION} lines: {long}"


def test_exemptions_are_of_modules_that_exist() -> None:
    """A renamed module takes its exemption along."""
    assert set(DATA_TABLES) <= {relative(path) for path in MODULES}


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=relative)
def test_names_say_something(path: Path) -> None:
    """No module or function is called utils, helpers, common, base, manager or process_…."""
    names = [path.stem, *(node.name for node in functions(path))]
    assert not [name for name in names if EMPTY_NAMES.fullmatch(name)]


def own_test(path: Path) -> Path:
    """Where the test of a module stands: tests mirror src."""
    return ROOT / "tests" / path.relative_to(SOURCE).with_name(f"test_{path.stem}.py")


def test_every_module_has_its_test_file() -> None:
    """Each module has tests/<room>/test_<module>.py or is named in COVERED_BY, where all are needed."""
    bare = [relative(path) for path in MODULES if not path.name.startswith("__") and not own_test(path).exists()]
    assert not [name for name in bare if not any(fnmatch(name, pattern) for pattern in COVERED_BY)]
    assert not [pattern for pattern in COVERED_BY if not any(fnmatch(name, pattern) for name in bare)]
    assert not [test for test in COVERED_BY.values() if not (ROOT / "tests" / test).exists()]


def test_help_imports_no_parser() -> None:
    """`wpmigrate --help` is quick because it loads neither lxml nor anything else that only work needs."""
    code = (
        "import sys\nfrom wpmigrate.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit as done:\n"
        "    loaded = {'lxml', 'bs4', 'multiprocessing'} & set(sys.modules)\n"
        "    sys.exit(str(loaded) if loaded else done.code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: wpmigrate")


TABLES: tuple[tuple[str, str, set[str]], ...] = (
    (
        "wpmigrate.targets",
        "TARGETS",
        {
            *(
                "cards",
                "plain_pages",
                "description",
                "fields",
                "fitting",
                "front_matter",
                "places",
                "record",
                "redirect_page",
                "scaffolding",
                "schema",
                "site_document",
            ),
            *("site_view", "target", "term_pages", "time_zone"),
        },
    ),
    ("wpmigrate.comments", "COMMENT_FORMATS", {"format", "page", "trees"}),
    ("wpmigrate.redirects", "FORMATS", {"format", "maps", "redirect"}),
    ("wpmigrate.verify.checks", "CHECKS", set()),
)
"""Rooms whose files are the rows of a table: package, table, and the modules that are no rows."""


def row_parts(row: object) -> Iterator[object]:
    """A row of a table and what it is made of: functions stand in tables alone, in tuples or in frozen records."""
    yield row
    if is_dataclass(row):
        yield from (getattr(row, field.name) for field in fields(row))
    if isinstance(row, tuple):
        yield from row


@pytest.mark.parametrize(("package", "table", "others"), TABLES, ids=[package for package, *_ in TABLES])
def test_a_folder_is_its_table(package: str, table: str, others: set[str]) -> None:
    """Every file of the folder gives a row of the table, and every row comes from a file of the folder."""
    room = importlib.import_module(package)
    rows = getattr(room, table)
    parts = {id(part) for row in (rows.values() if isinstance(rows, Mapping) else rows) for part in row_parts(row)}
    folder = SOURCE.joinpath(*package.split(".")[1:])
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert others <= names
    given = {name: vars(importlib.import_module(f"{package}.{name}")) for name in names - others}
    assert not [name for name, found in given.items() if not any(id(value) in parts for value in found.values())]
    known = {id(value) for found in given.values() for value in found.values()}
    assert not [
        row
        for row in (rows.values() if isinstance(rows, Mapping) else rows)
        if not any(id(part) in known for part in row_parts(row))
    ]


def test_commands_are_the_files_of_the_cli() -> None:
    """A command is a module of its name; the other modules of the room hold no command."""
    group = importlib.import_module("wpmigrate.cli.group")
    with_command = {
        path.stem
        for path in (SOURCE / "cli").glob("*.py")
        if re.search(r"^def command\(", path.read_text("utf-8"), re.MULTILINE)
    }
    assert with_command == set(group.COMMANDS)


def committed_texts() -> list[Path]:
    """What a reader of the project reads: code, docs, scripts, the files beside them."""
    texts = [path for folder in ("src", "docs", "bench", "tools", ".ci") for path in (ROOT / folder).rglob("*")]
    texts += [*ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml"]
    endings = {".py", ".md", ".txt", ".toml", ".json", ".svg", ""}
    return [path for path in texts if path.is_file() and path.suffix in endings and "egg-info" not in str(path)]


def test_no_text_names_a_path_of_one_machine() -> None:
    """Nothing that is committed names a folder of one machine."""
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in committed_texts()
        if (match := MACHINE_PATH.search(path.read_text(encoding="utf-8")))
    ]
    assert not found
