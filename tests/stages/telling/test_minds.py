from msgspec import structs
from viewpoint_passages import attributed_story

from fabula.stages.telling.minds import minds_in, minds_of_scenes
from fabula.stages.telling.scene_narration import scene_narrations
from fabula.text import Span


def minds_of(prose, thoughts=()):
    (narration,) = scene_narrations(attributed_story(prose))
    return {mind.entity_id: mind for mind in minds_in(narration, thoughts)}


def test_the_most_open_mind_comes_first():
    minds = minds_of("{tom|Tom} rowed. {ada|Ada} knew the way. {ada|She} hoped for plums.")
    assert list(minds) == ["ada", "tom"]
    assert minds["tom"].inside == 0


def test_what_one_believes_of_another_does_not_open_the_other():
    minds = minds_of("{ada|Ada} knew {tom|he} wanted the plums. {tom|Tom} rowed.")
    assert minds["tom"].inside == 0


def test_two_clauses_may_open_two_minds():
    minds = minds_of("{ada|Ada} knew the way, and {tom|Tom} feared the owl.")
    assert minds["tom"].clear_weight > 0


def test_two_people_may_share_a_thought():
    minds = minds_of("{ada|Ada} and {tom|Tom} knew the way.")
    assert minds["ada"].clear_weight == minds["tom"].clear_weight > 0


def test_a_question_is_asked_by_the_last_who_acted_and_is_not_asked_about():
    minds = minds_of("{ada|Ada} put down the oar. Where had {tom|he} found plums?")
    assert minds["ada"].inside > 0
    assert minds["tom"].inside == 0


def test_a_guess_in_a_sentence_without_people_is_made_by_the_last_who_acted():
    guessed = minds_of("{tom|Tom} rowed. {ada|Ada} put down the oar. It was too late, perhaps.")
    told = minds_of("{tom|Tom} rowed. {ada|Ada} put down the oar. It was too late.")
    assert guessed["ada"].inside > told["ada"].inside == 0
    assert guessed["tom"].inside == 0


def test_what_somebody_says_of_their_mind_does_not_open_it():
    minds = minds_of("{ada|Ada} said that {ada|she} feared the owl.")
    assert minds["ada"].inside == 0


def test_what_stands_behind_a_look_is_seen():
    looked = minds_of("{ada|Ada} looked into the jar. It was full of keys.")["ada"]
    rowed = minds_of("{ada|Ada} rowed past the jar. It was full of keys.")["ada"]
    assert (len(looked.faint), len(rowed.faint)) == (2, 0)


def test_what_the_next_paragraph_tells_is_not_seen():
    minds = minds_of("{ada|Ada} looked into the jar.\n\nThe tide was out.")
    assert len(minds["ada"].faint) == 1


def test_the_strongest_sign_of_a_sentence_counts_whole():
    early = minds_of("{ada|Ada} knew the way and looked at the owl.")["ada"]
    late = minds_of("{ada|Ada} looked at the owl and knew the way.")["ada"]
    assert early.inside == late.inside


def test_a_second_sign_in_one_sentence_adds_less():
    once = minds_of("{ada|Ada} knew the way.")["ada"]
    twice = minds_of("{ada|Ada} knew and feared the way.")["ada"]
    assert once.inside < twice.inside < 2 * once.inside


def test_words_thought_open_the_mind_of_their_thinker():
    minds = minds_of("{ada|Ada} rowed. {tom|Tom} slept.", [("ada", Span(0, 4))])
    assert minds["ada"].clear[0].span == Span(0, 4)


def test_the_first_to_act_and_their_share_of_the_acts_are_known():
    minds = minds_of("{ada|She} rowed and sang. {tom|Tom} steered.")
    assert [minds["ada"].comes_first, minds["tom"].comes_first] == [True, False]
    assert minds["ada"].acts > minds["tom"].acts > 0


def test_a_faint_sign_is_kept_apart_from_the_clear_ones():
    (mind,) = minds_of("{ada|Ada} looked at the lamp. {ada|She} knew it.").values()
    assert [len(mind.faint), len(mind.clear)] == [1, 1]
    assert mind.inside == mind.clear_weight + mind.faint_weight


def test_a_group_has_no_mind():
    story = attributed_story("{ada|Ada} knew the way. {crew|The crew} knew it too.")
    groups = [
        structs.replace(each, kind="group") if each.id == "crew" else each for each in story.cast
    ]
    (scene,) = minds_of_scenes(structs.replace(story, cast=tuple(groups)))
    assert [mind.entity_id for mind in scene.minds] == ["ada"]
