import pytest

from fabula import pipeline
from fabula.sources import plain
from fabula.story import EntityId, Relation, State
from fabula.text import Span
from fabula.world.drafts import differences

DRAFT = (
    "Ines Duarte tied up the boat. Tom Reed slept on the quay. Ines sang of the sea.\n\n"
    "“Where is the rope?” asked Ines. She looked under the bench and behind the barrels.\n\n"
    "“Gone,” said Tom. He would not say another word about it.\n\n"
    "***\n\n"
    "The storm came at noon. Tom ran to the lighthouse and lit all of its lamps.\n\n"
    "“Too late,” said Tom. The ship had gone by already.\n"
)


def read(text):
    return pipeline.analyse(plain.from_text(text), encoder=None)


def told(old, new):
    return [(each.what, each.change, each.subject) for each in differences(read(old), read(new))]


def test_a_draft_is_no_different_from_itself():
    assert told(DRAFT, DRAFT) == []


def test_words_that_change_nothing_in_the_story_are_no_difference():
    assert told(DRAFT, DRAFT.replace("looked under", "peered beneath")) == []


def test_a_renamed_person_is_the_same_person():
    renamed = DRAFT.replace("Ines Duarte", "Inga Brook").replace("Ines", "Inga")
    (difference,) = differences(read(DRAFT), read(renamed))
    assert (difference.what, difference.change) == ("person", "renamed")
    assert (difference.before, difference.after) == ("Ines Duarte", "Inga Brook")


def test_a_new_person_is_added_and_comes_into_the_scene():
    more = DRAFT.replace("He would not", "Captain Marsh laughed. Marsh sat down. Tom would not")
    found = told(DRAFT, more)
    assert ("person", "added", "Captain Marsh") in found
    assert ("scene", "changed", "s1 present") in found


def test_a_scene_taken_out_is_gone_and_one_put_in_is_added():
    shorter = DRAFT.split("***", maxsplit=1)[0]
    (gone,) = [each for each in differences(read(DRAFT), read(shorter)) if each.what == "scene"]
    assert (gone.change, gone.subject) == ("gone", "s2")
    assert gone.passage.quote == "The storm came at noon."
    assert ("scene", "added", "s2") in told(shorter, DRAFT)


@pytest.fixture
def with_facts():
    """The draft with a state and a relation, told from this side or that."""

    def make(*, turned=False, asleep=True):
        story = read(DRAFT)
        ines, tom = (EntityId(entity.id) for entity in story.cast[:2])
        a, kind, b = (tom, "child", ines) if turned else (ines, "parent", tom)
        relation = Relation(a_id=a, b_id=b, kind=kind, since=0, evidence=Span(0, 4))
        slept = Span(DRAFT.index("slept"), DRAFT.index("slept") + 5)
        state = State(
            who_id=tom, attribute="sleep", value="asleep", since=slept.start, evidence=slept
        )
        story = story.with_layer("states", (state,) if asleep else ())
        return story.with_layer("relations", (relation,))

    return make


def test_a_relation_told_from_the_other_side_is_no_difference(with_facts):
    assert differences(with_facts(), with_facts(turned=True)) == ()


def test_a_state_that_is_told_no_more_is_gone(with_facts):
    (gone,) = differences(with_facts(), with_facts(asleep=False))
    assert (gone.what, gone.change, gone.subject) == ("state", "gone", "Tom Reed")
    assert gone.before == "sleep asleep"
    assert gone.passage.quote == "Tom Reed slept on the quay."
