"""`wpmigrate schema`: the published JSON Schema of the JSON forms."""

import json

import click


@click.command(name="schema", short_help="Print the JSON Schema of the JSON forms.")
@click.argument("form", type=click.Choice(["json", "jsonl"]), default="json")
def command(form: str) -> None:
    """Print the JSON Schema (2020-12) of site.json, or with `jsonl` that of one line of items.jsonl."""
    from wpmigrate.targets.schema import SCHEMAS  # noqa: PLC0415 - keep --help quick

    click.echo(json.dumps(SCHEMAS[form], indent=2))
