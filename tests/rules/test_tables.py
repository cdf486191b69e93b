"""The tables of rules: complete, in order, and nothing on the side."""

import pkgutil
from types import ModuleType

import pytest

from wpmigrate.config import policy
from wpmigrate.diagnostics import CATALOGUE
from wpmigrate.rules import INDEX_RULES, ITEM_RULES, IndexRule, ItemRule, index_rules, item_rules
from wpmigrate.rules.index_rules.unknown_status import KNOWN_STATUSES

Table = tuple[ItemRule, ...] | tuple[IndexRule, ...]


@pytest.mark.parametrize(("folder", "table"), [(item_rules, ITEM_RULES), (index_rules, INDEX_RULES)])
def test_folder_equals_table(folder: ModuleType, table: Table) -> None:
    """Every module of the folder is a rule of the table, once."""
    modules = {f"{folder.__name__}.{module.name}" for module in pkgutil.iter_modules(folder.__path__)}
    assert sorted(rule.check.__module__ for rule in table) == sorted(modules)


@pytest.mark.parametrize("table", [ITEM_RULES, INDEX_RULES])
def test_tables_are_in_code_order(table: Table) -> None:
    """A table is read by code; every code of a rule is in the catalogue, and no two rules give the same."""
    codes = [rule.codes for rule in table]
    assert codes == sorted(codes)
    flat = [code for group in codes for code in group]
    assert len(set(flat)) == len(flat)
    assert set(flat) <= set(CATALOGUE)


def test_known_statuses_are_those_of_the_policy() -> None:
    """The rule and the policy know the same statuses: one would warn where the other decides."""
    assert set(policy.STATUSES) == KNOWN_STATUSES
