"""A page that leads an old address on: for generators that publish HTML files as they are."""

from html import escape
from urllib.parse import quote


def redirect_page(new: str) -> bytes:
    """An HTML document that sends readers and search engines to the path `new`, at once and without a script."""
    address = escape(quote(new, safe="/-._~!$&'()*+,;=:@%"))
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{escape(new)}</title>\n'
        f'<link rel="canonical" href="{address}">\n<meta http-equiv="refresh" content="0; url={address}">\n</head>\n'
        f'<body><a href="{address}">{escape(new)}</a></body>\n</html>\n'
    ).encode("utf-8", "backslashreplace")
