"""Which marks open, which close, and which are apostrophes."""

import pytest
from quoted import quotations, quoted
from tests.growth import LINEAR, growth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The dogs' dinner is late,' he said.", ["'The dogs' dinner is late,'"]),
        ("'That's Tom's boat,' said Ada's aunt.", ["'That's Tom's boat,'"]),
        (
            "''Tis raining, an' 'e 'as no coat.' She laughed.",
            ["''Tis raining, an' 'e 'as no coat.'"],
        ),
        ("'Goin' home?' he asked. 'Rock 'n' roll!'", ["'Goin' home?'", "'Rock 'n' roll!'"]),
        ("'Wait 'til noon,' he said. 'I've told 'em.'", ["'Wait 'til noon,'", "'I've told 'em.'"]),
        (
            "'The '90s were dry,' said Ada. 'Ask the boys.'",
            ["'The '90s were dry,'", "'Ask the boys.'"],
        ),
        ("‘The dogs’ dinner is late,’ he said.", ["‘The dogs’ dinner is late,’"]),
        ("‘’Tis raining,’ he said. ‘’E ’as no coat.’", ["‘’Tis raining,’", "‘’E ’as no coat.’"]),
        (
            "‘He said, “Row to Tom’s,” and I did,’ said Ada.",
            ["‘He said, “Row to Tom’s,” and I did,’"],
        ),
        ("'Stop,' said James. 'It's the Smiths' house.'", ["'Stop,'", "'It's the Smiths' house.'"]),
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"But--"he began. "Our"--she leaned in--"secret."', ['"But--"', '"Our"|"secret."']),
        ('"Row!""No!"', ['"Row!"', '"No!"']),
        ('"He said "row" and we did," said Ada.', ['"He said "row" and we did,"']),
        ('"Row, he said. "I am tired."', ['"Row,', '"I am tired."']),
        ("“ Hello , ” said Ada .", ["“ Hello , ”"]),
        ("“But—“ he began. “Row.”", ["“But—“", "“Row.”"]),
        ('He was 6\'2" tall. "Row," he said.', ['"Row,"']),
        ("»Ja«, said Eve. »Komm.«", ["»Ja«", "»Komm.«"]),
        ("„Ja“, said Eve. „Komm!”", ["„Ja“", "„Komm!”"]),
        ("«Row», said Ada.", ["«Row»"]),
        ("*“Row!”* she cried. _“Now!”_", ["“Row!”", "“Now!”"]),
        ("``Row,'' said Ada. \"Now.\"", ["``Row,''", '"Now."']),
    ],
)
def test_marks_are_read_by_what_surrounds_them(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_in_marks_of_its_own_kind_is_nested() -> None:
    inner = [
        item for item in quotations('"He cried "Go home!" and left," said Ada.') if item.within
    ]
    assert len(inner) == 1


def test_a_signature_line_with_a_mark_again_goes_on() -> None:
    assert quoted("“Come soon.\n“Your friend,\n“Tom.”") == ["“Come soon.|“Your friend,|“Tom.”"]


def test_elsewhere_a_forgotten_mark_in_one_paragraph_spares_the_next() -> None:
    text = "“Row! cried Tom.\n\nThe boat turned.\n\n‘Ship the oars,’ he said."
    assert quoted(text) == ["“Row!", "‘Ship the oars,’"]


@pytest.mark.parametrize("piece", ['"', '" ', "“", "“a ", "'a ", "“‘", '"a b"', "the “x” "])
def test_a_paragraph_of_marks_costs_no_more_than_its_length(piece: str) -> None:
    assert growth(lambda count: quotations("It rained.\n\n" + piece * count), 300) < LINEAR
