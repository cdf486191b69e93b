"""`wpmigrate schema`: the published JSON Schemas of all JSON that comes out."""

import json
from importlib import import_module

import click

FORMS = {
    "json": ("wpmigrate.targets.schema", "DOCUMENT_SCHEMA"),
    "jsonl": ("wpmigrate.targets.schema", "LINE_SCHEMA"),
    "validate": ("wpmigrate.report.findings.json", "FINDINGS_SCHEMA"),
    "inspect": ("wpmigrate.inspection", "INSPECTION_SCHEMA"),
}
"""Form → the module and the name of its schema."""


@click.command(name="schema", short_help="Print the JSON Schema of the JSON forms.")
@click.argument("form", type=click.Choice(list(FORMS)), default="json")
def command(form: str) -> None:
    """Print the JSON Schema (2020-12) of site.json, of a line of items.jsonl, or of what validate or inspect print."""
    module, name = FORMS[form]
    click.echo(json.dumps(getattr(import_module(module), name), indent=2))
