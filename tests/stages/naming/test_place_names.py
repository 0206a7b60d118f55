import pytest
from hand_scored import document_of, scores

from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.place_names import not_people
from fabula.stages.token_rows import TokenRows
from fabula.text import Span


def type_of(name, prose, relations):
    """What a name taken for a person's is after all, where its words stand so in a sentence."""
    document = document_of(prose)
    given = scores(document, relations=relations, tags=dict.fromkeys(name.split(), "PROPN"))
    start = prose.index(name)
    last = start + name.rindex(" ") + 1 if " " in name else start
    head = Span(last, start + len(name))
    named = FoundMention(Span(start, head.end), "PER", "proper", head, None)
    return not_people([named], given, TokenRows(document))[0].type


def test_somebody_at_whom_nobody_looks_and_who_does_nothing_is_a_place():
    relations = [("wells", "nsubj", "were"), ("at", "prep", "wells"), ("Anner", "pobj", "at")]
    assert type_of("Anner", "The wells at Anner were dry.", relations) == "FAC"
    looked = [("at", "prep", "looks"), ("Anner", "pobj", "at")]
    assert type_of("Anner", "The looks at Anner passed.", looked) == "PER"


def test_a_full_name_is_somebody_wherever_it_stands():
    relations = [("at", "prep", "was"), ("Crane", "pobj", "at"), ("Thomas", "compound", "Crane")]
    assert type_of("Thomas Crane", "The book was at Thomas Crane again.", relations) == "PER"


@pytest.mark.parametrize(
    ("prose", "small", "above", "expected"),
    [
        ("Nine days in Anner had passed.", "in", "days", "GPE"),
        ("They believed in Anner.", "in", "believed", "PER"),
        ("She met a baker from Anner.", "from", "baker", "GPE"),
        ("She had a letter from Anner.", "from", "letter", "PER"),
        ("She met the baker of Anner.", "of", "baker", "GPE"),
        ("She met the sister of Anner.", "of", "sister", "PER"),
        ("She saw the castle of Anner.", "of", "castle", "GPE"),
        ("She heard the voice of Anner.", "of", "voice", "PER"),
    ],
)
def test_a_name_that_tells_where_or_whence_is_a_places(prose, small, above, expected):
    assert type_of("Anner", prose, [(small, "prep", above), ("Anner", "pobj", small)]) == expected


def test_a_usual_given_name_stays_somebodys():
    relations = [("from", "prep", "baker"), ("Ada", "pobj", "from")]
    assert type_of("Ada", "She met the baker from Ada.", relations) == "PER"


def test_the_owner_of_a_row_with_a_capital_is_part_of_its_name():
    relations = [("Anner", "poss", "Row"), ("in", "prep", "lived"), ("Row", "pobj", "in")]
    assert type_of("Anner", "They lived in Anner 's Row now.", relations) == "FAC"
    boat = [("Anner", "poss", "row"), ("in", "prep", "lived"), ("row", "pobj", "in")]
    assert type_of("Anner", "They lived in Anner 's row now.", boat) == "PER"


def test_a_numbered_room_is_nobody():
    relations = [("for", "prep", "made"), ("Six", "pobj", "for")]
    assert type_of("Ward Six", "Soup was made for Ward Six today.", relations) == "FAC"
    assert type_of("Agent Six", "Soup was made for Agent Six today.", relations) == "PER"
