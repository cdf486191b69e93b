"""Files of redirects, read back: whatever wpmigrate writes, and what people add in the same forms. One table."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from wpmigrate.errors import InputError
from wpmigrate.html import split_url

from .rules import Rule, pairs_of

Reader = Callable[[str], Iterator[Rule]]


def _underscore(text: str) -> Iterator[Rule]:
    """`_redirects` of Netlify and Cloudflare: old address, pairs of the query, new address, status."""
    for line in text.splitlines():
        parts = line.partition(" #")[0].split()
        if len(parts) < 2 or parts[0].startswith("#"):
            continue
        old, *rest = parts
        if re.fullmatch(r"\d{3}!?", rest[-1]):
            rest.pop()
        if rest:
            pairs = tuple(pair for part in rest[:-1] for pair in pairs_of(part))
            yield Rule(_with_wildcards(old), rest[-1], pairs)


def _with_wildcards(old: str) -> str | re.Pattern[str]:
    """A path, or a pattern when it has a splat or a placeholder."""
    if "*" not in old and "/:" not in old:
        return unquote(old)
    tokens = re.split(r"(\*|:\w+)", old)
    marks = {"*": ".*", ":": "[^/]+"}
    return re.compile("".join(marks[t[0]] if t and t[0] in marks else re.escape(unquote(t)) for t in tokens))


_CONDITION = re.compile(r'RewriteCond "?%\{QUERY_STRING\}"? "\(\?:\^\|&\)(.*?)\(\?:&\|\$\)"')
_RULE = re.compile(r'RewriteRule "([^"]*)" "([^"]*)" \[[^\]]*R\b')
_PLAIN = re.compile(r'Redirect(?:Permanent|Temp)?\s+(?:\d{3}\s+|permanent\s+|temp\s+)?"?(/[^\s"]*)"?\s+"?([^\s"]+)')


def _apache(text: str) -> Iterator[Rule]:
    """`.htaccess`: RewriteRule with its conditions on the query, Redirect."""
    conditions: list[str] = []
    for line in text.splitlines():
        if found := _CONDITION.search(line):
            conditions.append(_unescaped(found[1]))
        elif found := _RULE.search(line):
            pairs = tuple(pair for condition in conditions for pair in pairs_of(condition))
            # In .htaccess a pattern is for the path without the slash before it.
            pattern = found[1].removeprefix("^").removesuffix("$")
            yield Rule(re.compile("/" + pattern), re.sub(r"\\(.)", r"\1", found[2]), pairs)
            conditions = []
        elif found := _PLAIN.match(line.strip()):
            yield Rule(unquote(found[1]), found[2])


def _unescaped(pattern: str) -> str:
    """The text that a pattern without wildcards stands for."""
    return re.sub(r"\\(x[0-9a-f]{2}|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else m[1], pattern)


_MAP = re.compile(r'^map "([^"]*)" \S+ \{\n(.*?)^\}', re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r'^\s+"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)";?$', re.MULTILINE)
_NAME = re.compile(r"\$arg_([\w-]+)|\{query\.([\w-]+)\}")


def _maps(text: str) -> Iterator[Rule]:
    """Maps of nginx and of Caddy: the key is a path, or a path and values of the query."""
    for source, body in _MAP.findall(text):
        names = [first or second for first, second in _NAME.findall(source)]
        for key, to in _ENTRY.findall(body):
            plain = re.sub(r"\\(.)", r"\1", key)
            path, _, values = plain.rpartition("?") if names else (plain, "", "")
            texts = [values] if len(names) == 1 else values.split("&")
            yield Rule(path, to, tuple(zip(names, map(unquote, texts), strict=False)))


def _vercel(text: str) -> Iterator[Rule]:
    """`vercel.json`: patterns of path-to-regexp, without parameters, and conditions on the query."""
    for row in json.loads(text).get("redirects", ()):
        pattern = row["source"].replace("{/}?", "")
        path = unquote(re.sub(r"\\(.)", r"\1", pattern)) or "/"
        has = tuple((one["key"], re.sub(r"\\(.)", r"\1", one["value"])) for one in row.get("has", ()))
        yield Rule(path, row["destination"], has)


def _rows(rows: Iterator[Mapping[str, str]]) -> Iterator[Rule]:
    for row in rows:
        parts = split_url(row["from"])
        yield Rule(unquote(parts.path), row["to"], pairs_of(parts.query))


def _csv(text: str) -> Iterator[Rule]:
    return _rows(iter(csv.DictReader(io.StringIO(text, newline=""))))


def _json(text: str) -> Iterator[Rule]:
    return _rows(iter(json.loads(text)))


READERS: Mapping[str, Reader] = {
    "_redirects": _underscore,
    ".htaccess": _apache,
    "redirects.nginx.conf": _maps,
    "redirects.caddy": _maps,
    "vercel.json": _vercel,
    "redirects.csv": _csv,
    "redirects.json": _json,
}
"""How a file of each name is read."""


def rules_in(folder: Path) -> dict[str, list[Rule]]:
    """The rules of each file of redirects that stands in a folder, by its name; raises InputError for a broken one."""
    found = {}
    for name, read in READERS.items():
        path = folder / name
        if path.is_file():
            try:
                found[str(path)] = list(read(path.read_text(encoding="utf-8", errors="replace")))
            except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
                reason = f"it cannot be read as a file of redirects: {error}"
                raise InputError(reason, file=str(path), advice="Write it anew with convert --redirects.") from None
    return found
