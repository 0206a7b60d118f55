import pytest
from evaluation.tables import table


def test_a_table_is_padded_markdown():
    assert table(("cause", "lines"), [("merged", "7"), ("split", "12")]).splitlines() == [
        "| cause  | lines |",
        "| ------ | ----: |",
        "| merged |     7 |",
        "| split  |    12 |",
    ]


def test_a_table_without_rows_is_its_head():
    assert table(("cause", "lines"), []).count("\n") == 1


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="argument 2"):
        table(("cause", "lines"), [("merged",)])
