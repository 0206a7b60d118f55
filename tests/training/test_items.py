import pytest
from training.items import items, with_items
from training.passages import Parse, Passage, document

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS


def found(text: str, *rows: str) -> list[str]:
    """The things in a text; a row for each token: `word tag head relation`."""
    split = [row.split() for row in rows]
    read = document(Passage(id="p", source="litbank", text=text))
    assert [read[token] for token in read.tokens] == [row[0] for row in split]
    parse = Parse(
        tags=tuple(PARTS_OF_SPEECH.index(row[1]) for row in split),
        heads=tuple(int(row[2]) for row in split),
        relations=tuple(RELATIONS.index(row[3]) for row in split),
    )
    return [read[span] for span in items(read, parse)]


def test_a_thing_is_marked_with_what_stands_before_it():
    assert found(
        "She hid the old brass key",
        "She PRON 1 nsubj",
        "hid VERB 1 ROOT",
        "the DET 5 det",
        "old ADJ 5 amod",
        "brass NOUN 5 compound",
        "key NOUN 1 dobj",
    ) == ["the old brass key"]


def test_the_owner_belongs_to_the_thing():
    assert found(
        "He saw the cook’s lantern",
        "He PRON 1 nsubj",
        "saw VERB 1 ROOT",
        "the DET 3 det",
        "cook’s NOUN 4 poss",
        "lantern NOUN 1 dobj",
    ) == ["the cook’s lantern"]


@pytest.mark.parametrize(("verb", "marked"), [("carried", ["lamps"]), ("liked", [])])
def test_a_bare_noun_is_marked_only_where_it_is_handled(verb, marked):
    assert (
        found(
            f"They {verb} lamps",
            "They PRON 1 nsubj",
            f"{verb} VERB 1 ROOT",
            "lamps NOUN 1 dobj",
        )
        == marked
    )


def test_a_comparison_names_no_thing():
    assert not found(
        "It cut like a knife",
        "It PRON 1 nsubj",
        "cut VERB 1 ROOT",
        "like ADP 1 prep",
        "a DET 4 det",
        "knife NOUN 2 pobj",
    )


def test_a_thing_that_is_not_there_is_not_marked():
    assert not found(
        "He had no lamp",
        "He PRON 1 nsubj",
        "had VERB 1 ROOT",
        "no DET 3 det",
        "lamp NOUN 1 dobj",
    )


def test_a_measure_is_no_thing():
    assert not found(
        "He saw a ring of hills",
        "He PRON 1 nsubj",
        "saw VERB 1 ROOT",
        "a DET 3 det",
        "ring NOUN 1 dobj",
        "of ADP 3 prep",
        "hills NOUN 4 pobj",
    )


def test_what_a_person_is_called_is_no_thing():
    assert not found(
        "He was a book", "He PRON 1 nsubj", "was AUX 1 ROOT", "a DET 3 det", "book NOUN 1 attr"
    )


def test_a_name_is_no_thing():
    assert not found(
        "She saw the Cape",
        "She PRON 1 nsubj",
        "saw VERB 1 ROOT",
        "the DET 3 det",
        "Cape NOUN 1 dobj",
    )


def test_what_cannot_be_carried_is_no_thing():
    assert not found(
        "She shut the door",
        "She PRON 1 nsubj",
        "shut VERB 1 ROOT",
        "the DET 3 det",
        "door NOUN 1 dobj",
    )


def test_without_a_parse_nobody_looks_for_things():
    (passage,) = with_items([Passage(id="p", source="litbank", text="the key")])
    assert passage.items is None
