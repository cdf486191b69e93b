"""What a target is: data first, functions where data ends."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from .record import Record, RecordValue
from .site_document import SiteRecord
from .site_view import SiteView

if TYPE_CHECKING:
    from .fields import FieldOptions

Form: TypeAlias = Callable[[RecordValue], RecordValue]
Render: TypeAlias = "Callable[[Target, Record, FieldOptions], bytes]"
Frame: TypeAlias = Callable[[SiteRecord, Iterable[bytes]], Iterator[bytes]]
RenderComments: TypeAlias = Callable[[list[dict[str, RecordValue]]], str]
SiteFiles: TypeAlias = Callable[[SiteView], list[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a target's front matter: its name, the field of `FIELDS` that it holds, and the form it wants that in.

    A dot in the name nests (`params.id`); an empty name spreads a mapping, a key for each of its own.
    """

    name: str
    field: str
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffold:
    """What makes a folder a site of its generator; the files themselves lie in `scaffolds/<target>/`."""

    #: The generator's name, and how one gets it.
    generator: str
    install: str
    #: Ordinary commands, run in the folder.
    build: str
    serve: str
    #: Where the built site then stands.
    public: str
    #: The file by which the generator knows a site of its own; where it stands already, no scaffold is written.
    config: str
    #: The address of the feed of the built site.
    feed: str
    #: Where the plain style sheet that all scaffolds share goes; empty: nowhere.
    style: str = ""
    #: What this target's templates are filled with besides the site's own facts.
    values: Callable[[SiteView], Mapping[str, RecordValue]] | None = None
    #: Files that are made of the site's terms and items, where the generator makes no such pages itself.
    files: SiteFiles | None = None
    #: What an existing site needs in its config, a line each.
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One form of output.

    `layout` says what comes out: a file an item, one document, or one line a record. `paths` are path templates by kind
    of item (`post`, `page`, `draft`, `other`; a draft has the path of its type when there is no row `draft`); `render`
    gives the bytes of one item.
    """

    name: str
    summary: str
    layout: Literal["files", "document", "lines"]
    dialect: str
    links: Literal["permalink", "file", "keep"]
    render: Render
    paths: Mapping[str, str]
    #: Name of the one file of a document or of lines; empty for files.
    document: str = ""
    #: Makes that one file of the items' bytes, piece by piece; None for files.
    frame: Frame | None = None
    #: Whether the newest item comes first in a document, as in a feed.
    newest_first: bool = False
    #: The keys of the front matter in their order; empty: all fields under their own names.
    keys: tuple[Key, ...] = ()
    #: The template language that reads the bodies (a row of `markdown.TEMPLATE_MARKS`); empty: none does.
    templates: str = ""
    #: A front-matter switch that keeps the template language away from one file; without it, its marks are escaped.
    plain_switch: tuple[str, RecordValue] | None = None
    #: Path template of the comments of an item; empty: beside the item, `.comments.json`.
    comments: str = ""
    #: Makes the file of the comments of an item, flat and parents first; None: threads as JSON.
    render_comments: RenderComments | None = None
    #: The folder below which files of the old site, such as `wp-content/uploads`, are published as they are.
    media: str = ""
    #: The more marker; None: the dialect's own.
    more: str | None = None
    #: Whether `render` takes the item as it was read, besides what came of it.
    takes_item: bool = False
    #: Whether `render` writes whole pages: of the clean HTML, with the comments on them and the site around them.
    writes_pages: bool = False
    #: Whether the pages of terms find their items by the names of terms: two of one name are told apart then.
    knows_terms_by_name: bool = False
    #: Whether drafts are left out, because all that is written counts as published.
    leaves_out_drafts: bool = False
    #: Whether comments have a place in it.
    has_comments: bool = True
    #: Whether the post meta that `--meta` names has a place in it.
    has_meta: bool = True
    #: Whether the list of posts stands on the home page always, below a front page.
    lists_posts_at_home: bool = False
    #: Addresses that its sites keep for themselves: a page ("/tags/"), or a file, below which none can stand; * is a number.
    own_addresses: tuple[str, ...] = ()
    #: Whether an item whose path template has `{address}` stands where its file does, whatever its front matter says.
    has_addresses_of_places: bool = False
    #: The same for what stands where its file does, terms too: a folder that is read in another way ("/posts/…").
    own_places: tuple[str, ...] = ()
    #: Signs that none of its addresses can hold, besides those that none of any site can.
    unfit_signs: str = ""
    #: How what was not public stays unpublished.
    drafts: str = "a draft says `draft: true`"
    #: How an address of the past leads to the new one.
    redirects: str = ""
    #: What the folder is and how to look at it, after its name; targets with a scaffold say it with their commands.
    look: str = "holds the Markdown: open it in any editor"
    #: Sentences on what the target cannot carry, for the docs.
    cannot: tuple[str, ...] = ()
    #: Files about the site as a whole, such as the pages of terms.
    site_files: SiteFiles | None = None
    scaffold: Scaffold | None = None

    @property
    def generator(self) -> str:
        """What builds or reads it, as people call it."""
        return self.scaffold.generator if self.scaffold is not None else self.name

    @property
    def has_term_pages(self) -> bool:
        """Whether what comes out has a page for each term, made by the target or by its scaffold."""
        return self.scaffold is not None or self.site_files is not None
