"""Names of programming languages as plugins wrote them, and as highlighters know them."""

import re

_ALIASES = {
    "actionscript3": "actionscript", "as3": "actionscript", "bat": "batch", "c#": "csharp", "c++": "cpp",
    "cf": "coldfusion", "c-sharp": "csharp", "clike": "c", "htmlmixed": "html", "javafx": "java", "jfx": "java",
    "jscript": "javascript", "js": "javascript", "mark": "html", "markup": "html", "objc": "objectivec",
    "objective-c": "objectivec", "perl5": "perl", "pl": "perl", "posh": "powershell", "ps": "powershell",
    "ps1": "powershell", "py": "python", "rails": "ruby", "rb": "ruby", "ror": "ruby", "sh": "bash",
    "shell": "bash", "ts": "typescript", "vb": "vbnet", "vb.net": "vbnet", "xhtml": "html", "xslt": "xml",
    "yml": "yaml", "text/x-csrc": "c", "text/x-php": "php", "application/x-httpd-php": "php",
}  # fmt: skip
_NONE = frozenset(
    {"", "text", "plain", "plaintext", "none", "no-highlight", "nohighlight", "default", "auto", "generic", "raw"}
)
_NAME = re.compile(r"[a-z0-9][a-z0-9+#._-]*")


def language_name(written: str) -> str:
    """The usual name of a language; empty for plain text and for what is no name."""
    name = written.strip().lower()
    name = _ALIASES.get(name, name)
    return "" if name in _NONE or _NAME.fullmatch(name) is None else name
