"""`wpmigrate convert`: an export into Markdown, JSON or JSON Lines."""

from typing import TYPE_CHECKING, Any

import click

from wpmigrate.errors import EXIT_FINDINGS

from .configured import Configured, ConfiguredArgument
from .console import output_stream, progress, say
from .filters import filters, selection_of, united
from .plugins import plugin_option
from .saved import saved_of, saved_options
from .values import (
    CommentsForm,
    FieldNames,
    FieldRule,
    FormatAndFile,
    Includes,
    PathName,
    RedirectsRule,
    TargetName,
    Template,
    Words,
)
from .verified import check_can_verify, verify_written

if TYPE_CHECKING:
    from wpmigrate.api import Result
    from wpmigrate.config import ConvertOptions


@click.command(
    name="convert", cls=Configured, tables="CONVERT_TABLES", short_help="Convert an export into Markdown or JSON."
)
@click.argument(
    "inputs",
    cls=ConfiguredArgument,
    key="input",
    summary="What to convert, as INPUT.",
    nargs=-1,
    required=True,
    type=PathName(),
    metavar="INPUT...",
)
@click.option(
    "-o",
    "--out",
    type=PathName(),
    metavar="FOLDER",
    help="Where to write; - for standard output (json, jsonl). Default: a folder named after the site.",
)
@click.option(
    "--to",
    "to",
    type=TargetName(),
    default="markdown",
    show_default=True,
    metavar="TARGET",
    help="What to write; `wpmigrate targets` lists them.",
)
@click.option(
    "--front-matter",
    type=click.Choice(["yaml", "toml", "json"]),
    default="yaml",
    show_default=True,
    help="Form of the front matter.",
)
@click.option(
    "--field",
    "fields",
    type=FieldRule(),
    multiple=True,
    metavar="RULE",
    help="A front-matter field: NAME=KEY renames, NAME= leaves out, KEY:=TEXT adds a constant.",
)
@click.option(
    "--fields",
    "chosen",
    type=FieldNames(),
    multiple=True,
    metavar="NAME,...",
    help="Only these front-matter fields, in the usual order.",
)
@click.option("--meta", multiple=True, metavar="KEY", help="Post meta to bring along; a trailing * matches any end.")
@click.option("--path", type=Template(), metavar="TEMPLATE", help="Path of each file, such as {year}/{slug}.md.")
@click.option(
    "--links",
    type=click.Choice(["permalink", "file", "keep"]),
    help="Links within the site: to the old path, to the file, or as they are. Default: the target's own.",
)
@click.option(
    "--local-media",
    is_flag=True,
    help="Addresses of the site's own pictures and files lead to a copy of wp-content/uploads in the new site.",
)
@click.option(
    "--html",
    type=click.Choice(["safe", "keep"]),
    default="safe",
    show_default=True,
    help="Keep attributes and embeds that are left out otherwise; scripts always go.",
)
@click.option("--wrap", type=click.IntRange(min=20), metavar="COLUMNS", help="Wrap paragraphs.")
@click.option(
    "--content",
    is_flag=False,
    flag_value="raw",
    type=click.Choice(["raw"]),
    help="Also write the body as WordPress stored it (json, jsonl).",
)
@click.option(
    "--redirects",
    type=RedirectsRule(),
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="Also write where old addresses lead: netlify, cloudflare, apache, nginx, caddy, vercel, csv or json.",
)
@click.option(
    "--comments",
    "comments",
    is_flag=False,
    flag_value="own",
    default="own",
    type=CommentsForm(),
    metavar="[FORMAT]",
    help="Write the approved comments: as the target does, or for json, yaml, isso, remark42, disqus, commento or "
    "staticman.",
)
@click.option("--no-comments", is_flag=True, help="Leave the comments out.")
@click.option("--include-emails", is_flag=True, help="Write the e-mail and IP addresses of comments.")
@click.option(
    "--type",
    "types",
    type=Words(),
    multiple=True,
    metavar="TYPE,...",
    help="The exact set of post types. Default: post,page.",
)
@filters
@click.option(
    "--include",
    type=Includes(),
    multiple=True,
    metavar="private,protected",
    help="Bring private or password-protected items, as drafts.",
)
@click.option(
    "--scaffold/--no-scaffold",
    default=None,
    help="Make the folder a site of its generator: config, templates, README. Default: where no site stands yet.",
)
@plugin_option
@saved_options
@click.option("--fix-mojibake", is_flag=True, help="Mend UTF-8 that was encoded twice, where it reads back right.")
@click.option("--each", is_flag=True, help="Several sites: each into FOLDER/HOST.")
@click.option("--force", is_flag=True, help="Overwrite files that were edited since the last run.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--durable", is_flag=True, help="Wait until each file is safely on the disk.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Worker processes. Default: one a core, none for small exports.",
)
@click.option("--verify", "verified", is_flag=True, help="Then compare what was written with the export; see `verify`.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option(
    "--report",
    "reports",
    type=FormatAndFile(),
    multiple=True,
    metavar="FORMAT:FILE",
    help="Also write the report: json, text or csv.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    inputs: tuple[str, ...], out: str | None, reports: tuple[str, ...], *, quiet: bool, verified: bool, **given: Any
) -> None:
    """Convert exports (.xml, .xml.gz, .zip, folders, - for standard input) into Markdown or JSON.

    Several inputs are the parts of one site.
    """
    from wpmigrate.api import convert, write_reports  # noqa: PLC0415 - lxml is loaded only now

    options = options_of(given)
    if verified:
        check_can_verify(out, options)
    with progress(quiet=quiet) as line:
        stream = output_stream() if out == "-" else None
        results = convert(inputs, out, options, stream=stream, progress=line)
    write_reports(results, reports)
    failed = [result for result in results if result.exit_status(strict=options.strict)]
    if quiet:
        _tell_losses(failed, strict=options.strict)
    else:
        _tell(results, to_stderr=out == "-")
    written = results[0].out if verified else None
    status = verify_written(inputs, written, options, quiet=quiet) if written is not None else 0
    if failed or status:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _tell(results: "list[Result]", *, to_stderr: bool) -> None:
    """The summary of one site, or one table of several, with what was lost of each."""
    from wpmigrate.report import table_lines  # noqa: PLC0415 - keep --help quick

    several = len(results) > 1
    for text in table_lines([result.summary for result in results]) if several else results[0].lines():
        say(text, err=to_stderr)
    if several:
        _tell_losses(results, strict=False)


def _tell_losses(results: "list[Result]", *, strict: bool) -> None:
    """Why the exit status is 1, on standard error: the errors, with `strict` the warnings as well."""
    from wpmigrate.report import finding_lines  # noqa: PLC0415 - keep --help quick

    for result in results:
        for line in finding_lines(result.losses(strict=strict)):
            say(line, err=True)


def options_of(given: dict[str, Any]) -> "ConvertOptions":
    """The frozen options from what click parsed; raises UsageError for what cannot be meant."""
    from wpmigrate.config import ConvertOptions, FieldOptions  # noqa: PLC0415 - keep --help quick
    from wpmigrate.targets import META_ALLOWED, check_field_names  # noqa: PLC0415

    renamed, constants = _field_rules(given["fields"])
    fields = FieldOptions(
        form=given["front_matter"],
        chosen=_in_order(united(given["chosen"])),
        renamed=renamed,
        constants=(*given["constants"], *constants),
        meta=(*META_ALLOWED, *given["meta"]),
    )
    check_field_names(fields)
    form = "none" if given["no_comments"] else given["comments"]
    same = ["to", "links", "local_media", "path", "html", "wrap", "include_emails", "fix_mojibake", "strict", "force"]
    same += ["dry_run", "durable", "each", "jobs", "paths", "shortcodes", "scaffold", "terms", "redirects", "plugins"]
    return ConvertOptions(
        selection=selection_of(given),
        fields=fields,
        raw=given["content"] == "raw",
        comments=form != "none",
        comments_format=form if form not in ("own", "none") else "",
        **{name: given[name] for name in same},
        **saved_of(given),
    )


def _in_order(chosen: frozenset[str]) -> tuple[str, ...]:
    """Chosen fields in the order of the table; unknown ones last, to be named."""
    from wpmigrate.targets import FIELDS  # noqa: PLC0415

    return (*[name for name in FIELDS if name in chosen], *sorted(chosen - set(FIELDS)))


def _field_rules(rules: tuple[str, ...]) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """(renames, constants) from `--field` rules."""
    renamed, constants = [], []
    for rule in rules:
        name, _, value = rule.partition("=")
        if name.endswith(":"):
            constants.append((name[:-1], value))
        else:
            renamed.append((name, value))
    return tuple(renamed), tuple(constants)
