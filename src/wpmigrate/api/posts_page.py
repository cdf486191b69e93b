"""The page at whose address WordPress shows the list of posts (Settings → Reading), as far as an export tells it.

No export names it (`page_for_posts` is an option). It is told by what it must be: beside a page that is the front page, a
page without words of its own (WordPress shows none of them) that is called as such pages are.
"""

from collections.abc import Sequence

from wpmigrate.links import path_key
from wpmigrate.model import Entry

from .records import decoded_slug

POSTS_PAGE = "posts page"
"""Why it is left out: what stands at its address is the list."""

_NAMES = frozenset({
    "blog", "blogg", "blogs", "the blog", "our blog", "posts", "news", "articles", "journal", "blog posts", "latest news",
    "nyheter", "aktuellt", "inlägg", "nyheder", "aktuelt", "uutiset", "blogi", "aktuelles", "neuigkeiten", "nachrichten",
    "beiträge", "news & blog", "actualités", "actualites", "nouvelles", "le blog", "noticias", "novedades", "entradas",
    "artículos", "notícias", "artigos", "novidades", "notizie", "articoli", "novità", "nieuws", "berichten", "aktualności",
    "wpisy", "aktuality", "novinky", "články", "hírek", "blogok", "știri", "haberler", "yazılar", "νέα", "άρθρα", "блог",
    "новости", "статьи", "новини", "статті", "новини и статии", "ブログ", "お知らせ", "ニュース", "新着情報", "博客", "新闻",
    "文章", "部落格", "新聞", "最新消息", "블로그", "뉴스", "소식", "berita", "artikel", "tin tức", "مدونة", "المدونة", "أخبار",
    "وبلاگ", "بلاگ", "اخبار", "בלוג", "חדשות", "ब्लॉग", "समाचार", "บล็อก", "ข่าว",
})  # fmt: skip
"""What such pages are called, in lower case."""


def posts_page(entries: Sequence[Entry]) -> Entry | None:
    """The page, of the entries that are written and have their addresses.

    None where none or several could be it, or there are no posts to list.
    """
    public = [entry for entry in entries if entry.type == "page" and not entry.is_draft]
    has_posts = any(entry.type == "post" and not entry.is_draft for entry in entries)
    if not has_posts or not any(path_key(entry.address) == "" for entry in public):
        return None
    parents = {entry.parent for entry in public}
    found = [entry for entry in public if _could_be(entry) and entry.post_id not in parents]
    return found[0] if len(found) == 1 else None


def _could_be(entry: Entry) -> bool:
    """Whether a page has nothing to say, is called as posts pages are, and is no front page."""
    if not entry.is_empty or entry.public_comment_count or not path_key(entry.address):
        return False
    slug = decoded_slug(entry.slug).replace("-", " ").lower()
    return slug in _NAMES or " ".join(entry.title.split()).lower() in _NAMES
