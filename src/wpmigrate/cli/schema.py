"""`wpmigrate schema`: the published JSON Schemas of all JSON that comes out."""

import json

import click


@click.command(name="schema", short_help="Print the JSON Schema of the JSON forms.")
@click.argument("form", type=click.Choice(["json", "jsonl", "validate"]), default="json")
def command(form: str) -> None:
    """Print the JSON Schema (2020-12) of site.json, of one line of items.jsonl, or of what validate prints as JSON."""
    from wpmigrate.report.findings.json import FINDINGS_SCHEMA  # noqa: PLC0415 - keep --help quick
    from wpmigrate.targets.schema import SCHEMAS  # noqa: PLC0415

    schemas = {**SCHEMAS, "validate": FINDINGS_SCHEMA}
    click.echo(json.dumps(schemas[form], indent=2))
