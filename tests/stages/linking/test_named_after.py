import pytest
from hand_scored import document_of, scores
from stage_by_stage import read_to

from fabula.stages.linking.known_people import KnownPeople
from fabula.stages.linking.named_after import NamedAfter
from fabula.stages.linking.surroundings import surroundings_of
from fabula.stages.linking.syntax import SyntaxReader

TEXT = "She called Ines while Berit slept."
GRAMMAR = {
    "relations": [
        ("She", "nsubj", "called"),
        ("Ines", "dobj", "called"),
        ("while", "mark", "slept"),
        ("Berit", "nsubj", "slept"),
        ("slept", "advcl", "called"),
    ],
    "tags": {"called": "VERB", "slept": "VERB"},
}


@pytest.fixture
def story():
    return read_to("cast", TEXT)


def named_after(story, syntax):
    places = surroundings_of(story)
    found = NamedAfter(places, KnownPeople(story.cast, places), syntax)(places[0])
    return {story.entity(key).name for key in found}


def test_who_is_named_in_the_clause_is_not_its_pronoun(story):
    document = document_of(TEXT)
    assert named_after(story, SyntaxReader(document, scores(document, **GRAMMAR))) == {"Ines"}


def test_without_grammar_nobody_is_known_to_be_in_the_clause(story):
    assert named_after(story, None) == set()
