"""Pictures of counts."""

from xml.etree import ElementTree as ET

from wpmigrate.inspection.page.charts import Column, columns, over_time
from wpmigrate.inspection.text import bar, sparkline


def test_time_has_no_gaps() -> None:
    """Months without anything have a column too; many months become years."""
    found = over_time({"2010-11": 2, "2011-02": 1}, "2010-11", "2011-02")
    assert [(column.name, column.number) for column in found] == [
        ("2010-11", 2),
        ("2010-12", 0),
        ("2011-01", 0),
        ("2011-02", 1),
    ]
    years = over_time({"1999-01": 1, "2020-12": 5}, "1999-01", "2020-12")
    assert len(years) == 22
    assert years[-1] == Column("2020", "", 5)


def test_columns_are_as_high_as_their_numbers() -> None:
    """The largest fills the chart; names are escaped."""
    svg = ET.fromstring(columns([Column("a<b", "a&b", 5), Column("c", "", 10)], title="T", kind="posts"))
    bars = svg.findall("rect")
    assert float(bars[1].attrib["height"]) == 2 * float(bars[0].attrib["height"])
    assert svg.attrib["aria-label"] == "T: 15 from a<b to c, most of them in c (10)"
    assert columns([], title="T", kind="posts").startswith("<svg")


def test_bars_of_text() -> None:
    """In eighths of a cell, never empty for something."""
    assert bar(10, 10, 4) == "████"
    assert bar(1, 1000, 4) == "▏"
    assert bar(0, 10, 4) == ""
    assert sparkline([0, 1, 8]) == " ▂█"
    assert sparkline([0]) == ""
