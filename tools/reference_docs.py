"""Write the generated parts of docs/reference from the code, so that they cannot drift from it.

A page is written by hand, with regions between `<!-- generated: NAME -->` and `<!-- end -->` that are filled here.
`--check` writes nothing and exits 1 when something is not up to date.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from wpmigrate.cli import wpmigrate
from wpmigrate.cli.configured import Configured, configured_commands
from wpmigrate.comments import COMMENT_FORMATS
from wpmigrate.config import Key, policy
from wpmigrate.content.support import Row, block_rows, shortcode_rows
from wpmigrate.diagnostics import CATALOGUE
from wpmigrate.redirects import FORMATS
from wpmigrate.report.explanation import HUNDREDS, explanation_page, message_of, sentence
from wpmigrate.targets import FIELDS, META_ALLOWED, TARGETS, Target, target_facts, target_keys, uploads_of
from wpmigrate.targets.schema import ITEM

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
TARGET_PAGES = REFERENCE.parent / "targets"
GUIDES = REFERENCE.parent / "how-to"
CODES = REFERENCE / "codes.txt"
CODE_PAGES = REFERENCE / "codes"
REGION = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; bars in cells are escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in lines)


def option_value(option: click.Option) -> str:
    """What stands after the option: nothing for a flag, the choices, or the name of the value."""
    if option.is_flag or option.count:
        return ""
    if option.metavar:
        return option.metavar
    return "|".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper()


def option_row(option: click.Option) -> tuple[str, str]:
    """The names and the help of an option."""
    names = [*option.opts, *option.secondary_opts]
    value = option_value(option)
    shown = ", ".join(f"`{name} {value}`" if value and name.startswith("--") else f"`{name}`" for name in names)
    text = option.help or ""
    if option.show_default and isinstance(option.default, str):
        text += f" Default: `{option.default}`."
    if option.multiple:
        text += " May be given several times."
    return shown, text


def commands() -> str:
    """Every command with its arguments and options."""
    context = click.Context(wpmigrate, info_name="wpmigrate")
    parts = []
    for name in wpmigrate.list_commands(context):
        command = wpmigrate.get_command(context, name)
        assert command is not None
        arguments = [p for p in command.params if isinstance(p, click.Argument)]
        options = [p for p in command.params if isinstance(p, click.Option)]
        usage = " ".join(["wpmigrate", name, "[OPTIONS]" if options else "", *map(argument_name, arguments)])
        parts.append(f"\n## `wpmigrate {name}`\n\n```text\n{' '.join(usage.split())}\n```\n\n{prose(command)}\n")
        if options:
            parts.append("\n" + table(("option", "what it does"), map(option_row, options)))
    return "".join(parts) + "\n"


def config_keys() -> str:
    """Every section of a configuration file: the keys that are options, then the tables with their examples."""
    return "".join(config_section(name, command) for name, command in configured_commands().items()) + "\n"


def config_section(name: str, command: Configured) -> str:
    """The section of one command."""
    every = [key for keys in command.keys().values() for key in keys]
    tables = command.tables()
    rows = ((f"`{key.name}`", kinds_of(key), key.summary) for key in every if key not in tables)
    head = f"\n## `[{name}]`\n\n" + table(("key", "value", "what it does"), rows)
    return head + "".join(config_table(name, key) for key in tables)


def config_table(command: str, key: Key) -> str:
    """A table of a section with its example."""
    place = key.name if command == "convert" else f"{command}.{key.name}"
    return f"\n### `[{place}]`\n\n{sentence(key.summary)}\n\n```toml\n{key.example}```\n"


def redirect_formats() -> str:
    """Every format of redirects with its file."""
    return table(
        ("format", "file", "what it is"), ((f"`{f.name}`", f"`{f.file}`", f.summary) for f in FORMATS.values())
    )


def comment_formats() -> str:
    """Every format of comments."""
    return table(("format", "what it writes"), ((f"`{f.name}`", f.summary) for f in COMMENT_FORMATS.values()))


def kinds_of(key: Key) -> str:
    """What a key takes, in words."""
    return " or ".join(kind.phrase for kind in key.kinds)


def argument_name(argument: click.Argument) -> str:
    """The name of an argument as the usage line shows it."""
    if isinstance(argument.type, click.Choice):
        name = "|".join(argument.type.choices)
    else:
        name = argument.metavar or (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def prose(command: click.Command) -> str:
    """The help of a command, a sentence a line."""
    text = (command.help or "").strip()
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph.replace(". ", ".\n") for paragraph in paragraphs)


def codes() -> str:
    """Every code of the catalogue, by hundreds, each with a page of its own."""
    parts = []
    for digit, title in enumerate(HUNDREDS):
        rows = [row for row in CATALOGUE.values() if row.code[3] == str(digit)]
        lines = (
            (f"[{row.code}](codes/{row.code}.md)", f"`{row.name}`", str(row.severity), sentence(message_of(row.code)))
            for row in rows
        )
        parts.append(f"\n## {digit}xx: {title}\n\n" + table(("code", "name", "severity", "what it says"), lines))
    return "".join(parts) + "\n"


def statuses() -> str:
    """The policy by post status."""
    rows = [*policy.STATUSES.values(), policy.UNKNOWN_STATUS, policy.PROTECTED]
    return table(("status", "what happens"), ((row.subject, row.sentence) for row in rows))


def types() -> str:
    """The policy by post type."""
    written = [(f"`{name}`", "written") for name in sorted(policy.WRITTEN_TYPES, reverse=True)]
    internal = [(f"`{name}`", f"no page of its own: {what}") for name, what in policy.INTERNAL_TYPES.items()]
    return table(("type", "what happens"), [*written, *internal])


def targets() -> str:
    """Every target with what it gives."""
    return table(("target", "what it writes"), ((f"`{t.name}`", t.summary) for t in TARGETS.values()))


def paths() -> str:
    """The path templates of the targets that write a file an item."""
    rows = [
        (f"`{target.name}`", kind, f"`{template}`")
        for target in TARGETS.values()
        for kind, template in target.paths.items()
    ]
    return table(("target", "kind of item", "path"), rows)


def target_page(target: Target) -> str:
    """All that is known of a target: facts, paths, front matter, what it cannot carry, what an existing site needs."""
    parts = ["\n", sentence(target.summary), "\n\n", table(("what", "how"), target_facts(target))]
    if target.paths:
        parts += [
            "\n## Paths\n\n",
            table(("kind of item", "path"), ((kind, f"`{p}`") for kind, p in target.paths.items())),
        ]
    if rows := target_keys(target):
        parts += ["\n## Front matter\n\n", table(("key", "field"), ((f"`{key}`", f"`{field}`") for key, field in rows))]
    if target.cannot:
        parts += ["\n## What it cannot carry\n\n", *(f"- {sentence(text)}\n" for text in target.cannot)]
    if target.scaffold and target.scaffold.hints:
        head = f"\n## What a site that exists needs\n\nIn `{target.scaffold.config}`:\n\n"
        parts += [head, *(f"- {text}\n" for text in target.scaffold.hints)]
    return "".join(parts) + "\n"


def fields() -> str:
    """The front-matter fields in their order."""
    return "".join(f"- `{name}`\n" for name in FIELDS)


def allowed_meta() -> str:
    """The post meta that come out without being asked for."""
    return "".join(f"- `{name}`\n" for name in META_ALLOWED)


def json_type(schema: Mapping[str, Any]) -> str:
    """The type of a field in words."""
    found = schema.get("type", "")
    if "anyOf" in schema:
        return " or ".join(json_type(choice) for choice in schema["anyOf"])
    if found == "array":
        return f"list of {json_type(schema['items'])}"
    if found == "object":
        keys = ", ".join(f"`{key}`" for key in schema.get("properties", {}))
        return f"object ({keys})" if keys else "object"
    return found if isinstance(found, str) else " or ".join(found)


def item_fields() -> str:
    """The fields of an item in the JSON forms."""
    rows = ((f"`{k}`", json_type(v), v.get("description", "")) for k, v in ITEM["properties"].items())
    return table(("field", "type", "meaning"), rows)


def support(what: str, rows: Callable[[], list[Row]]) -> str:
    """Names of shortcodes or blocks with what comes out."""
    named = (", ".join(f"`{name}`" for name in names) or "all others" for names, _ in rows())
    return table((what, "what comes out"), zip(named, (summary for _, summary in rows()), strict=True))


def uploads() -> str:
    """Where the old uploads belong, by target."""
    rows = [(f"`{one.name}`", f"`{uploads_of(one)}`") for one in TARGETS.values() if one.layout == "files"]
    return table(("target", "copy of the old `wp-content/uploads`"), rows)


REGIONS: Mapping[str, Callable[[], str]] = {
    "commands": commands,
    "config-keys": config_keys,
    "comment-formats": comment_formats,
    "redirect-formats": redirect_formats,
    "codes": codes,
    "statuses": statuses,
    "types": types,
    "uploads": uploads,
    "targets": targets,
    "paths": paths,
    "fields": fields,
    "allowed-meta": allowed_meta,
    "item-fields": item_fields,
    "shortcodes": partial(support, "shortcodes", shortcode_rows),
    "blocks": partial(support, "blocks", block_rows),
    **{f"target-{target.name}": partial(target_page, target) for target in TARGETS.values()},
}
"""Every generated region by its name."""


def filled(text: str) -> str:
    """`text` with all its regions written anew; raises KeyError for a region that nobody knows."""
    return REGION.sub(lambda match: f"{match[1]}{REGIONS[match['name']]()}{match[3]}", text)


def code_list(before: str) -> str:
    """codes.txt: `CODE name` a line. Raises ValueError when a code that stands there is gone or has another name."""
    now = [f"{code.code} {code.name}" for code in CATALOGUE.values()]
    if lost := [line for line in before.splitlines() if line not in now]:
        raise ValueError(f"codes are append-only, but these are gone from the catalogue: {', '.join(lost)}")
    return "".join(f"{line}\n" for line in now)


def pages() -> dict[Path, str]:
    """Every page with generated parts, as it should be."""
    before = CODES.read_text(encoding="utf-8") if CODES.exists() else ""
    written = sorted(
        [*REFERENCE.glob("*.md"), *GUIDES.glob("*.md"), *(TARGET_PAGES / f"{name}.md" for name in TARGETS)]
    )
    found = {path: filled(path.read_text(encoding="utf-8") if path.exists() else new_page(path)) for path in written}
    found |= {CODE_PAGES / f"{code}.md": explanation_page(code) for code in CATALOGUE}
    return found | {CODES: code_list(before)}


def new_page(path: Path) -> str:
    """The page of a target that has none yet; what is written around its region by hand stays."""
    return f"# The target {path.stem}\n\n<!-- generated: target-{path.stem} -->\n<!-- end -->\n"


def main() -> int:
    """Write what is stale, or with `--check` name it and exit 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [(path, text) for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(
            f"{path.relative_to(REFERENCE.parent.parent)} {'is not up to date: run make docs' if check else 'written'}"
        )
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
