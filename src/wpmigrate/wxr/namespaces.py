"""The namespaces of WXR 1.2, and those that other exporters and feeds use without declaring them."""

from collections.abc import Mapping

NAMESPACES: Mapping[str, str] = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
    "atom": "http://www.w3.org/2005/Atom",
    "dsq": "http://www.disqus.com/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "georss": "http://www.georss.org/georss",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
}
"""Prefix → address."""

WORDPRESS_PREFIXES = ("excerpt", "content", "wfw", "dc", "wp")
"""Those that every export of WordPress declares, in its order (`export_wp`)."""
