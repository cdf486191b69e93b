"""Front-matter fields: chosen, renamed, left out, constant."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from wpmigrate.errors import UsageError
from wpmigrate.targets import FIELDS, FieldOptions, Record, check_field_names
from wpmigrate.targets.fields import front_matter_fields

RECORD = Record(
    id="7",
    type="post",
    status="publish",
    is_draft=False,
    title="A title",
    slug="a-title",
    url="https://blog.example/2010/12/a-title/",
    permalink="/2010/12/a-title/",
    date=datetime(2010, 12, 15, tzinfo=UTC),
    categories=[("news", "News & views")],
    terms={"series": [("one", "One")]},
)


def test_empty_fields_are_left_out() -> None:
    """A published post without tags says neither status nor tags."""
    found = front_matter_fields(RECORD, FieldOptions())
    assert found["categories"] == ["News & views"]
    assert found["terms"] == {"series": ["One"]}
    assert found["id"] == 7
    assert not {"tags", "status", "draft", "excerpt", "sticky"} & set(found)


def test_fields_are_chosen_renamed_and_added() -> None:
    """Choice, renames and constants work together."""
    options = FieldOptions(chosen=("title", "date"), renamed=(("date", "created"),), constants=(("layout", "post"),))
    assert list(front_matter_fields(RECORD, options)) == ["title", "created", "layout"]


def test_an_empty_key_leaves_a_field_out() -> None:
    """NAME= means: not this one."""
    assert "slug" not in front_matter_fields(RECORD, FieldOptions(renamed=(("slug", ""),)))


def test_an_unknown_field_names_the_allowed_ones() -> None:
    """The error shows all fields."""
    with pytest.raises(UsageError, match=r"featured_image") as caught:
        check_field_names(FieldOptions(chosen=("colour",)))
    assert "colour" in str(caught.value)
    assert all(name in str(caught.value) for name in FIELDS)


def test_two_fields_cannot_share_a_key() -> None:
    """One would overwrite the other silently."""
    with pytest.raises(UsageError, match="two fields"):
        check_field_names(FieldOptions(renamed=(("date", "title"),)))


def test_a_draft_says_so() -> None:
    """Drafts carry `draft: true` and their status."""
    RECORD.is_draft, RECORD.status = True, "pending"
    found = front_matter_fields(RECORD, FieldOptions())
    RECORD.is_draft, RECORD.status = False, "publish"
    assert (found["draft"], found["status"]) == (True, "pending")


def test_two_terms_of_one_name_are_named_once() -> None:
    """Readers of front matter know terms by their names."""
    record = replace(RECORD, categories=[("blog", "Blog"), ("blog-archive", "Blog"), ("tea", "Tea")])
    assert front_matter_fields(record, FieldOptions())["categories"] == ["Blog", "Tea"]
