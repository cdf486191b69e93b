"""Where pages come from: browsers, crawlers, caches, archives, feeds. All pages here are made of one small theme."""

import gzip
import quopri
import zipfile
from pathlib import Path

import pytest
from capture import captured

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.errors import InputError
from wpmigrate.model import Item, Site
from wpmigrate.reader import open_sources, read

BLOG = "https://blog.example.org"


def page(number: int, text: str = "", *, title: str = "", more: str = "", after: str = "", url: str = "") -> str:
    """The page of post `number`; `more` goes into the head, `after` behind the text."""
    url = url or f"{BLOG}/2011/0{number}/post-{number}/"
    return (
        f'<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>{title or f"Post {number}"} | A blog</title>'
        f'<link rel="canonical" href="{url}"><link rel="EditURI" href="{BLOG}/xmlrpc.php?rsd">{more}</head>'
        f'<body class="single single-post postid-{number}"><div id="menu"><a href="{BLOG}/" rel="home">A blog</a></div>'
        f'<div class="post-{number} post type-post hentry category-x" id="post-{number}">'
        f'<h2 class="entry-title">{title or f"Post {number}"}</h2>'
        f'<div class="entry-content">{text or f"<p>The text of number {number}.</p>"}</div>'
        f'<p class="entry-meta">Posted on <time datetime="2011-0{number}-15T10:00:00+01:00">March {number}, 2011</time> in '
        f'<a href="{BLOG}/category/x/" rel="category tag">X</a></p></div>{after}</body></html>'
    )


def read_all(*paths: Path) -> tuple[list[Item], list[str]]:
    """The items in order of their ids, and the codes of all findings."""
    sources, findings = open_sources([str(path) for path in paths])
    events = [event for source in sources for event in read(source)]
    found = [event.code for event in (*findings, *events) if isinstance(event, Diagnostic)]
    return sorted((event for event in events if isinstance(event, Item)), key=lambda item: item.id), found


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def mht(html: str, url: str) -> str:
    """A page as Chromium saves it in one file."""
    body = quopri.encodestring(html.encode()).decode("ascii")
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {url}\nSubject: A page\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----X"\n\n\n------X\n'
        f"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: {url}\n\n{body}\n------X\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://blog.example.org/a.png\n\n"
        "iVBORw0KGgo=\n------X--\n"
    )


def test_mht_is_read_with_its_address(tmp_path: Path) -> None:
    """The page in the container, with accented letters."""
    html = page(1, "<p>Räksmörgås =3D</p>").replace(f'<link rel="canonical" href="{BLOG}/2011/01/post-1/">', "")
    items, _ = read_all(put(tmp_path, {"a.mht": mht(html, f"{BLOG}/2011/01/post-1/")}))
    assert [(item.content, item.link) for item in items] == [("<p>Räksmörgås =3D</p>", f"{BLOG}/2011/01/post-1/")]


def test_folders_of_complete_pages_hold_no_posts(tmp_path: Path) -> None:
    """What a browser saved beside a page is no page, and pictures get their own address back."""
    text = (
        '<p><a href="https://blog.example.org/wp-content/uploads/k.jpg"><img src="Post%201_files/k.jpg"></a>'
        f'<img src="./Post 1_files/s.jpg" srcset="{BLOG}/up/s.jpg 300w, {BLOG}/up/b.jpg 900w"></p>'
    ).replace("Post%201_files", "Post 1_files")
    files: dict[str, str | bytes] = {
        "Post 1.html": page(1, text),
        "Post 1_files/frame.html": page(7),
        "Post 1_files/k.jpg": b"\xff\xd8\xff",
    }
    items, _ = read_all(put(tmp_path, files))
    assert [item.id for item in items] == ["1"]
    assert 'src="https://blog.example.org/wp-content/uploads/k.jpg"' in items[0].content
    assert f'src="{BLOG}/up/s.jpg"' in items[0].content


@pytest.mark.parametrize(
    "name",
    [
        "blog.example.org/2011/01/post-1/index.html",
        "supercache/blog.example.org/2011/01/post-1/index-https.html",
        "page_enhanced/blog.example.org/2011/01/post-1/_index_slash_ssl.html",
        "mirror/blog.example.org/2011/01/post-1/index.html",
    ],
)
def test_addresses_come_from_the_folders_of_crawlers_and_caches(name: str, tmp_path: Path) -> None:
    """wget, HTTrack, WP Super Cache and W3 Total Cache keep host and path in the names of folders."""
    html = page(1).replace(f'<link rel="canonical" href="{BLOG}/2011/01/post-1/">', "")
    items, _ = read_all(put(tmp_path, {name: html}))
    assert [(item.slug, item.link.partition("://")[2]) for item in items] == [
        ("post-1", "blog.example.org/2011/01/post-1/")
    ]


def test_compressed_caches_and_their_doubles_give_one_post(tmp_path: Path) -> None:
    """Caches keep a page plain and gzipped."""
    folder = "cache/blog.example.org/2011/01/post-1/"
    files: dict[str, str | bytes] = {
        folder + "index.html": page(1),
        folder + "index.html.gz": gzip.compress(page(1).encode()),
    }
    items, _ = read_all(put(tmp_path, files))
    assert [item.id for item in items] == ["1"]


def test_a_mirror_names_its_pages_in_a_comment(tmp_path: Path) -> None:
    """HTTrack notes the address; its own start page shows no post."""
    html = page(1).replace(f'<link rel="canonical" href="{BLOG}/2011/01/post-1/">', "")
    mirrored = html.replace(
        "<head>", "<head><!-- Mirrored from blog.example.org/2011/01/post-1/ by HTTrack Website Copier/3.x -->"
    )
    start = "<html><head><title>Local index - HTTrack</title></head><body><h1>Index of sites</h1></body></html>"
    items, codes = read_all(put(tmp_path, {"a/post.html": mirrored, "index.html": start}))
    assert [item.link for item in items] == ["http://blog.example.org/2011/01/post-1/"]
    assert "WXR312" in codes


def test_a_zip_of_many_pages_needs_few_open_files(tmp_path: Path) -> None:
    """As many pages as no process may hold open at once."""
    archive = tmp_path / "pages.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for number in range(1300):
            text = (
                page(1, url=f"{BLOG}/p-{number}/")
                .replace("postid-1", f"postid-{number + 1}")
                .replace("post-1", f"post-{number + 1}")
            )
            target.writestr(f"{number}.html", text)
    items, _ = read_all(archive)
    assert len(items) == 1300


def test_the_fullest_of_several_captures_wins(tmp_path: Path) -> None:
    """The time of a capture is no date of a post, and comments of all captures are there."""
    comment = '<ol class="commentlist"><li class="comment" id="comment-{0}"><cite class="fn">Ann</cite><p>Word {0}.</p></li></ol>'
    short, long = (
        page(1, "<p>One.</p>", after=comment.format(3)),
        page(1, "<p>One. Two. Three.</p>", after=comment.format(4)),
    )
    address = f"{BLOG}/2011/01/post-1/"
    files: dict[str, str | bytes] = {
        "a/20120101000000.html": captured(long, address),
        "b/20150101000000.html": captured(short, address),
    }
    items, _ = read_all(put(tmp_path, files))
    assert [item.content for item in items] == ["<p>One. Two. Three.</p>"]
    assert [comment.id for comment in items[0].comments] == [3, 4]
    assert items[0].date is not None
    assert items[0].date.year == 2011


def test_a_capture_without_its_toolbar_is_one_all_the_same(tmp_path: Path) -> None:
    """Downloaders take out scripts, toolbar and the comment at the end; the addresses are left as the archive wrote them."""
    text = page(1, f'<p><a href="{BLOG}/about/"><img src="{BLOG}/wp-content/uploads/a.jpg"></a></p>')
    capture = captured(text, f"{BLOG}/2011/01/post-1/")
    for start, end in (
        ("<script type", "Include -->\n"),
        ("<!-- BEGIN", "END WAYBACK TOOLBAR INSERT -->"),
        ("\n<!--\n", "-->\n"),
    ):
        begin = capture.index(start)
        capture = capture[:begin] + capture[capture.index(end, begin + len(start)) + len(end) :]
    assert not [mark for mark in ("wombat", "wm-ipp", "ARCHIVED", "banner") if mark in capture]
    assert "/web/20151015083012im_/" in capture
    (item,), _ = read_all(put(tmp_path, {"1.html": capture}))
    assert "archive.org" not in item.content
    assert f'src="{BLOG}/wp-content/uploads/a.jpg"' in item.content


def test_an_excerpt_gives_way_to_the_page(tmp_path: Path) -> None:
    """A list shows the beginning of two posts; of one the page is there as well."""
    entries = "".join(
        f'<div class="post-{number} post type-post hentry"><h2 class="entry-title"><a href="{BLOG}/2011/0{number}/post-{number}/" '
        f'rel="bookmark">Post {number}</a></h2><div class="entry-summary"><p>The text […]</p></div></div>'
        for number in (1, 2)
    )
    home = f'<html><head><link rel="EditURI" href="{BLOG}/xmlrpc.php"></head><body class="home blog">{entries}</body></html>'
    items, codes = read_all(put(tmp_path, {"index.html": home, "one.html": page(1)}))
    assert [item.content for item in items] == ["<p>The text of number 1.</p>", "<p>The text […]</p>"]
    assert codes.count("WXR461") == 1


def test_pages_of_a_text_and_of_its_comments_are_joined(tmp_path: Path) -> None:
    """Three pages of a text, two of comments; a fourth page that links name is missed by name."""
    url = f"{BLOG}/2011/01/post-1/"
    links = "".join(f'<a href="{url}{number}/">{number}</a> ' for number in (2, 3, 4))
    files: dict[str, str | bytes] = {
        f"p{number}.html": page(
            1,
            f"<p>Part {number}.</p><p>Pages: {links}</p>",
            url=url + (f"{number}/" if number > 1 else ""),
            more=f'<link rel="alternate" type="application/rss+xml" href="{url}feed/">',
        )
        for number in (1, 2, 3)
    }
    heading = '<h3 id="comments">2 Responses</h3><ol class="commentlist"><li class="comment" id="comment-{0}"><p>W{0}</p></li></ol>'
    older = f'<a href="{url}comment-page-1/#comments">Older</a>'
    files["c1.html"] = page(
        1, f"<p>Part 1.</p><p>Pages: {links}</p>", url=url + "comment-page-1/", after=heading.format(1)
    )
    files["p1.html"] = page(1, f"<p>Part 1.</p><p>Pages: {links}</p>", url=url, after=heading.format(2) + older)
    items, codes = read_all(put(tmp_path, files))
    assert [item.content.split("\n\n") for item in items] == [
        ["<p>Part 1.</p>", "<!--nextpage-->", "<p>Part 2.</p>", "<!--nextpage-->", "<p>Part 3.</p>"]
    ]
    assert [comment.id for comment in items[0].comments] == [1, 2]
    assert codes.count("WXR462") == 1
    assert "WXR463" not in codes


def test_a_page_whose_file_is_named_as_it_was_saved_twice(tmp_path: Path) -> None:
    """The same page under two names is one post."""
    items, _ = read_all(put(tmp_path, {"a.html": page(1), "a (1).html": page(1), "b.html": page(2)}))
    assert [item.id for item in items] == ["1", "2"]


def test_two_blogs_are_two_sites(tmp_path: Path) -> None:
    """Each with its own address, whatever the order of the files."""
    other = page(3).replace("blog.example.org", "other.example.org")
    sources, _ = open_sources([str(put(tmp_path, {"a.html": page(1), "b.html": other, "c.html": page(2)}))])
    sites = [next(event for event in read(source) if isinstance(event, Site)) for source in sources]
    assert sorted(site.url for site in sites) == [BLOG, "https://other.example.org"]


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<!DOCTYPE html><html><body><form id='loginform'><input type=password></form></body></html>",
        "<html><body class='error404'><h1>Not found</h1><p>Posted on March 3, 2010 by Ann</p></body></html>",
        "<html><body><h1>Opening hours</h1><p>Monday to Friday.</p></body></html>",
    ],
)
def test_a_page_without_a_post_is_refused(text: str, tmp_path: Path) -> None:
    """With a code, and with words for what it is."""
    with pytest.raises(InputError) as caught:
        read_all(put(tmp_path, {"page.html": text}) / "page.html")
    assert caught.value.code == "WXR002"
    assert "HTML page" in caught.value.message
