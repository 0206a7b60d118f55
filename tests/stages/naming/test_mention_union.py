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


def test_an_uncommon_name_stays_though_the_encoder_misses_it():
    assert "Odo" in mentions("Odo sat. It rained all day.", [])


def test_a_name_of_common_words_stays_where_the_story_uses_it_often():
    once = "The letter was from Aunt Hope. It rained all day."
    often = "“Well,” said Aunt Hope. Then Aunt Hope laughed, and we hugged Aunt Hope."
    assert "Aunt Hope" not in mentions(once, [])
    assert "Aunt Hope" in mentions(often, [])


def test_a_personal_pronoun_is_a_mention_though_the_encoder_misses_it():
    found = mentions("Odo laughed, and xe fed the goose. She bit xem.", [("xe", "xe", "PER", 0.1)])
    assert {"xe", "She", "xem"} <= set(found)


def test_they_and_words_of_other_tongues_need_the_encoder():
    text = "Odo peeled two plums. They were sweet. “Eat ze plums,” said Odo."
    assert not {"They", "ze"} & set(mentions(text, []))
    assert "They" in mentions(text, [("They", "They", "PER", 0.9)])


def test_of_two_spans_that_cross_the_likelier_stays():
    likely = [("wall", "The", "PER", 0.6), ("The", "baker", "PER", 0.8)]
    assert "The baker" in mentions(TEXT, likely)
    likely = [("wall", "The", "PER", 0.8), ("The", "baker", "PER", 0.6)]
    assert "The baker" not in mentions(TEXT, likely)


def test_spans_may_nest_where_their_heads_differ():
    spans = [("its", "clock", "ITEM", 0.8), ("its", "its", "GPE", 0.8)]
    found = mentions(TEXT, spans, relations=[("its", "poss", "clock")])
    assert {"its clock", "its"} <= set(found)


def test_of_spans_with_one_head_the_likelier_stays():
    spans = [("The", "baker", "PER", 0.7), ("baker", "baker", "PER", 0.9)]
    found = mentions(TEXT, spans, relations=[("The", "det", "baker")])
    assert "baker" in found
    assert "The baker" not in found


def test_two_people_together_and_the_first_of_them_are_both_mentions():
    text = "Then Odo and the baker waved."
    found = mentions(
        text,
        [("Odo", "baker", "PER", 0.8), ("Odo", "Odo", "PER", 0.9)],
        relations=[("and", "cc", "Odo"), ("baker", "conj", "Odo"), ("the", "det", "baker")],
        tags={"Odo": "PROPN", "baker": "NOUN"},
    )
    assert set(found) == {"Odo and the baker", "Odo"}
    assert found["Odo and the baker"].name_span is None


def bare(text, mention):
    return text[mention.name_span.start : mention.name_span.end]


def test_words_around_a_name_of_the_rules_stay_outside_of_the_bare_name():
    text = "We waved at poor old Captain Odo from the quay."
    found = mentions(
        text,
        [("poor", "Odo", "PER", 0.9)],
        relations=[(word, "amod", "Odo") for word in ("poor", "old", "Captain")],
        tags={"Odo": "PROPN"},
    )
    assert bare(text, found["poor old Captain Odo"]) == "Captain Odo"


def test_a_proper_mention_without_a_name_in_it_is_a_description():
    text = "“Oh my goodness,” he said."
    found = mentions(
        text,
        [("my", "goodness", "PER", 0.9)],
        tags={"goodness": "PROPN"},
        relations=[("my", "poss", "goodness")],
    )
    assert found["my goodness"].form == "nominal"


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
