from hand_scored import document_of, scores

from fabula import pipeline
from fabula.sources import plain
from fabula.stages.mentions import FindMentions


def mentions(text, spans, **given):
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="quotations")
    found = FindMentions(scores(document_of(text), spans=spans, **given))(story)
    return {story.document[mention]: mention for mention in found}


TEXT = "Odo sat on the wall. The baker waved. Odo knew the town and its clock."


def test_a_likely_span_is_a_mention_whatever_the_rules_say():
    found = mentions(TEXT, [("the", "wall", "FAC", 0.8), ("the#2", "town", "GPE", 0.9)])
    assert {"the wall", "the town"} <= set(found)
    assert found["the wall"].type == "FAC"


def test_an_unlikely_span_is_one_only_where_the_rules_agree():
    found = mentions(
        TEXT,
        [("The", "baker", "PER", 0.4), ("its", "clock", "ITEM", 0.4)],
        relations=[("The", "det", "baker"), ("its", "poss", "clock")],
    )
    assert "The baker" in found
    assert "its clock" not in found


def test_a_phrase_of_the_rules_that_the_encoder_denies_is_none():
    assert "The baker" not in mentions(TEXT, [("Odo", "Odo", "PER", 0.9)])


def test_a_name_used_again_and_again_stays_though_the_encoder_misses_it():
    often = "Odo sat. Odo laughed. “Well,” said Odo."
    assert "Odo" in mentions(often, [])
    assert "Odo" not in mentions("Odo sat. It rained all day.", [])


def test_of_two_spans_that_cross_the_likelier_stays():
    found = mentions(TEXT, [("wall", "The", "PER", 0.6), ("The", "baker", "PER", 0.8)])
    assert set(found) == {"The baker"}
    found = mentions(TEXT, [("wall", "The", "PER", 0.8), ("The", "baker", "PER", 0.6)])
    assert "The baker" not in found


def test_spans_may_nest():
    found = mentions(TEXT, [("its", "clock", "ITEM", 0.8), ("its", "its", "GPE", 0.8)])
    assert list(found) == ["its clock", "its"]


def test_where_the_rules_agree_the_head_and_the_form_are_theirs():
    found = mentions(
        "“Hush!” cried Captain Odo. Captain Odo left. Captain Odo slept.",
        [("Captain", "Odo", "PER", 0.9)],
    )
    document = document_of("“Hush!” cried Captain Odo. Captain Odo left. Captain Odo slept.")
    assert found["Captain Odo"].form == "proper"
    assert document[found["Captain Odo"].head] == "Odo"


def test_a_mention_in_speech_knows_its_quotation():
    found = mentions("“My lamp is lit,” said Odo.", [("My", "lamp", "ITEM", 0.9)])
    assert found["My lamp"].quotation_id == "q1"
