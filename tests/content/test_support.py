"""The support matrix names what the tables handle."""

from wpmigrate.content.support import block_rows, shortcode_rows


def test_every_row_has_names_and_says_what_comes_out() -> None:
    """No name stands in two rows of one matrix; only the last row of blocks, "all others", has none."""
    for rows in (shortcode_rows(), block_rows()):
        names = [name for row in rows for name in row[0]]
        assert len(names) == len(set(names))
        assert all(summary for _, summary in rows)
    assert [summary for row, summary in block_rows() if not row] == [block_rows()[-1][1]]
    assert {"caption", "gallery", "latex", "et_pb_*"} <= {name for row in shortcode_rows() for name in row[0]}
