"""The questions of `wpmigrate init`: each is a key of the configuration, with an example of what each answer gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wpmigrate.api import Survey

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question; `choices` gives the answers that make sense for an export, each with its example.

    The first one is the default. None: the question does not arise.
    """

    key: str
    text: str
    choices: Callable[["Survey", Answers], list[tuple[str, str]] | None]
    #: The line above the key in the file.
    remark: str


def _targets(survey: "Survey", answers: Answers) -> list[tuple[str, str]]:
    """Every target with the path of a post of this export."""
    del answers
    from wpmigrate.targets import TARGETS  # noqa: PLC0415 - keep --help quick

    return [(target.name, survey.example(target)) for target in TARGETS.values()]


def _paths(survey: "Survey", answers: Answers) -> list[tuple[str, str]] | None:
    """Templates for plain files; a generator wants its files where its target puts them."""
    from wpmigrate.targets import TARGETS  # noqa: PLC0415 - keep --help quick

    target = TARGETS[answers["to"]]
    if target.document or target.scaffold is not None:
        return None
    templates = ("{type}/{year}/{slug}.md", "{type}/{year}-{month}-{day}-{slug}.md", "{type}/{slug}.md")
    own = [("", survey.example(target))]
    return own + [(template, survey.example(target, path=template)) for template in templates]


def _types(survey: "Survey", answers: Answers) -> list[tuple[str, str]] | None:
    """Post types of plugins and themes, when the export has any."""
    from wpmigrate.targets import TARGETS  # noqa: PLC0415 - keep --help quick

    others = sorted(set(survey.types) - {"post", "page"})
    if not others:
        return None
    target = TARGETS[answers["to"]]
    found = [("", "posts and pages")]
    for name in others:
        example = survey.example(target, post_type=name)
        found += [(f"post,page,{name}", f"also {survey.types[name]} {name}: {example}")]
    if len(others) > 1:
        found += [(",".join(["post", "page", *others]), "all of them")]
    return found


def _comments(survey: "Survey", answers: Answers) -> list[tuple[str, str]] | None:
    """Forms of comments, when there are any."""
    del answers
    from wpmigrate.comments import COMMENT_FORMATS  # noqa: PLC0415 - keep --help quick

    if not survey.comments:
        return None
    formats = [(row.name, row.summary.replace("`", "")) for row in COMMENT_FORMATS.values()]
    return [("own", "as the target does, with its own files"), ("none", "leave them out"), *formats]


def _redirects(survey: "Survey", answers: Answers) -> list[tuple[str, str]]:
    """Files of redirects, where they would go."""
    del survey
    from wpmigrate.api import redirects_file  # noqa: PLC0415 - keep --help quick
    from wpmigrate.redirects import FORMATS  # noqa: PLC0415

    return [("", "none"), *((name, redirects_file(name, answers["to"])) for name in FORMATS)]


def _folders(survey: "Survey", answers: Answers) -> list[tuple[str, str]]:
    """Where to write."""
    from wpmigrate.targets import TARGETS  # noqa: PLC0415 - keep --help quick

    example = survey.example(TARGETS[answers["to"]], path=answers.get("path") or None)
    return [(name, f"{name}/{example}") for name in dict.fromkeys((survey.folder, "site"))]


QUESTIONS: tuple[Question, ...] = (
    Question(
        key="to", text="What shall come out?", choices=_targets, remark="What to write; wpmigrate targets lists them."
    ),
    Question(key="path", text="Where shall each post be?", choices=_paths, remark="The path of each file."),
    Question(key="type", text="Which post types?", choices=_types, remark="The post types that come out."),
    Question(
        key="comments", text="And the comments?", choices=_comments, remark="A format of comments, true or false."
    ),
    Question(
        key="redirects",
        text="Which server will the new site be on? (old addresses will lead on)",
        choices=_redirects,
        remark="The files that lead old addresses on.",
    ),
    Question(key="out", text="Into which folder?", choices=_folders, remark="Where to write."),
)
"""In the order in which they are asked; later ones may look at earlier answers."""
