from hand_scored import document_of, row_of, scores

from fabula.stages.happening.participants import Grammar


def participants(text, word, relations, *, verbs=()):
    """The agents and the patients of a word, as forms."""
    document = document_of(text)
    tags = dict.fromkeys([word, *verbs], "VERB")
    given = scores(document, relations=relations, tags=tags)
    words = [document[token] for token in document.tokens]
    found = Grammar(given, words).participants(row_of(document, word))
    return [words[row] for row in found.agents], [words[row] for row in found.patients]


def test_the_subject_acts_on_the_object():
    relations = [("Ines", "nsubj", "mended"), ("boat", "dobj", "mended")]
    assert participants("Ines mended the boat.", "mended", relations) == (["Ines"], ["boat"])


def test_in_a_passive_the_one_behind_by_acts():
    relations = [
        ("boat", "nsubjpass", "mended"),
        ("by", "agent", "mended"),
        ("Ines", "pobj", "by"),
    ]
    found = participants("The boat was mended by Ines.", "mended", relations)
    assert found == (["Ines"], ["boat"])


def test_the_one_who_is_given_something_is_a_patient():
    plain = [("She", "nsubj", "gave"), ("Tom", "dative", "gave"), ("key", "dobj", "gave")]
    assert participants("She gave Tom the key.", "gave", plain) == (["She"], ["Tom", "key"])
    with_to = [
        ("She", "nsubj", "gave"),
        ("key", "dobj", "gave"),
        ("to", "dative", "gave"),
        ("Tom", "pobj", "to"),
    ]
    assert participants("She gave the key to Tom.", "gave", with_to) == (["She"], ["key", "Tom"])


def test_a_joined_verb_shares_the_subject():
    relations = [("She", "nsubj", "rose"), ("left", "conj", "rose"), ("smiled", "conj", "left")]
    text = "She rose, left and smiled."
    assert participants(text, "smiled", relations, verbs=["rose", "left"]) == (["She"], [])


def test_a_joined_verb_with_its_own_subject_shares_nothing():
    relations = [("She", "nsubj", "rose"), ("sat", "conj", "rose"), ("he", "nsubj", "sat")]
    assert participants("She rose and he sat.", "sat", relations, verbs=["rose"]) == (["he"], [])


def test_who_is_helped_to_do_a_thing_does_it():
    began = [("She", "nsubj", "began"), ("climb", "xcomp", "began")]
    assert participants("She began to climb.", "climb", began, verbs=["began"]) == (["She"], [])
    helped = [("She", "nsubj", "helped"), ("him", "dobj", "helped"), ("climb", "xcomp", "helped")]
    assert participants("She helped him climb.", "climb", helped, verbs=["helped"]) == (["him"], [])


def test_who_stands_for_the_noun_before_it():
    relations = [
        ("found", "relcl", "Ines"),
        ("who", "nsubj", "found"),
        ("key", "dobj", "found"),
        ("Ines", "nsubj", "laughed"),
    ]
    text = "Ines, who found the key, laughed."
    assert participants(text, "found", relations) == (["Ines"], ["key"])


def test_whom_stands_for_the_noun_before_it():
    relations = [("loved", "relcl", "Tom"), ("whom", "dobj", "loved"), ("she", "nsubj", "loved")]
    assert participants("Tom, whom she loved, ran.", "loved", relations) == (["she"], ["Tom"])


def test_a_clause_without_a_word_for_it_describes_its_object():
    relations = [("mended", "relcl", "boat"), ("she", "nsubj", "mended")]
    assert participants("The boat she mended sank.", "mended", relations) == (["she"], ["boat"])


def test_one_who_acts_in_a_clause_is_not_its_object():
    relations = [("slept", "relcl", "Tom"), ("who", "nsubj", "slept")]
    assert participants("Tom, who slept, missed it.", "slept", relations) == (["Tom"], [])


def test_a_noun_is_told_of_by_the_form_of_the_verb_behind_it():
    barking = [("barking", "acl", "dog")]
    assert participants("The dog barking at him ran.", "barking", barking) == (["dog"], [])
    named = [("written", "acl", "letter"), ("by", "agent", "written"), ("her", "pobj", "by")]
    assert participants("A letter written by her.", "written", named) == (["her"], ["letter"])


def test_people_joined_by_and_act_together():
    relations = [("Tom", "nsubj", "ran"), ("Ines", "conj", "Tom"), ("Odo", "conj", "Ines")]
    found = participants("Tom, Ines and Odo ran.", "ran", relations)
    assert found == (["Tom", "Ines", "Odo"], [])


def test_who_owns_an_event_acts_in_it():
    document = document_of("Her arrival pleased them.")
    given = scores(document, relations=[("Her", "poss", "arrival")], tags={"arrival": "NOUN"})
    words = [document[token] for token in document.tokens]
    found = Grammar(given, words).participants(row_of(document, "arrival"))
    assert [words[row] for row in found.agents] == ["Her"]


def test_relations_in_a_circle_come_to_an_end():
    relations = [("sang", "conj", "danced"), ("danced", "conj", "sang")]
    assert participants("They sang, danced.", "sang", relations, verbs=["danced"]) == ([], [])
