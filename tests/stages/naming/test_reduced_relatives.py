from hand_scored import document_of, scores

from fabula import pipeline
from fabula.sources import plain
from fabula.stages.mentions import FindMentions

CLAUSE = {
    "relations": [
        ("The", "det", "miller"),
        ("miller", "nsubj", "waved"),
        ("Odo", "nsubj", "met"),
        ("met", "relcl", "miller"),
    ],
    "tags": {"miller": "NOUN", "Odo": "PROPN", "met": "VERB", "waved": "VERB"},
}


def mentions(text, spans, **given):
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="quotations")
    found = FindMentions(scores(document_of(text), spans=spans, **given))(story)
    return {story.document[mention] for mention in found}


def test_a_name_that_opens_a_clause_about_the_noun_is_no_part_of_it():
    spans = [("The", "Odo", "PER", 0.9), ("Odo", "Odo", "PER", 0.9)]
    found = mentions("The miller Odo met yesterday waved.", spans, **CLAUSE)
    assert found == {"The miller", "Odo"}


def test_what_is_said_of_the_cut_and_of_the_short_phrase_adds_up():
    spans = [("The", "Odo", "PER", 0.2), ("The", "miller", "PER", 0.2), ("Odo", "Odo", "PER", 0.9)]
    assert "The miller" in mentions("The miller Odo met yesterday waved.", spans, **CLAUSE)


def test_a_trade_before_a_name_stays_with_the_name():
    found = mentions(
        "The miller Odo waved.",
        [("The", "Odo", "PER", 0.9)],
        relations=[
            ("The", "det", "Odo"),
            ("miller", "compound", "Odo"),
            ("Odo", "nsubj", "waved"),
        ],
        tags={"miller": "NOUN", "Odo": "PROPN", "waved": "VERB"},
    )
    assert "The miller Odo" in found
