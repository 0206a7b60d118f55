from stage_by_stage import read_to

from fabula.stages.linking.focus import Focus, Person
from fabula.stages.linking.scoring import Context, features, may_be_meant, score
from fabula.stages.linking.surroundings import surroundings_of, talking_paragraphs

INES = Person("e1", "she", in_cast=True)
ADA = Person("e2", "she", in_cast=True)
GROUP = Person("e3", "they", in_cast=True, group=True)


def last_pronoun(text, *people):
    """The last mention, and the context after the mentions before it."""
    story = read_to("mentions", text)
    places = surroundings_of(story)
    focus = Focus()
    for person, place in zip(people, places, strict=False):
        focus.note(person, place)
    return places[-1], Context(focus, talking_paragraphs(story))


def held(text, *people):
    place, context = last_pronoun(text, *people)
    candidate = context.focus.get(people[0].key)
    return set(features(place, candidate, 0, context))


def test_agreement_and_grammar_shut_out():
    place, context = last_pronoun("Ines saw her.", INES)
    assert not may_be_meant(place, context.focus.get("e1"), "she", context)
    place, context = last_pronoun("Ines sat. She sang.", INES)
    assert may_be_meant(place, context.focus.get("e1"), "she", context)
    assert not may_be_meant(place, context.focus.get("e1"), "he", context)


def test_a_group_is_never_she():
    place, context = last_pronoun("Ines sat. She sang.", GROUP)
    assert not may_be_meant(place, context.focus.get("e3"), "she", context)


def test_features_tell_where_the_two_stand():
    found = held("Ines sat. She sang.", INES)
    assert {"distance 0", "same paragraph", "subject again", "subject 1 sentences ago"} <= found
    assert "same sentence" not in found


def test_lines_of_a_conversation_alternate():
    text = "“Hm,” said Ines.\n\n“Hm,” said Ada.\n\n“Hm,” she said."
    assert "speaks two lines on" in held(text, INES, ADA)
    assert "speaks after own line" in held(text.replace("Ines", "Tom"), ADA, ADA)


def test_the_nearer_of_two_fits_better():
    place, context = last_pronoun("Ines sat down on the long bench. Ada sat. She sang.", INES, ADA)
    near = score(place, context.focus.get("e2"), 0, context)
    far = score(place, context.focus.get("e1"), 1, context)
    assert near > far
