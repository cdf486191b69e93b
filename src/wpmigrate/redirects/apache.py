"""`.htaccess` of Apache: mod_rewrite, which alone sees queries."""

import re
from collections.abc import Sequence

from .format import Format
from .redirect import Redirect, query_text

_HEAD = """\
# Needs mod_rewrite and "AllowOverride FileInfo" (or All) for this folder.
<IfModule mod_rewrite.c>
RewriteEngine On
"""
_SPECIAL = re.compile(r"[.^$*+?()\[\]{}|\\]")


def _apache(redirects: Sequence[Redirect]) -> str:
    return _HEAD + "".join(map(_rule, redirects)) + "</IfModule>\n"


def _rule(redirect: Redirect) -> str:
    """A rule with a condition for each pair of the query. In .htaccess a path has no slash before it, and is decoded."""
    conditions = [
        f'RewriteCond "%{{QUERY_STRING}}" "(?:^|&){_pattern(query_text((pair,)))}(?:&|$)" [NC]\n'
        for pair in redirect.query
    ]
    path = redirect.path.strip("/")
    pattern = f"^{_pattern(path)}/?$" if path else "^$"
    flags = f"R={redirect.status},L,NE" + (",QSD" if redirect.query else "")
    return "".join(conditions) + f'RewriteRule "{pattern}" "{_goal(redirect.to)}" [{flags}]\n'


def _pattern(text: str) -> str:
    """A text as a regular expression between quotes, where mod_rewrite knows no escape for a quote."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text).replace('"', "\\x22")


def _goal(to: str) -> str:
    """A new address: `%4` and `$1` would be what a pattern matched."""
    return to.replace("%", "\\%").replace("$", "\\$").replace('"', "%22")


APACHE = Format(
    name="apache",
    file=".htaccess",
    summary="`.htaccess` of Apache and LiteSpeed, with mod_rewrite; it must stand at the top of the built site",
    render=_apache,
    is_published=True,
)
