"""Corrections of who is who, as the cast comes out under them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula import pipeline
from fabula.corrections.names import Names
from fabula.corrections.reading import parse
from fabula.sources import plain
from fabula.story import check

STORY = """\
Ada Brook opened the shop. Ada swept the floor, and Tom Reed carried the sacks. Mr. Reed was slow
that day. “Hurry, Tom!” called Ada. Tom laughed.

The old miller came in. The old miller wanted flour. “Two sacks,” said the old miller. He sat down.

“Reed!” called Captain Drum from the street. Captain Drum waved. “Are you there, Reed?”

“Here, Captain,” said Tom. The old miller nodded at Captain Drum.
"""


def read(corrections, text=STORY):
    tables = parse(f"format = 1\n{corrections}", "x")
    story = pipeline.analyse(plain.from_text(text), encoder=None, corrections=tables)
    check(story)
    return story


def names(story):
    return [entity.name for entity in story.cast]


def aliases(story, name):
    return {alias.name: alias.reason for alias in Names(story.cast).meant(name).aliases}


def linked(story, words):
    people = {link.mention_id: story.entity(link.entity_id).name for link in story.links}
    return [people.get(m.id) for m in story.mentions if story.document[m] == words]


PLAIN = read("")


def test_the_story_has_these_people():
    assert names(PLAIN) == ["Ada Brook", "Tom Reed", "the old miller", "Captain Drum"]


def test_a_merge_makes_one_person_with_all_names():
    story = read('[[merge]]\nnames = ["captain drum", "TOM"]')
    assert names(story).count("Captain Drum") == 0
    assert aliases(story, "Tom Reed")["Captain Drum"] == "correction"
    assert set(linked(story, "Captain Drum")) == {"Tom Reed"}


def test_a_description_is_merged_with_a_name():
    story = read('[[merge]]\nnames = ["the old miller", "Captain Drum"]')
    assert "the old miller" not in names(story)
    described = linked(story, "The old miller") + linked(story, "the old miller")
    assert set(described) == {"Captain Drum"}


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(names(PLAIN)), min_size=2, max_size=4, unique=True))
def test_a_merge_never_leaves_two_of_them(chosen):
    story = read(f"[[merge]]\nnames = {chosen!r}".replace("'", '"'))
    known = Names(story.cast)
    assert len({known.meant(name).id for name in chosen}) == 1
    assert len(story.cast) == len(PLAIN.cast) - len(chosen) + 1


def test_names_that_are_never_one_persons_stay_apart():
    story = read('[[never_merge]]\nnames = ["Tom Reed", "Mr. Reed"]')
    known = Names(story.cast)
    assert known.meant("Mr. Reed") is not known.meant("Tom Reed")


def test_a_split_takes_a_name_out_and_leaves_the_others_together():
    story = read('[[split]]\nname = "Tom Reed"\nparts = ["Mr. Reed"]')
    known = Names(story.cast)
    assert known.meant("Mr. Reed") is not known.meant("Tom Reed")
    assert known.meant("Tom") is known.meant("Tom Reed")
    assert known.meant("Reed") is known.meant("Reed")


def test_the_fullest_name_can_be_taken_out_too():
    story = read('[[split]]\nname = "Tom"\nparts = ["Tom Reed"]')
    known = Names(story.cast)
    assert known.meant("Tom") is known.meant("Mr. Reed")
    assert known.meant("Tom Reed") is not known.meant("Tom")


def test_a_split_takes_single_mentions_out():
    story = read(
        '[[split]]\nname = "Tom Reed"\ninto = "Old Reed"\n'
        'mentions = [{ quote = "Reed", after = "called Captain Drum" }]'
    )
    assert linked(story, "Reed") == ["Old Reed", "Tom Reed"]
    pinned = [link for link in story.links if link.reason == "correction"]
    assert [link.confidence for link in pinned] == [1.0]


def test_single_mentions_may_be_somebody_who_is_there():
    story = read(
        '[[split]]\nname = "Tom Reed"\ninto = "the old miller"\n'
        'mentions = [{ quote = "Reed", after = "called Captain Drum" }]'
    )
    assert names(story) == names(PLAIN)


def test_a_rename_changes_the_name_that_is_shown_and_nothing_else():
    story = read('[[rename]]\nname = "ada"\nto = "Adelaide"')
    assert names(story)[0] == "Adelaide"
    assert aliases(story, "Adelaide")["Ada Brook"] == "correction"
    assert story.links == PLAIN.links
    assert story.attributions == PLAIN.attributions


def test_a_description_is_renamed():
    story = read('[[rename]]\nname = "the old miller"\nto = "Bran"')
    assert "Bran" in names(story)
    assert set(linked(story, "the old miller")) == {"Bran"}


def test_a_renamed_person_is_found_by_either_name():
    merged = '[[rename]]\nname = "Tom Reed"\nto = "Tomas"\n[[merge]]\nnames = ["{}", "Drum"]'
    for name in ("Tomas", "Tom Reed"):
        story = read(merged.format(name).replace('"Drum"', '"Captain Drum"'))
        assert names(story) == ["Ada Brook", "Tomas", "the old miller"]


@pytest.mark.parametrize("name", ["Captain Drum", "captain drum"])
def test_an_omitted_name_is_nobody(name):
    story = read(f'[[omit]]\nname = "{name}"')
    assert "Captain Drum" not in names(story)
    assert set(linked(story, "Captain Drum")) == {None}


def test_an_omitted_description_is_nobody():
    story = read('[[omit]]\nname = "the old miller"')
    assert "the old miller" not in names(story)


FIRST_PERSON = """\
I rowed out at dawn. I was cold, and I sang. My hands hurt. “Faster, Rose! Maud,
faster!” cried Ben Hale.

“I am trying,” I said. I pulled at the oars, and Ben Hale laughed at me.
"""


def test_the_narrator_is_whom_the_reader_names():
    assert "the narrator" in names(read("", FIRST_PERSON))
    story = read('[narrator]\nname = "Rose"', FIRST_PERSON)
    assert [entity.name for entity in story.cast if entity.narrator] == ["Rose"]
    assert "the narrator" not in names(story)
    assert set(linked(story, "I")) <= {"Rose", None}
    assert "Rose" in linked(story, "I")


def test_a_nameless_narrator_can_be_given_a_name():
    story = read('[[rename]]\nname = "the narrator"\nto = "Ottilie"', FIRST_PERSON)
    assert [entity.name for entity in story.cast if entity.narrator] == ["Ottilie"]


SECOND_PERSON = """\
You open the door. You see Ben Hale. “Is this seat free?” you ask Ben Hale. You sit down.

“It is,” says Ben Hale. You smile at him, and you wait. You are tired.
"""


def test_the_you_of_the_narration_keeps_its_lines_under_a_name():
    before = read("", SECOND_PERSON)
    story = read('[[rename]]\nname = "you"\nto = "Ottilie"', SECOND_PERSON)
    assert "Ottilie" in names(story)
    assert story.attributions == before.attributions
    assert story.viewpoints == before.viewpoints
