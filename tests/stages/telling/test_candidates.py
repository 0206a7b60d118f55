from viewpoint_passages import attributed_story

from fabula.stages.telling.candidates import candidates
from fabula.stages.telling.minds import minds_of_scenes


def candidates_of(prose):
    """By scene: the features of each person, and of the modes without one."""
    scenes = minds_of_scenes(attributed_story(prose))
    return [
        {each.mind.entity_id if each.mind else each.mode: each.features for each in found}
        for found in candidates(scenes)
    ]


ADA_KNOWS = "{ada|Ada} knew the way. {tom|Tom} rowed.\n\n***\n\n"


def test_beside_the_people_a_scene_may_be_told_by_all_minds_or_none():
    (found,) = candidates_of("{ada|Ada} knew the way, and {tom|Tom} feared the owl.")
    assert set(found) == {"ada", "tom", "omniscient", "external"}


def test_a_mind_that_stays_shut_from_end_to_end_is_no_candidate():
    first, second = candidates_of(ADA_KNOWS + "{ada|Ada} sang. {tom|Tom} slept.")
    assert "tom" not in first
    assert "tom" not in second
    assert "ada" in second


def test_what_the_other_scenes_give_counts_without_the_scene_itself():
    first, second = candidates_of(ADA_KNOWS + "{ada|Ada} sang. {tom|Tom} slept.")
    assert first["ada"]["clear elsewhere"] == 0
    assert second["ada"]["clear elsewhere"] > 0


def test_a_second_open_mind_speaks_for_a_teller_who_knows_all():
    (one,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} rowed.")
    (two,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} feared it.")
    assert two["omniscient"]["open minds"] > one["omniscient"]["open minds"]


def test_a_mind_opened_once_in_a_long_scene_is_not_open():
    (long,) = candidates_of("{ada|Ada} knew the way. " * 9 + "{tom|Tom} feared it.")
    (one,) = candidates_of("{ada|Ada} knew the way. " * 9)
    assert long["omniscient"]["open minds"] == one["omniscient"]["open minds"]


def test_who_moves_among_minds_comes_back_to_each():
    ada, tom = "{ada|Ada} knew the way. ", "{tom|Tom} feared it. "
    (after,) = candidates_of(ada * 3 + tom * 3)
    (among,) = candidates_of((ada + tom) * 3)
    assert among["omniscient"]["goes over"] > after["omniscient"]["goes over"] > 0


def test_one_who_is_described_is_seen():
    (found,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} was tall. {tom|He} liked owls.")
    assert found["tom"]["portrayed"] > found["ada"]["portrayed"] == 0


def test_who_talks_in_the_scene_counts_for_it():
    (found,) = candidates_of("“Good day,” said {ada|Ada}. {ada|She} feared it. {tom|He} knew.")
    assert found["ada"]["talk"] > found["tom"]["talk"] == 0


def test_a_narrator_who_tells_what_came_of_it_knows_all():
    (found,) = candidates_of("{ada|Ada} knew the way. {ada|She} ruled for the rest of her life.")
    assert found["omniscient"]["knows more"] > 0


def test_shares_do_not_grow_with_the_length_of_a_scene():
    (short,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} feared it.")
    (long,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} feared it. " * 8)
    assert short["ada"]["clear share"] < long["ada"]["clear share"] < 0.6


def test_a_story_steps_back_in_a_short_last_scene():
    first, close = candidates_of(ADA_KNOWS + "{ada|Ada} sang.")
    _, long = candidates_of(ADA_KNOWS + "{ada|Ada} sang. " * 80)
    assert first["external"]["closes"] == 0
    assert close["external"]["closes"] > 2 * long["external"]["closes"] > 0


def test_an_only_scene_is_no_close():
    (found,) = candidates_of("{ada|Ada} sang.")
    assert found["external"]["closes"] == 0


def test_one_other_scene_says_less_than_many():
    rows = "{ada|Ada} sang. {tom|Tom} slept."
    *_, after_one = candidates_of(ADA_KNOWS + rows)
    *_, after_three = candidates_of(ADA_KNOWS * 3 + rows)
    assert after_three["ada"]["clear elsewhere"] > after_one["ada"]["clear elsewhere"]


def test_who_takes_part_in_the_talk_of_other_scenes_is_followed():
    talk = "“Good day,” said {ada|Ada}. {ada|Ada} knew the way. {tom|Tom} feared it.\n\n***\n\n"
    _, second = candidates_of(talk + "{ada|Ada} sang. {tom|Tom} slept.")
    assert second["ada"]["part elsewhere"] > second["tom"]["part elsewhere"] == 0


def test_where_nobody_talks_who_acts_takes_part():
    silent = "{ada|Ada} knew the way. {ada|She} rowed. {tom|Tom} feared it.\n\n***\n\n"
    _, second = candidates_of(silent + "{ada|Ada} sang. {tom|Tom} slept.")
    assert second["ada"]["part elsewhere"] > second["tom"]["part elsewhere"] > 0
