"""`wpmigrate init`: a few questions about an export, and a configuration file that answers them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wpmigrate.errors import UsageError

from .configured import key_of
from .console import is_terminal, say
from .questions import QUESTIONS, Question
from .values import PathName

if TYPE_CHECKING:
    from wpmigrate.api import Survey


@click.command(name="init", short_help="Ask a few questions about an export and write wpmigrate.toml.")
@click.argument("inputs", nargs=-1, required=True, type=PathName(), metavar="EXPORT...")
@click.option("--to", metavar="TARGET", help="What to write; not asked then.")
@click.option("--path", metavar="TEMPLATE", help="Path of each file; not asked then.")
@click.option("--type", metavar="TYPE,...", help="Post types; not asked then.")
@click.option("--comments", metavar="FORMAT", help="own, none, or a format of comments; not asked then.")
@click.option("--redirects", metavar="FORMAT", help="A format of redirects; not asked then.")
@click.option("-o", "--out", type=PathName(), metavar="FOLDER", help="Where to write; not asked then.")
@click.option(
    "--file", default="wpmigrate.toml", show_default=True, type=PathName(), metavar="FILE", help="The file to write."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing: take what is given, else the defaults.")
def command(inputs: tuple[str, ...], file: str, *, force: bool, yes: bool, **given: str | None) -> None:
    """Read EXPORT, ask what shall become of it, and write the answers into wpmigrate.toml.

    Every answer has an example from the export. Off a terminal nothing is asked: what no option says has its default.
    """
    from wpmigrate.api import survey, write_text  # noqa: PLC0415 - lxml is loaded only now

    if Path(file).exists() and not force:
        raise UsageError(f"there is a {file} already", advice="Give another one with --file, or --force.")
    found = survey(inputs)
    asks = not yes and is_terminal(sys.stdin, sys.stdout)
    if asks:
        numbers = ", ".join(f"{number} {name}" for name, number in found.types.most_common())
        say(f"{found.title}: {numbers}, {found.comments} comments. Enter takes the first answer.")
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        answer = given[question.key]
        if answer is None:
            answer = _answer(question, found, answers, asks=asks)
        answers[question.key] = _checked(question.key, answer)
    write_text(file, _written(inputs, answers))
    how = "" if Path(file) == Path("wpmigrate.toml") else f" --config {file}"
    say(f"{file} is written. `wpmigrate convert{how}` does what it says; change it as you like.")


def _answer(question: Question, found: "Survey", answers: dict[str, str], *, asks: bool) -> str:
    """The answer to one question: a number or a value that was typed, else the first one."""
    choices = question.choices(found, answers)
    if choices is None:
        return ""
    if not asks:
        return choices[0][0]
    say(f"\n{question.text}")
    width = max(len(value) for value, _ in choices)
    for number, (value, example) in enumerate(choices, start=1):
        say(f"  {number:>2} {value or '-':<{width}}  {example}")

    def value_of(typed: str) -> str:
        typed = typed.strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1][0]
        return _checked(question.key, typed)

    answer: str = click.prompt("Number, or an answer of your own", default="1", value_proc=value_of)
    return answer


def _checked(key: str, value: str) -> str:
    """The value when `convert` takes it; raises BadParameter with the reason when it does not."""
    from wpmigrate.config import WrongKeyError  # noqa: PLC0415 - keep --help quick

    from .convert import command as convert  # noqa: PLC0415

    if not value:
        return value
    param = next(param for param in convert.params if f"--{key}" in param.opts)
    try:
        key_of(param).read(value, (key,))
    except WrongKeyError as error:
        raise click.BadParameter(f"{error.message}. {error.advice}".strip()) from None
    return value


_WORDS: dict[str, Any] = {"own": True, "none": False}
"""Answers about comments that the file says as a truth value."""


def _written(inputs: tuple[str, ...], answers: dict[str, str]) -> str:
    """The file: each answer below a line that says what it is; those that are defaults as remarks."""
    from wpmigrate.frontmatter import toml_value  # noqa: PLC0415 - keep --help quick

    lines = ["# Read by wpmigrate in the folder in which it is started: wpmigrate convert", "", "# What to convert."]
    lines.append(f"input = {toml_value(list(inputs) if len(inputs) > 1 else inputs[0])}")
    for question in QUESTIONS:
        answer = answers[question.key]
        value = _WORDS.get(answer, answer) if question.key == "comments" else answer
        if answer:
            lines += ["", f"# {question.remark}", f"{question.key} = {toml_value(value)}"]
    lines += [
        "",
        "# More keys, and the tables [field], [constants], [path], [terms] and [shortcodes]:",
        "# docs/reference/configuration.md",
    ]
    return "\n".join(lines) + "\n"
