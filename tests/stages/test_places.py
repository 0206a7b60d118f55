import numpy as np
import pytest
from hand_scored import any_scores, scores
from msgspec import structs
from placed import marked, placed

from fabula.formats.soundness import check
from fabula.stages.places import FindPlaces


def clause(subject, verb, small, place):
    """The relations of “subject verb small (the) place”."""
    return [(subject, "nsubj", verb), (small, "prep", verb), (place, "pobj", small)]


def test_a_way_into_a_place_begins_a_stay():
    found = placed(
        "{ines|Ines} crept into {@mill|the mill}.",
        clause("Ines", "crept", "into", "mill"),
        verbs=["crept"],
    )
    assert found == [("ines", "mill", "Ines", None)]


def test_who_lies_beside_a_place_is_there():
    found = placed(
        "{ines|Ines} lay beside {@pond|the pond}.",
        clause("Ines", "lay", "beside", "pond"),
        verbs=["lay"],
    )
    assert found == [("ines", "pond", "Ines", None)]


def test_the_next_place_ends_the_stay():
    found = placed(
        "{ines|Ines} crept into {@mill|the mill}. Then {ines|she} ran to {@quay|the quay}.",
        [*clause("Ines", "crept", "into", "mill"), *clause("she", "ran", "to", "quay")],
        verbs=["crept", "ran"],
    )
    assert found == [("ines", "mill", "Ines", "she ran"), ("ines", "quay", "she", None)]


def test_a_place_named_again_goes_on():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. {ines|She} slept in {@mill|the mill}.",
        [*clause("Ines", "sat", "in", "mill"), *clause("She", "slept", "in#2", "mill#2")],
        verbs=["sat", "slept"],
    )
    assert found == [("ines", "mill", "Ines", None)]


def test_going_away_ends_the_stay():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. Soon {ines|she} went out.",
        [
            *clause("Ines", "sat", "in", "mill"),
            ("she", "nsubj", "went"),
            ("out", "prt", "went"),
        ],
        verbs=["sat", "went"],
    )
    assert found == [("ines", "mill", "Ines", "she went")]


def test_who_gets_a_thing_out_does_not_go_away():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. Soon {ines|she} got the cork out.",
        [
            *clause("Ines", "sat", "in", "mill"),
            ("she", "nsubj", "got"),
            ("cork", "dobj", "got"),
            ("out", "prt", "got"),
        ],
        verbs=["sat", "got"],
    )
    assert found == [("ines", "mill", "Ines", None)]


def test_setting_off_ends_the_stay():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. Soon {ines|she} set off.",
        [*clause("Ines", "sat", "in", "mill"), ("she", "nsubj", "set"), ("off", "prt", "set")],
        verbs=["sat", "set"],
    )
    assert found == [("ines", "mill", "Ines", "she set")]


def test_we_are_the_narrator_for_one():
    found = placed(
        "{ines|I} laughed. {tom|Tom} was far away. {?|We} ran to {@quay|the quay}.",
        clause("We", "ran", "to", "quay"),
        verbs=["ran"],
        narrator="ines",
    )
    assert found == [("ines", "quay", "We", None)]


def test_the_end_of_the_scene_ends_the_stay():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}.\n\n***\n\n{tom|Tom} sang.",
        clause("Ines", "sat", "in", "mill"),
        verbs=["sat"],
    )
    ((who, place, _, until),) = found
    assert (who, place) == ("ines", "mill")
    assert until is not None


@pytest.mark.parametrize(
    ("prose", "more"),
    [
        ("{ines|Ines} never crept into {@mill|the mill}.", [("never", "neg", "crept")]),
        ("{ines|Ines} would have crept into {@mill|the mill}.", [("would", "aux", "crept")]),
        ("If {ines|Ines} crept into {@mill|the mill}, it rang.", [("If", "mark", "crept")]),
        ("Had {ines|Ines} crept into {@mill|the mill}?", []),
        ("“{ines|Ines} crept into {@mill|the mill},” {tom|Tom} said.", []),
    ],
)
def test_what_is_no_fact_puts_nobody_anywhere(prose, more):
    relations = [*clause("Ines", "crept", "into", "mill"), *more]
    assert placed(prose, relations, verbs=["crept"]) == []


def test_who_is_carried_comes_along():
    found = placed(
        "{ines|Ines} carried {tom|Tom} into {@mill|the mill}.",
        [*clause("Ines", "carried", "into", "mill"), ("Tom", "dobj", "carried")],
        verbs=["carried"],
    )
    assert [(who, place) for who, place, *_ in found] == [("ines", "mill"), ("tom", "mill")]


def test_who_is_thrown_goes_alone():
    found = placed(
        "{ines|Ines} threw {tom|Tom} into {@mill|the mill}.",
        [*clause("Ines", "threw", "into", "mill"), ("Tom", "dobj", "threw")],
        verbs=["threw"],
    )
    assert [(who, place) for who, place, *_ in found] == [("tom", "mill")]


def test_they_are_those_just_told_of():
    found = placed(
        "{ines|Ines} laughed and {tom|Tom} sang. {both|They} ran to {@quay|the quay}.",
        clause("They", "ran", "to", "quay"),
        verbs=["ran"],
        both="group",
    )
    assert {(who, place) for who, place, *_ in found} == {("ines", "quay"), ("tom", "quay")}


def test_who_acts_beside_someone_in_a_place_is_there():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. {tom|Tom} laughed.",
        clause("Ines", "sat", "in", "mill"),
        verbs=["sat"],
    )
    assert ("tom", "mill", "Tom", None) in found


def test_someone_who_had_gone_elsewhere_takes_nobody_along():
    found = placed(
        "{ines|Ines} laughed. {ines|She} had gone to {@mill|the mill}. {tom|Tom} sang.",
        [*clause("She", "gone", "to", "mill"), ("had", "aux", "gone")],
        verbs=["gone"],
    )
    assert found == [("ines", "mill", "She", None)]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_scores_say_the_records_hold_together(seed):
    story = marked(
        "{ines|Ines} sat in {@mill|the mill}. {tom|Tom} ran out to {@quay|the quay}.\n\n***\n\n"
        "“Come,” {ines|she} said. {tom|He} went into {@mill|the mill} with {ines|her}."
    )
    found = FindPlaces(any_scores(story.document, seed))(story)
    check(story.with_layer("places", found))
    assert all(stay.until is None or stay.since < stay.until for stay in found)
    assert list(np.argsort([stay.since for stay in found], kind="stable")) == list(
        range(len(found))
    )


@pytest.mark.parametrize("fixture", ["window", "fireplace", "table", "door", "way"])
def test_a_window_is_nowhere_to_be(fixture):
    found = placed(
        f"{{ines|Ines}} stood at {{@there|the {fixture}}}.",
        clause("Ines", "stood", "at", fixture),
        verbs=["stood"],
    )
    assert found == []


def test_who_goes_into_a_cell_across_the_room_is_in_the_cell():
    found = placed(
        "{ines|Ines} crept into {@cell|the cell} across {@room|the room}.",
        [
            *clause("Ines", "crept", "into", "cell"),
            ("across", "prep", "crept"),
            ("room", "pobj", "across"),
        ],
        verbs=["crept"],
    )
    assert [place for _, place, *_ in found] == ["cell"]


def test_who_goes_alone_takes_nobody_along():
    found = placed(
        "{ines|Ines} sang. {ines|She} laughed. {tom|Tom} went into {@pantry|the pantry}. "
        "{ines|She} sat down.",
        clause("Tom", "went", "into", "pantry"),
        verbs=["went"],
    )
    assert [(who, place) for who, place, *_ in found] == [("tom", "pantry")]


def test_who_is_put_somewhere_is_there_and_who_finds_another_is_too():
    laid = placed(
        "{ines|Ines} put {tom|Tom} in {@cell|the cell}.",
        [*clause("Ines", "put", "in", "cell"), ("Tom", "dobj", "put")],
        verbs=["put"],
    )
    assert [(who, place) for who, place, *_ in laid] == [("tom", "cell")]
    found = placed(
        "{ines|Ines} found {tom|Tom} in {@cell|the cell}.",
        [*clause("Ines", "found", "in", "cell"), ("Tom", "dobj", "found")],
        verbs=["found"],
    )
    assert {(who, place) for who, place, *_ in found} == {("ines", "cell"), ("tom", "cell")}


def test_they_of_a_new_scene_are_not_those_of_the_last():
    found = placed(
        "{ines|Ines} laughed and {tom|Tom} sang.\n\n***\n\n{both|They} ran to {@quay|the quay}.",
        clause("They", "ran", "to", "quay"),
        verbs=["ran"],
        both="group",
    )
    assert found == []


def test_who_is_abroad_has_nobody_with_them():
    prose = "{ines|Ines} sang. {tom|Tom} was in {@spain|Spain}. {ines|She} laughed. {ines|She} sat."
    story = marked(prose)
    town = [
        structs.replace(each, type="GPE") if each.type == "FAC" else each for each in story.mentions
    ]
    story = structs.replace(story, mentions=tuple(town))
    relations = [("Tom", "nsubj", "was"), ("in", "prep", "was"), ("Spain", "pobj", "in")]
    found = FindPlaces(scores(story.document, relations=relations, tags={"was": "VERB"}))(story)
    assert [stay.who_id for stay in found] == ["tom"]


def test_they_are_only_those_who_are_there():
    found = placed(
        "{ines|Ines} laughed. {tom|Tom} sang. {ada|Ada} had sung too. "
        "{both|They} ran to {@quay|the quay}.",
        clause("They", "ran", "to", "quay"),
        verbs=["ran"],
        both="group",
    )
    assert {who for who, *_ in found} == {"ines", "tom"}


def test_of_two_places_in_one_sentence_the_last_is_where_one_is():
    found = placed(
        "{ines|Ines} reached {@quay|the quay} and went into {@mill|the mill}.",
        [
            *clause("Ines", "reached", "into", "mill"),
            ("into", "prep", "went"),
            ("went", "conj", "reached"),
            ("quay", "dobj", "reached"),
        ],
        verbs=["reached", "went"],
    )
    assert [(who, place) for who, place, *_ in found] == [("ines", "mill")]


@pytest.mark.parametrize(("storey", "found"), [("top", ["ines"]), ("wooden", [])])
def test_a_storey_is_a_place_and_a_floor_is_none(storey, found):
    stays = placed(
        f"{{ines|Ines}} waited on {{@floor|the {storey} floor}}.",
        [*clause("Ines", "waited", "on", "floor"), (storey, "amod", "floor")],
        verbs=["waited"],
    )
    assert [who for who, *_ in stays] == found


def test_nobody_is_on_the_stairs_because_another_is():
    found = placed(
        "{ines|Ines} was on {@stairs|the stairs}. {tom|Tom} sang.",
        clause("Ines", "was", "on", "stairs"),
        verbs=["was"],
    )
    assert [who for who, place, *_ in found if place == "stairs"] == ["ines"]


def test_who_is_no_longer_in_a_place_is_not_there():
    found = placed(
        "{ines|Ines} was no longer in {@mill|the mill}.",
        [*clause("Ines", "was", "in", "mill"), ("longer", "advmod", "was")],
        verbs=["was"],
    )
    assert found == []


def test_where_somebody_lived_once_is_not_where_they_are():
    found = placed(
        "{ines|Ines} had learnt it when {ines|she} lived in {@fano|Fano}.",
        [
            ("Ines", "nsubj", "learnt"),
            *clause("she", "lived", "in", "Fano"),
            ("lived", "advcl", "learnt"),
        ],
        verbs=["learnt", "lived"],
    )
    assert found == []


def test_in_a_story_told_in_the_present_the_past_was_elsewhere():
    story = marked("{ines|Ines} slept in {@mill|the mill}. {ines|She} sits in {@quay|the quay}.")
    given = scores(
        story.document,
        relations=[*clause("Ines", "slept", "in", "mill"), *clause("She", "sits", "in#2", "quay")],
        tags={"slept": "VERB", "sits": "VERB"},
    )
    now = [structs.replace(each, tense="present") for each in story.viewpoints]
    found = FindPlaces(given)(structs.replace(story, viewpoints=now))
    assert [stay.place_id for stay in found] == ["rquay"]
    before = [structs.replace(each, tense="past") for each in story.viewpoints]
    found = FindPlaces(given)(structs.replace(story, viewpoints=before))
    assert [stay.place_id for stay in found] == ["rmill", "rquay"]


def test_who_watches_them_go_is_none_of_them():
    found = placed(
        "{tom|Tom} sang. {ada|Ada} sang. {ines|Ines} watched them go to {@mill|the mill}.",
        [
            ("Ines", "nsubj", "watched"),
            ("them", "nsubj", "go"),
            ("go", "ccomp", "watched"),
            *clause("them", "go", "to", "mill"),
        ],
        verbs=["sang", "sang#2", "watched", "go"],
    )
    assert {who for who, *_ in found} == {"tom", "ada"}


def test_a_nightshirt_is_no_place():
    relations = clause("Ines", "stood", "in", "nightshirt")
    prose = "{ines|Ines} stood in {@shirt|her nightshirt}."
    assert placed(prose, relations, verbs=["stood"]) == []


def test_who_comes_back_is_where_they_were_no_longer():
    found = placed(
        "{ines|Ines} went to {@mill|the mill}. {ines|She} came back with a lamp.",
        [
            *clause("Ines", "went", "to", "mill"),
            ("She", "nsubj", "came"),
            ("back", "advmod", "came"),
            ("with", "prep", "came"),
            ("lamp", "pobj", "with"),
        ],
        verbs=["went", "came"],
    )
    assert found == [("ines", "mill", "Ines", "She came")]


def test_who_goes_out_with_a_lamp_is_away():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. {ines|She} went out with a lamp.",
        [
            *clause("Ines", "sat", "in", "mill"),
            ("She", "nsubj", "went"),
            ("out", "prt", "went"),
            ("with", "prep", "went"),
            ("lamp", "pobj", "with"),
        ],
        verbs=["sat", "went"],
    )
    assert found == [("ines", "mill", "Ines", "She went")]


def test_who_leaves_the_scene_leaves_the_place():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. {tom|Tom} sat in {@mill|the mill}. "
        "{tom|Tom} left. {ines|Ines} sang.",
        [*clause("Ines", "sat", "in", "mill"), *clause("Tom", "sat#2", "in#2", "mill#2")],
        verbs=["sat", "sat#2", "sang"],
    )
    assert found == [("ines", "mill", "Ines", None), ("tom", "mill", "Tom", ". Ines")]


def test_who_is_tied_to_a_sledge_is_not_in_it():
    relations = clause("Ines", "tied", "to", "sledge")
    prose = "{ines|Ines} was tied to {@sledge|the sledge}."
    assert placed(prose, relations, verbs=["tied"]) == []


def test_the_leader_goes_where_the_story_goes():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. {?|She} went into {@yard|the yard}.",
        [*clause("Ines", "sat", "in", "mill"), *clause("She", "went", "into", "yard")],
        verbs=["sat", "went"],
    )
    assert found == [("ines", "mill", "Ines", "She went")]


def test_the_narrator_goes_nowhere_when_she_does():
    prose = "{ines|I} sat in {@mill|the mill}. {?|She} went into {@yard|the yard}."
    relations = [*clause("I", "sat", "in", "mill"), *clause("She", "went", "into", "yard")]
    found = placed(prose, relations, verbs=["sat", "went"], narrator="ines")
    assert [place for _, place, *_ in found] == ["mill"]


def test_where_somebody_lives_is_nobody_elses_place():
    found = placed(
        "{tom|Tom} lived in {@mill|the mill}. {ines|Ines} laughed at {tom|him}.",
        clause("Tom", "lived", "in", "mill"),
        verbs=["lived", "laughed"],
    )
    assert {who for who, *_ in found} == {"tom"}


def test_who_climbs_out_of_the_window_is_away():
    found = placed(
        "{ines|Ines} sat in {@mill|the mill}. {ines|She} climbed out of the window.",
        [
            *clause("Ines", "sat", "in", "mill"),
            ("She", "nsubj", "climbed"),
            ("out", "advmod", "climbed"),
            ("of", "prep", "out"),
            ("window", "pobj", "of"),
        ],
        verbs=["sat", "climbed"],
    )
    assert found == [("ines", "mill", "Ines", "She climbed")]


def test_who_went_elsewhere_is_not_back_in_the_setting_by_that():
    found = placed(
        "{@kitchen|The kitchen} was cold. In {@kitchen|the kitchen} something dripped. "
        "{ines|Ines} sang. {ines|Ines} sang. "
        "{ines|Ines} sang. {tom|Tom} walked along {@lane|the lane}.\n\n"
        "{tom|Tom} sang. {ines|Ines} sang.",
        [
            ("kitchen", "nsubj", "was"),
            ("The", "det", "kitchen"),
            *clause("something", "dripped", "In", "kitchen#2"),
            *clause("Tom", "walked", "along", "lane"),
        ],
        verbs=["was", "dripped", "walked"],
    )
    assert [place for who, place, *_ in found if who == "tom"] == ["lane"]


@pytest.mark.parametrize(("rain", "who"), [(5, {"ines", "tom"}), (60, {"ines"})])
def test_who_joins_them_long_after_the_place_was_named_may_be_elsewhere(rain, who):
    found = placed(
        f"{{ines|Ines}} sat in {{@mill|the mill}}. {'It rained and rained. ' * rain}"
        "{ines|Ines} sang. {tom|Tom} laughed.",
        clause("Ines", "sat", "in", "mill"),
        verbs=["sat", "sang", "laughed"],
    )
    assert {each for each, *_ in found} == who
