import pytest
from stage_by_stage import read_to

from fabula.stages.naming.teller_labels import read_label, teller_labels


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ines Brook’s Journal—continued", ("Ines Brook", "account")),
        ("THE DIARY OF INES BROOK, HER BOOK", ("INES BROOK", "account")),
        ("(Extract from the diary of Sir Hugo Dean)", ("Sir Hugo Dean", "account")),
        ("Dr. Brook’s Diary, Spoken by Tom Dean", ("Tom Dean", "account")),
        ("Letter, Ines Brook, Osker, to Tom Dean.", ("Ines Brook", "letter")),
        ("Letter from Miss Ines Brook to Tom Dean", ("Miss Ines Brook", "letter")),
        ("Ines's POV", ("Ines", "view")),
        ("POV: Ines", ("Ines", "view")),
        ("Chapter 3: Ines", ("Ines", "name")),
        ("**INES**", ("INES", "name")),
        ("Ines to Tom", ("Ines", "name")),
        ("The Strange Story of Ines Brook", ("Ines Brook", "name")),
    ],
)
def test_a_label_names_whoever_tells(line, found):
    assert read_label(line) == found


@pytest.mark.parametrize(
    "line",
    ["Three days later", "He gave his story to Tom", "A note to Tom", "The letter came late."],
)
def test_other_lines_name_nobody(line):
    assert read_label(line) is None


def test_a_signature_is_no_label():
    story = read_to("cast", "Dear Ines,\n\nI rowed home.\n\nTom\n\nShe folded it up again.")
    assert teller_labels(story) == []
