import pytest
from stage_by_stage import read_to
from viewpoint_passages import PASSAGES, attributed_story, read_passage

from fabula.stages.presence import FindPresence
from fabula.stages.viewpoint import FindViewpoints


def viewpoints(story):
    return FindViewpoints()(story.with_layer("presence", FindPresence()(story)))


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_a_passage_is_seen_through_the_right_eyes(path):
    expected, story = read_passage(path)
    (viewpoint,) = viewpoints(story)
    assert viewpoint.focalizer_id == expected.focalizer
    assert sorted(viewpoint.also) == sorted(expected.also)


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_a_passage_is_told_in_the_right_person_and_tense(path):
    expected, story = read_passage(path)
    (viewpoint,) = viewpoints(story)
    assert (viewpoint.person, viewpoint.tense) == (expected.person, expected.tense)


def test_the_evidence_is_the_sentence_that_gives_the_mind():
    story = attributed_story(
        "{ada|Ada} rowed on. {ada|She} knew that {tom|Tom} had seen the light."
    )
    (viewpoint,) = viewpoints(story)
    assert [story.document[span] for span in viewpoint.evidence] == [
        "She knew that Tom had seen the light."
    ]


def test_the_passages_of_the_focalizer_come_before_those_of_a_slip():
    story = attributed_story(
        "{tom|Tom} wondered whether it would rain. {ada|Ada} knew it would. {ada|She} feared for"
        " the washing. {ada|She} remembered the last time, and {ada|she} regretted it. {ada|She}"
        " had never been so sure of a cloud in {ada|her} life. {ada|Ada} wished for a longer line,"
        " and {ada|she} dreaded the stairs."
    )
    (viewpoint,) = viewpoints(story)
    assert viewpoint.focalizer_id == "ada"
    assert viewpoint.also == ("tom",)
    assert story.document[viewpoint.evidence[-1]].startswith("Tom wondered")


@pytest.mark.parametrize(
    ("told", "also"),
    [
        ("{tom|Tom} dreaded the cloud.", ("tom",)),
        ("{tom|He} dreaded the cloud.", ()),
        ("{tom|Tom} saw the cloud.", ()),
        ("{tom|Tom} had to sneeze.", ()),
    ],
)
def test_one_thought_of_another_by_name_is_a_slip_but_no_sight_or_need(told, also):
    feared = "{ada|She} feared for the washing. {ada|She} remembered the last time. " * 2
    (viewpoint,) = viewpoints(attributed_story("{ada|Ada} knew it would rain. " + feared + told))
    assert (viewpoint.focalizer_id, viewpoint.also) == ("ada", also)


def test_a_scene_that_gives_no_mind_has_no_focalizer_and_no_confidence():
    (viewpoint,) = viewpoints(attributed_story("{ada|Ada} rowed. {tom|Tom} sat in the bow."))
    assert viewpoint.focalizer_id is None
    assert viewpoint.confidence == 0


def test_a_second_person_scene_is_seen_through_the_eyes_of_you():
    text = "You run for the bus with Ines, and you wave your hat. Ines wonders if it will stop. "
    story = read_to("viewpoints", text * 3)
    (viewpoint,) = story.viewpoints
    assert viewpoint.person == "second"
    assert story.entity(viewpoint.focalizer_id).name == "you"


ADA_FEARS = (
    "{ada|Ada} feared the weir, and {ada|she} knew {ada|she} was late. {tom|Tom} rowed.\n\n***\n\n"
)


def test_a_scene_of_mere_acts_is_seen_by_the_one_whom_the_others_follow():
    acts = "{ada|Ada} rowed home. {tom|Tom} sat in the bow."
    found = viewpoints(attributed_story(ADA_FEARS * 3 + acts))[-1]
    assert found.focalizer_id == "ada"


def test_whom_the_other_scenes_follow_does_not_see_a_scene_without_them():
    acts = "{tom|Tom} rowed home. {ines|Ines} sat in the bow."
    assert viewpoints(attributed_story(ADA_FEARS * 3 + acts))[-1].focalizer_id is None


def test_a_scene_of_mere_acts_is_less_surely_theirs():
    acts = "{ada|Ada} rowed home. {tom|Tom} sat in the bow."
    *_, feared, acted = viewpoints(attributed_story(ADA_FEARS * 3 + acts))
    assert feared.confidence > acted.confidence > 0


def test_where_only_acts_are_told_they_are_the_evidence():
    acts = "{ada|Ada} rowed home. {tom|Tom} sat in the bow."
    story = attributed_story(ADA_FEARS * 3 + acts)
    found = viewpoints(story)[-1]
    assert [story.document[span] for span in found.evidence] == ["Ada rowed home."]


def test_whose_mind_is_never_open_sees_nothing():
    found = viewpoints(attributed_story(ADA_FEARS * 3 + "{tom|Tom} rowed home and sang."))[-1]
    assert found.focalizer_id is None


def test_who_is_in_every_scene_and_alone_has_a_mind_is_followed():
    calls = "{ada|Ada} knocked. {%s|%s} laughed.\n\n***\n\n"
    others = calls % ("tom", "Tom") + calls % ("ines", "Ines")
    sings = "{ada|Ada} sang. {kit|Kit} slept.\n\n***\n\n"
    found = viewpoints(attributed_story(ADA_FEARS + others + sings + "The owl slept."))
    assert [each.focalizer_id for each in found[:4]] == ["ada"] * 4


def test_a_short_close_of_mere_acts_is_seen_by_nobody():
    calls = "{ada|Ada} knocked. {tom|Tom} laughed.\n\n***\n\n" * 2
    *_, before, close = viewpoints(
        attributed_story(ADA_FEARS + calls + "{ada|Ada} sang. {kit|Kit} slept.")
    )
    assert before.focalizer_id == "ada"
    assert (close.focalizer_id, close.mode) == (None, "external")


def test_a_short_scene_without_pronouns_is_told_like_the_rest_of_the_story():
    told = "{narrator|I} rowed until {narrator|my} arms ached, and {narrator|I} sang to the owl. "
    first, second = viewpoints(
        attributed_story(told * 3 + "\n\n***\n\n{tom|Tom} slept in the sun.")
    )
    assert (first.person, second.person) == ("first", "first")
    assert second.focalizer_id == "narrator"


def test_every_scene_has_one_record():
    story = attributed_story("{ada|Ada} rowed.\n\n***\n\nThe lake lay still.\n\n***\n\n“Ahoy!”")
    assert [viewpoint.scene_id for viewpoint in viewpoints(story)] == ["s1", "s2", "s3"]


def test_a_clear_lead_is_surer_than_a_narrow_one():
    alone = "{ada|Ada} knew the way. {ada|She} remembered the oak. {ada|She} hoped for a moon."
    alone += " {ada|She} had to hurry, and {ada|she} feared the owls."
    beside = alone + " {tom|Tom} knew it too."
    (clear,) = viewpoints(attributed_story(alone))
    (narrow,) = viewpoints(attributed_story(beside))
    assert clear.confidence > narrow.confidence > 0


MINDS = (
    "{ada|Ada} knew the way, and {ada|she} feared it. {tom|Tom} wondered about the owls and"
    " hoped for a moon. {ines|Ines} remembered the oak, and {ines|she} longed for soup."
)


def test_a_narrator_who_knows_everyone_is_said_to():
    (found,) = viewpoints(attributed_story(MINDS + " Neither of them knew, as it turned out."))
    assert (found.focalizer_id, found.mode) == (None, "omniscient")
    assert sorted(found.also) == ["ada", "ines", "tom"]


def test_a_scene_that_gives_no_mind_is_external_and_one_mind_is_internal():
    outside, inside = (
        viewpoints(attributed_story(prose))[0].mode
        for prose in ("{ada|Ada} rowed. {tom|Tom} sang.", ADA_FEARS)
    )
    assert (outside, inside) == ("external", "internal")


def test_who_may_be_one_of_many_whose_minds_are_open_is_not_listed():
    (found,) = viewpoints(attributed_story("{ada|Ada} knew the way. {tom|Tom} feared the owl."))
    assert (found.focalizer_id, found.also) == (None, ())


def test_who_alone_has_a_mind_anywhere_sees_a_scene_in_which_others_do_more():
    acts = "{tom|Tom} rowed. {tom|He} sang, and {tom|he} fished. {tom|He} showed {ada|Ada} a pike."
    found = viewpoints(attributed_story(ADA_FEARS * 2 + acts + "\n\n***\n\n" + ADA_FEARS))[2]
    assert found.focalizer_id == "ada"


def test_what_one_does_not_notice_is_told_by_another():
    (found,) = viewpoints(attributed_story("{ada|Ada} sang. {ada|She} did not notice the owl."))
    assert found.focalizer_id is None
    (found,) = viewpoints(attributed_story("{ada|Ada} sang. {ada|She} had not noticed the owl."))
    assert found.focalizer_id == "ada"


def test_not_knowing_what_the_reader_knows_is_told_from_outside():
    prose = "{ada|Ada} hid the key. {tom|Tom} did not know. {tom|He} did not know it at supper."
    (found,) = viewpoints(attributed_story(prose))
    assert found.focalizer_id is None
