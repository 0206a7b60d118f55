import pytest
from msgspec import json, structs

from fabula.formats.soundness import check
from fabula.story import Alias, Event, EventId, GroupMember
from fabula.text import Span
from fabula.world.so_far import so_far


def names(story):
    return [entity.name for entity in story.cast]


def test_at_every_place_all_that_is_left_holds_together(story):
    for position in range(len(story.document.text) + 1):
        check(so_far(story, position))


def test_at_the_end_nothing_is_missing(story):
    assert so_far(story, len(story.document.text)) is story


def test_nothing_told_later_is_in_the_text_or_the_records(story, end_of):
    told = so_far(story, end_of("He had grey eyes."))
    assert told.document.text.endswith("grey eyes.")
    assert told.relations == told.knowledge == ()
    assert b"Odo" not in json.encode(told)


def test_who_has_not_come_up_is_not_in_the_cast(story, end_of):
    assert names(so_far(story, end_of("boathouse."))) == ["Ines"]


def test_a_group_has_no_members_before_it_is_said_who_they_are(story, end_of):
    first, *others = story.cast
    evidence = Span(end_of("boathouse."), end_of("He had grey eyes."))
    member = GroupMember(entity_id=first.id, evidence=evidence)
    known = structs.replace(story, cast=(structs.replace(first, members=(member,)), *others))
    assert so_far(known, end_of("boathouse.")).cast[0].members == ()
    assert so_far(known, end_of("He had grey eyes.")).cast[0].members == (member,)


def test_somebody_goes_by_the_words_used_so_far(story, end_of):
    assert names(so_far(story, end_of("He had grey eyes.")))[-1] == "a stranger"
    assert names(so_far(story, end_of("I am Odo Reed")))[-1] == "Odo Reed"


def test_a_narrator_whose_name_is_told_late_is_the_narrator(story, end_of):
    ines, *others = story.cast
    late = structs.replace(
        story, cast=(structs.replace(ines, name="Ines Duarte", narrator=True), *others)
    )
    assert names(so_far(late, end_of("boathouse."))) == ["the narrator"]


def test_a_pronoun_is_known_when_it_has_been_used(story, end_of):
    assert so_far(story, end_of("boathouse.")).cast[0].pronouns is None
    assert so_far(story, end_of("She handed Tom")).cast[0].pronouns == "she"


def test_a_state_does_not_show_that_it_will_end(story, end_of):
    (asleep,) = so_far(story, end_of("and Tom slept.")).states
    assert (asleep.until, asleep.ended_by) == (None, None)
    (over,) = so_far(story, end_of("Tom woke.")).states
    assert over.until is not None
    assert over.ended_by is not None


def test_a_line_has_no_speaker_before_its_cue_is_read(story, end_of):
    before = so_far(story, end_of("“Wake up, Tom,”"))
    assert [each.speaker_id for each in before.attributions] == [None]
    behind = so_far(story, end_of("said Ines"))
    assert [each.speaker_id for each in behind.attributions] == ["ines"]


@pytest.mark.parametrize(("words", "there"), [("A stranger", ["odo"]), ("Wake up, Tom", None)])
def test_in_a_scene_cut_off_only_those_are_there_who_came_up(story, end_of, words, there):
    last = so_far(story, end_of(words)).presence[-1]
    assert list(last.entity_ids) == (there or ["ines", "tom"])


def test_a_full_name_is_not_shown_before_it_is_used(story, end_of):
    ines, tom, odo = story.cast
    named = structs.replace(tom, name="Tom Wake", aliases=(Alias(name="Tom", reason="part"),))
    told = so_far(structs.replace(story, cast=(ines, named, odo)), end_of("Tom woke."))
    assert names(told) == ["Ines", "Tom"]


def test_before_the_start_there_is_nothing(story):
    assert so_far(story, -5).document.text == ""


def test_an_event_keeps_only_what_has_been_told_of_it(story, end_of):
    reed, key = (
        next(each for each in story.mentions if story.document[each] == words)
        for words in ("Odo Reed", "the key")
    )
    ines = next(each for each in story.mentions if story.document[each] == "Ines")
    handed = story.document.text.index("handed")
    event = Event(
        id=EventId("v1"),
        start=handed,
        end=handed + len("handed"),
        realis="reported",
        agents=(ines.id,),
        recipients=(reed.id,),
        instrument_id=key.id,
        place_id=key.id,
        time=Span(reed.start, reed.end),
        frame=Span(handed, reed.end),
        teller_id="odo",
    )
    position = end_of("Tom slept.")
    (told,) = so_far(structs.replace(story, events=(event,)), position).events
    assert (told.agents, told.recipients) == ((ines.id,), ())
    assert (told.instrument_id, told.place_id, told.time, told.teller_id) == (None,) * 4
    assert told.frame == Span(handed, position)
