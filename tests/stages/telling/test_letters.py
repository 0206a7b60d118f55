import pytest
from viewpoint_passages import attributed_story

from fabula.stages.presence import FindPresence
from fabula.stages.viewpoint import LETTER_CONFIDENCE, FindViewpoints

LETTER = (
    "«Dear {ines|Ines}, I found the boat. I rowed it home, and I was glad of the moon."
    " Come soon.\n\n%s»"
)


def viewpoint(prose):
    story = attributed_story(prose)
    return FindViewpoints()(story.with_layer("presence", FindPresence()(story)))[0]


@pytest.mark.parametrize("signature", ["Tom", "Your brother, Tom", "With love,\nTom", "T."])
def test_a_letter_is_seen_by_who_signs_it(signature):
    story = "{tom|Tom} wrote.\n\n***\n\n" + LETTER % signature
    found = attributed_story(story)
    seen = FindViewpoints()(found.with_layer("presence", FindPresence()(found)))[1]
    assert (seen.kind, seen.person, seen.tense) == ("document", "first", "past")
    assert (seen.focalizer_id, seen.confidence) == ("tom", LETTER_CONFIDENCE)


def test_a_letter_that_nobody_known_signs_is_seen_by_nobody():
    seen = viewpoint(LETTER % "A Friend")
    assert (seen.kind, seen.focalizer_id, seen.confidence) == ("document", None, 0)


def test_a_short_letter_in_a_scene_leaves_it_a_scene():
    told = "{ada|Ada} rowed to the mill, and {ada|she} hoped that it was open. " * 4
    seen = viewpoint(told + "\n\n«Dear Ada, I am late. Tom»")
    assert (seen.kind, seen.focalizer_id) == ("scene", "ada")


def test_messages_in_turn_are_a_chat_that_nobody_sees():
    seen = viewpoint("ada: «I lost my hat»\n\ntom: «which one»\n\nada: «the green one I like»")
    assert (seen.kind, seen.mode, seen.focalizer_id) == ("document", "external", None)


def seen_in(prose):
    """The viewpoint of the last scene."""
    story = attributed_story(prose)
    return FindViewpoints()(story.with_layer("presence", FindPresence()(story)))[-1]


def test_a_letter_is_signed_above_its_postscript():
    letter = LETTER % "Tom\n\nP.S. Bring the goose. It is under the stairs."
    assert seen_in("{tom|Tom} wrote.\n\n***\n\n" + letter).focalizer_id == "tom"


def test_a_letter_may_be_signed_as_the_readers_own():
    assert seen_in("{tom|Tom} wrote.\n\n***\n\n" + LETTER % "Your Tom").focalizer_id == "tom"


def test_of_two_with_an_initial_the_one_who_signs_another_letter_writes():
    people = "{tom|Tom} and {tess|Tess} wrote.\n\n***\n\n"
    first = LETTER % "Your friend,\nTess"
    assert seen_in(people + LETTER % "T.").focalizer_id is None
    assert seen_in(people + first + "\n\n***\n\n" + LETTER % "T.").focalizer_id == "tess"
