"""Builds the form in which the Wayback Machine serves a page: addresses rewritten, scripts, toolbar, comment at the end."""

import re

_ADDRESS = re.compile(
    r"""(\b(?:href|src|action|poster|data-orig-file|background)\s*=\s*)(["'])(https?://[^"'\s]+|/(?!/)[^"'\s]*)\2""",
    re.IGNORECASE,
)
_SRCSET = re.compile(r"""(\bsrcset\s*=\s*)(["'])([^"']+)\2""", re.IGNORECASE)
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)(?:\?|$)", re.IGNORECASE)
_END = """
<!--
     FILE ARCHIVED ON 08:30:12 Oct 15, 2015 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 07:11:40 Nov 26, 2026.
     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.
-->
"""
_STATIC = "https://web-static.archive.org/_static"


def captured(page: str, address: str, stamp: str = "20151015083012") -> str:
    """`page`, as it was at `address`, captured at `stamp` (YYYYMMDDhhmmss)."""
    root = re.match(r"https?://[^/]+", address)
    assert root is not None

    def rewritten(url: str) -> str:
        full = root[0] + url if url.startswith("/") else url
        flag = "im_" if _PICTURES.search(full) else "cs_" if ".css" in full else "js_" if ".js" in full else ""
        return f"https://web.archive.org/web/{stamp}{flag}/{full}"

    text = _ADDRESS.sub(lambda found: f"{found[1]}{found[2]}{rewritten(found[3])}{found[2]}", page)
    text = _SRCSET.sub(
        lambda found: (
            f"{found[1]}{found[2]}{re.sub(r'https?://[^ ,]+', lambda url: rewritten(url[0]), found[3])}{found[2]}"
        ),
        text,
    )
    head = (
        f'<script type="text/javascript" src="{_STATIC}/js/bundle-playback.js?v=1" charset="utf-8"></script>\n'
        f'<script type="text/javascript" src="{_STATIC}/js/wombat.js?v=1" charset="utf-8"></script>\n'
        f'<script type="text/javascript">__wm.init("https://web.archive.org/web");'
        f'__wm.wombat("{address}","{stamp}","https://web.archive.org/","web","{_STATIC}/","1444897812");</script>\n'
        f'<link rel="stylesheet" type="text/css" href="{_STATIC}/css/banner-styles.css?v=1" />\n'
        "<!-- End Wayback Rewrite JS Include -->\n"
    )
    toolbar = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT -->\n<script>__wm.rw(0);</script>\n"
        '<div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;">\n<div id="wm-ipp">'
        f'<a href="https://web.archive.org/web/">Wayback Machine</a> <form action="https://web.archive.org/web/submit">'
        f'<input type="text" name="url" value="{address}"></form> 12 captures 15 Oct 2015 - 3 Mar 2019 '
        '<a href="https://web.archive.org/web/2014*/x">Sep</a><h2 class="entry-title">About this capture</h2></div></div>\n'
        "<!-- END WAYBACK TOOLBAR INSERT -->"
    )
    text = re.sub(r"(<head[^>]*>)", lambda found: found[1] + head, text, count=1, flags=re.IGNORECASE)
    text = re.sub(r"(<body[^>]*>)", lambda found: found[1] + toolbar, text, count=1, flags=re.IGNORECASE)
    return text + _END
