"""Write a realistic WordPress export of any size: run `python -m bench.generate --posts 10000 big.xml`.

The same number of posts and the same seed give the same bytes. Items are written one by one, so that the size is
limited by the disk only. Beside the export stands `<export>.json` with what is in it and what must come out.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from random import Random
from urllib.parse import quote
from xml.sax.saxutils import escape

from bench.bodies import SITE, Surroundings, body
from bench.words import LANGUAGES, phrase, sentences

AUTHORS = ("alva", "sam", "kim", "redaktion", "guest")
CATEGORIES = 40
TAGS = 300
#: Sizes of bodies are spread like those of real blogs: half are below MEDIAN, a few are very long.
MEDIAN, SIGMA, LONGEST = 4_900, 0.8, 150_000
FIRST_DAY = datetime(2006, 1, 2, 8, 0, tzinfo=UTC)
#: Cumulative shares of what is not simply published.
FATES = ((0.93, "publish", ""), (0.96, "draft", ""), (0.98, "private", ""), (0.99, "future", ""), (1, "publish", "pw"))

TITLE_ENDS = ("", "", "", " &amp; mer", ": <em>2</em>", "?")

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.8.2" created="2026-02-01 09:00" -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/"
>

<channel>
\t<title>Bench &amp; blogg</title>
\t<link>{site}</link>
\t<description></description>
\t<pubDate>Sun, 01 Feb 2026 09:00:00 +0000</pubDate>
\t<language>sv-SE</language>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:base_site_url>{site}</wp:base_site_url>
\t<wp:base_blog_url>{site}</wp:base_blog_url>
"""
TAIL = "</channel>\n</rss>\n"


@dataclass(frozen=True, slots=True)
class Plan:
    """Which export: how many posts, and the seed."""

    posts: int
    seed: int

    def language(self, number: int) -> str:
        """Six of ten posts are Swedish, three English, one Japanese."""
        return ("sv", "en", "sv", "sv", "en", "sv", "ja", "sv", "en", "sv")[number % 10]

    def slug(self, number: int) -> str:
        """The slug of a post, percent-encoded where WordPress does it."""
        words = LANGUAGES[self.language(number)].words
        text = f"{words[number * 7 % len(words)]}-{words[number * 13 % len(words)]}-{number}"
        plain = text.replace("'", "").translate(str.maketrans("åäö", "aao"))
        return quote(plain).lower()

    def date(self, number: int) -> datetime:
        """When a post was written, in UTC."""
        return FIRST_DAY + timedelta(hours=number * 171_000 // max(self.posts, 1), minutes=number * 37 % 60)

    def address(self, number: int) -> str:
        """The permalink of a post."""
        return f"{SITE}/{local(self.date(number)):%Y/%m}/{self.slug(number)}/"

    def post_id(self, number: int) -> int:
        """Ids leave gaps, as revisions do."""
        return 1_000 + 3 * number

    def picture(self, number: int) -> tuple[str, int]:
        """Address and id of the picture that was uploaded to a post; every second post has one."""
        number -= number % 2
        return f"{SITE}/wp-content/uploads/{self.date(number):%Y/%m}/bild-{number}.jpg", self.post_id(number) + 1


def local(moment: datetime) -> datetime:
    """The wall time in Stockholm, with the summer time of whole months."""
    return moment + timedelta(hours=2 if 4 <= moment.month <= 9 else 1)


def cdata(text: str) -> str:
    """`text` as WordPress writes it."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def channel(rng: Random) -> Iterator[str]:
    """What stands before the items: authors, categories in two levels, tags."""
    yield HEAD.format(site=SITE)
    for at, login in enumerate(AUTHORS, 1):
        yield (
            f"\t<wp:author><wp:author_id>{at}</wp:author_id><wp:author_login>{cdata(login)}</wp:author_login>"
            f"<wp:author_email>{cdata(login + '@example.org')}</wp:author_email>"
            f"<wp:author_display_name>{cdata(login.title())}</wp:author_display_name></wp:author>\n"
        )
    for at in range(CATEGORIES):
        parent = f"kategori-{at % 8}" if at >= 8 else ""
        name = phrase(rng, LANGUAGES["sv"], 2)
        yield (
            f"\t<wp:category><wp:term_id>{at + 1}</wp:term_id><wp:category_nicename>{cdata(f'kategori-{at}')}"
            f"</wp:category_nicename><wp:category_parent>{cdata(parent)}</wp:category_parent>"
            f"<wp:cat_name>{cdata(name + ' &amp; mer')}</wp:cat_name></wp:category>\n"
        )
    for at in range(TAGS):
        yield (
            f"\t<wp:tag><wp:term_id>{at + 100}</wp:term_id><wp:tag_slug>{cdata(f'tagg-{at}')}</wp:tag_slug>"
            f"<wp:tag_name>{cdata(f'tagg {at}')}</wp:tag_name></wp:tag>\n"
        )
    yield "\t<generator>https://wordpress.org/?v=6.8.2</generator>\n"


def item(fields: dict[str, str], extra: str) -> str:
    """An `<item>`; `fields` replace what a published post has, `extra` are terms, meta and comments."""
    values = {"excerpt": "", "content": "", "status": "publish", "type": "post", "password": "", "parent": "0"} | fields
    return f"""\t\t<item>
\t\t<title>{cdata(values["title"])}</title>
\t\t<link>{values["link"]}</link>
\t\t<pubDate>{values["pub_date"]}</pubDate>
\t\t<dc:creator>{cdata(values["creator"])}</dc:creator>
\t\t<guid isPermaLink="false">{SITE}/?p={values["id"]}</guid>
\t\t<description></description>
\t\t<content:encoded>{cdata(values["content"])}</content:encoded>
\t\t<excerpt:encoded>{cdata(values["excerpt"])}</excerpt:encoded>
\t\t<wp:post_id>{values["id"]}</wp:post_id>
\t\t<wp:post_date>{cdata(values["date"])}</wp:post_date>
\t\t<wp:post_date_gmt>{cdata(values["date_gmt"])}</wp:post_date_gmt>
\t\t<wp:post_modified>{cdata(values["date"])}</wp:post_modified>
\t\t<wp:post_modified_gmt>{cdata(values["date_gmt"])}</wp:post_modified_gmt>
\t\t<wp:comment_status>{cdata("open")}</wp:comment_status>
\t\t<wp:ping_status>{cdata("open")}</wp:ping_status>
\t\t<wp:post_name>{cdata(values["slug"])}</wp:post_name>
\t\t<wp:status>{cdata(values["status"])}</wp:status>
\t\t<wp:post_parent>{values["parent"]}</wp:post_parent>
\t\t<wp:menu_order>0</wp:menu_order>
\t\t<wp:post_type>{cdata(values["type"])}</wp:post_type>
\t\t<wp:post_password>{cdata(values["password"])}</wp:post_password>
\t\t<wp:is_sticky>0</wp:is_sticky>
{extra}\t\t</item>
"""


def moments(moment: datetime) -> dict[str, str]:
    """The dates of an item."""
    return {
        "pub_date": format_datetime(moment),
        "date": f"{local(moment):%Y-%m-%d %H:%M:%S}",
        "date_gmt": f"{moment:%Y-%m-%d %H:%M:%S}",
    }


def meta(key: str, value: str) -> str:
    """A `wp:postmeta`."""
    return (
        f"\t\t<wp:postmeta>\n\t\t<wp:meta_key>{cdata(key)}</wp:meta_key>\n"
        f"\t\t<wp:meta_value>{cdata(value)}</wp:meta_value>\n\t\t</wp:postmeta>\n"
    )


def comments(rng: Random, plan: Plan, number: int) -> Iterator[str]:
    """The comments of a post: most have none, a few have many; some answer the one before, one in ten waits."""
    language = LANGUAGES[plan.language(number)]
    for at in range(min(int(rng.expovariate(1 / 1.5)), 60)):
        first = 1 + number * 64
        when = moments(plan.date(number) + timedelta(hours=3 * at + 1))
        yield (
            f"\t\t<wp:comment>\n\t\t\t<wp:comment_id>{first + at}</wp:comment_id>\n"
            f"\t\t\t<wp:comment_author>{cdata(phrase(rng, language, 2))}</wp:comment_author>\n"
            f"\t\t\t<wp:comment_author_email>{cdata('reader@example.org')}</wp:comment_author_email>\n"
            f"\t\t\t<wp:comment_author_url>{escape('https://www.example.org/?a=1&b=2')}</wp:comment_author_url>\n"
            f"\t\t\t<wp:comment_author_IP>{cdata('192.0.2.7')}</wp:comment_author_IP>\n"
            f"\t\t\t<wp:comment_date>{cdata(when['date'])}</wp:comment_date>\n"
            f"\t\t\t<wp:comment_date_gmt>{cdata(when['date_gmt'])}</wp:comment_date_gmt>\n"
            f"\t\t\t<wp:comment_content>{cdata(sentences(rng, language, rng.randrange(5, 60)))}</wp:comment_content>\n"
            f"\t\t\t<wp:comment_approved>{cdata('1' if rng.random() < 0.9 else '0')}</wp:comment_approved>\n"
            f"\t\t\t<wp:comment_type>{cdata('comment' if rng.random() < 0.9 else 'pingback')}</wp:comment_type>\n"
            f"\t\t\t<wp:comment_parent>{first + at - 1 if at and rng.random() < 0.4 else 0}</wp:comment_parent>\n"
            "\t\t\t<wp:comment_user_id>0</wp:comment_user_id>\n\t\t</wp:comment>\n"
        )


def terms(rng: Random) -> str:
    """One or two categories and up to five tags."""
    found = {f"kategori-{rng.randrange(CATEGORIES)}": "category" for _ in range(rng.randrange(1, 3))}
    found |= {f"tagg-{rng.randrange(TAGS)}": "post_tag" for _ in range(rng.randrange(6))}
    return "".join(
        f'\t\t<category domain="{taxonomy}" nicename="{slug}">{cdata(slug.replace("-", " "))}</category>\n'
        for slug, taxonomy in found.items()
    )


def post(rng: Random, plan: Plan, number: int, *, post_type: str = "post") -> tuple[dict[str, str], str]:
    """Fields and extra of a post or a page."""
    language = LANGUAGES[plan.language(number)]
    around = Surroundings(language, plan.address, plan.post_id, plan.picture, plan.posts)
    fate = rng.random()
    status, password = next((status, password) for share, status, password in FATES if fate <= share)
    slug = "" if status == "draft" else plan.slug(number)
    size = min(int(math.exp(rng.gauss(math.log(MEDIAN), SIGMA))), LONGEST)
    fields = moments(plan.date(number)) | {
        "id": str(plan.post_id(number)),
        "title": phrase(rng, language, rng.randrange(2, 9))
        + rng.choice(("", "", "", " &amp; mer", ": <em>2</em>", "?")),
        "link": plan.address(number) if slug and status == "publish" else f"{SITE}/?p={plan.post_id(number)}",
        "creator": rng.choice(AUTHORS),
        "slug": slug,
        "status": status,
        "password": password,
        "content": body(rng, around, size=size, is_blocks=rng.random() < 0.4),
        "excerpt": phrase(rng, language, 20) if rng.random() < 0.2 else "",
        "type": post_type,
    }
    if status == "draft":
        fields |= {"pub_date": "", "date_gmt": "0000-00-00 00:00:00"}
    extra = terms(rng) + meta("_edit_last", "1")
    if number % 2 == 0:
        extra += meta("_thumbnail_id", str(plan.picture(number)[1]))
    return fields, extra + "".join(comments(rng, plan, number))


def attachment(rng: Random, plan: Plan, number: int) -> str:
    """The picture that was uploaded to a post."""
    address, picture_id = plan.picture(number)
    fields = moments(plan.date(number)) | {
        "id": str(picture_id),
        "title": f"bild-{number}",
        "link": f"{SITE}/?attachment_id={picture_id}",
        "creator": AUTHORS[0],
        "slug": f"bild-{number}",
        "status": "inherit",
        "type": "attachment",
        "parent": str(plan.post_id(number)),
        "excerpt": phrase(rng, LANGUAGES["sv"], 4),
    }
    file = address.partition("/uploads/")[2]
    size = f'a:3:{{s:5:"width";i:1600;s:6:"height";i:1200;s:4:"file";s:{len(file)}:"{file}";}}'
    extra = f"\t\t<wp:attachment_url>{cdata(address)}</wp:attachment_url>\n"
    extra += meta("_wp_attached_file", file) + meta("_wp_attachment_metadata", size)
    return item(fields, extra + meta("_wp_attachment_image_alt", phrase(rng, LANGUAGES["sv"], 3)))


def export(plan: Plan, facts: Counter[str]) -> Iterator[str]:
    """The export piece by piece; `facts` is filled on the way. One item in fifty is a page."""
    yield from channel(Random(f"channel {plan.seed}"))
    for number in range(plan.posts):
        rng = Random(f"{plan.seed} {number}")
        fields, extra = post(rng, plan, number, post_type="page" if number % 50 == 49 else "post")
        facts["items"] += 1
        facts["written" if fields["status"] != "private" and not fields["password"] else "skipped"] += 1
        yield item(fields, extra)
        if number % 2 == 0:
            facts.update(("items", "skipped"))
            yield attachment(rng, plan, number)
    yield TAIL


def write(plan: Plan, path: Path) -> dict[str, int]:
    """Write the export to `path` and what is in it to `path.json`; the latter is returned."""
    facts: Counter[str] = Counter()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(export(plan, facts))
    facts["bytes"] = path.stat().st_size
    path.with_name(path.name + ".json").write_text(json.dumps(facts), encoding="utf-8")
    return facts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--posts", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.stdout.write(f"{json.dumps(write(Plan(given.posts, given.seed), given.path))}\n")
