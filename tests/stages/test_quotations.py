"""The quotations of a story, as the stage gives them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quoted import document_of, quotations, quoted, story_of, words

from fabula.formats.soundness import check
from fabula.stages.quotations import FindQuotations


def test_ids_follow_the_text() -> None:
    text = "“One,” said Ada. “Two.”\n\n*Am I late?* she thought.\n\n“Three.”"
    found = quotations(text)
    assert [item.id for item in found] == ["q1", "q2", "q3", "q4"]
    assert [item.start for item in found] == sorted(item.start for item in found)


def test_a_quotation_reaches_from_its_first_mark_to_its_last() -> None:
    text = "“No,” said Ada, “not the red one.”"
    (found,) = quotations(text)
    assert (found.start, found.end) == (0, len(text))
    assert words(text, found) == "“No,”|“not the red one.”"


def test_a_cue_that_ends_a_sentence_divides_two_quotations() -> None:
    assert quoted("“Right,” he nodded. “I’ll find the oars.”") == [
        "“Right,”",
        "“I’ll find the oars.”",
    ]


def test_an_unclosed_quotation_costs_nothing_after_its_paragraph() -> None:
    text = "“Leave the boat! It leaks!\n\nAda looked at the sea.\n\n“It does not,” she said."
    first, second = quotations(text)
    assert words(text, first) == "“Leave the boat! It leaks!"
    assert not first.closed
    assert words(text, second) == "“It does not,”"
    assert second.closed


def test_an_unclosed_quotation_ends_before_its_cue() -> None:
    text = "“Leave the boat, he said, and sat down.\n\nAda stayed."
    assert quoted(text) == ["“Leave the boat,"]


def test_a_speech_over_paragraphs_is_one_quotation() -> None:
    text = "“First we row.\n\n“Then we walk.\n\n“Then we eat,” said Ada. “Ready?”"
    assert quoted(text) == ["“First we row.|“Then we walk.|“Then we eat,”", "“Ready?”"]


def test_a_verse_without_marks_of_its_own_belongs_to_its_quotation() -> None:
    text = "“The kettle sings,\n\nthe kettle hums,\n\nand here the water comes.”\n\nAda bowed."
    assert quoted(text) == ["“The kettle sings,|the kettle hums,|and here the water comes.”"]


def test_nothing_runs_over_into_another_scene() -> None:
    text = "“First we row.\n\n“Next morning,” said Ada, “it rained.”"
    assert quoted(text, breaks=("“Next morning",)) == [
        "“First we row.",
        "“Next morning,”|“it rained.”",
    ]


def test_a_quotation_inside_another_names_it() -> None:
    text = "“He told me, ‘Wait here,’ and left,” said Ada."
    outer, inner = quotations(text)
    assert words(text, inner) == "‘Wait here,’"
    assert (inner.within, inner.style, outer.within) == (outer.id, "single", None)


def test_an_inner_quotation_runs_over_with_the_outer() -> None:
    text = "“She read: ‘Dear all,\n\n“‘Come soon.’ And we came,” said Tom."
    inner = [item for item in quotations(text) if item.within]
    assert [words(text, item) for item in inner] == ["‘Dear all,|‘Come soon.’"]


def test_paratext_has_no_quotations() -> None:
    text = "A/N: “Thanks!” she typed.\n\n“Hello,” said Ada. (Note: “sorry” for this.) “Bye.”"
    assert quoted(text, notes=("A/N: “Thanks!” she typed.", "(Note: “sorry” for this.)")) == [
        "“Hello,”",
        "“Bye.”",
    ]


def test_speech_in_a_letter_lies_within_it() -> None:
    text = "Dear Ada,\n\nThe ferryman said, “Never again.”\n\nYours ever,\n\nTom"
    letter, speech = quotations(text)
    assert (letter.kind, letter.style, speech.within) == ("writing", "block", letter.id)


def test_mixed_marks_in_one_story_are_all_read() -> None:
    text = '“Yes,” said Ada.\n\n"No," said Tom.\n\n‘Perhaps,’ said Ben.\n\n« Never », said Eve.'
    assert quoted(text) == ["“Yes,”", '"No,"', "‘Perhaps,’", "« Never »"]


def test_a_long_story_of_one_paragraph_is_read_to_its_end() -> None:
    text = " ".join(["“Row,” said Ada. “Faster.”"] * 1_000)
    assert len(quoted(text)) == 2_000


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»", "„“", "「」"])
def test_every_style_of_marks_sets_speech(marks: str) -> None:
    first, last = marks
    text = (
        f"{first}Come in,{last} said Ada. {first}It is open.{last}\n\n{first}Why?{last} asked Tom."
    )
    assert quoted(text) == [
        f"{first}Come in,{last}",
        f"{first}It is open.{last}",
        f"{first}Why?{last}",
    ]


@given(st.text(alphabet=st.sampled_from("aB '’‘\"“”«„.,!?—*_:\n"), max_size=90))
def test_any_marks_give_records_that_hold_together(text: str) -> None:
    if not text.strip():
        return
    story = story_of(document_of("It rained.\n\n" + text))
    found = FindQuotations()(story)
    check(story.with_layer("quotations", found))
    outer = sorted(part for item in found if item.within is None for part in item.parts)
    assert all(first.end <= second.start for first, second in pairwise(outer))
    for item in found:
        assert (item.start, item.end) == (item.parts[0].start, item.parts[-1].end)
