"""Who is described: up through adjectives, nouns and numbers to a person."""

import pytest
from hand_scored import row_of
from told import narrated

from fabula.stages.being.describing import described
from fabula.stages.clauses.narration import Narration


def who(prose, grammar, word, **given):
    story, scores = narrated(prose, grammar, **given)
    named = described(Narration(story, scores), row_of(story.document, word))
    return named and named.entity_id


LONG = "He nsubj was, boy attr was, thin amod boy, freckled conj thin, of prep boy, ten pobj of"


@pytest.mark.parametrize("word", ["boy", "thin", "freckled", "ten"])
def test_all_that_is_joined_describes_the_subject(word):
    prose = "{tom|He} was a thin and freckled boy of ten."
    assert who(prose, LONG, word, tags="boy=NOUN freckled=ADJ") == "tom"


def test_a_man_is_called_by_the_name_behind_him():
    grammar = "There expl was, man attr was, old amod man, called acl man, Odo pobj called"
    assert who("There was an old man called {odo|Odo}.", grammar, "old", tags="man=NOUN") == "odo"


def test_a_deputy_beside_somebody_is_not_them():
    grammar = "Tom nsubj sat, man conj Tom, thin amod man"
    assert who("{tom|Tom} and a thin man sat.", grammar, "thin", tags="man=NOUN") is None


def test_how_somebody_was_once_is_not_how_they_are():
    grammar = "She nsubj was, small acomp was, When advmod was"
    assert who("When {ada|She} was small.", grammar, "small") is None


def test_what_comes_after_so_was_is_its_own_subject():
    grammar = "Ada nsubj sang, was conj sang, tall acomp was, so advmod was"
    assert who("{ada|Ada} sang, and so was tall.", grammar, "tall") is None


def test_whom_somebody_looks_at_is_another():
    grammar = "Tom nsubj looked, man appos looked, thin amod man, {} det man"
    prose = "{{tom|Tom}} looked, {} thin man."
    tags = "man=NOUN looked=VERB"
    assert who(prose.format("a"), grammar.format("a"), "man", tags=tags) == "tom"
    assert who(prose.format("the"), grammar.format("the"), "man", tags=tags) is None
