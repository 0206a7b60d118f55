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
    assert two["omniscient"]["second share"] > one["omniscient"]["second share"] == 0


def test_one_slip_is_not_moving_among_minds():
    slip = "{ada|Ada} knew the way. {tom|Tom} feared it. {ada|Ada} knew that she had to hurry."
    (once,) = candidates_of(slip)
    (twice,) = candidates_of(slip + " {tom|Tom} feared the owl.")
    assert twice["omniscient"]["entered again"] > once["omniscient"]["entered again"] == 0


def test_where_all_act_alike_nobody_stands_out():
    (one,) = candidates_of("{ada|Ada} knew the way. {ada|Ada} rowed. {ada|Ada} sang.")
    (both,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} rowed. {ada|Ada} sang.")
    assert both["omniscient"]["acts spread"] > one["omniscient"]["acts spread"] == 0


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


def test_a_third_open_mind_speaks_for_a_teller_who_knows_all():
    (two,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} feared it.")
    (three,) = candidates_of("{ada|Ada} knew the way. {tom|Tom} feared it. {bo|Bo} feared the owl.")
    assert three["omniscient"]["third share"] > two["omniscient"]["third share"] == 0


def test_a_scene_of_people_seen_from_outside_speaks_for_nobody():
    (plain,) = candidates_of("{ada|Ada} rowed.")
    (shown,) = candidates_of("{ada|Ada} seemed tired.")
    assert shown["external"]["all outside"] > plain["external"]["all outside"] == 0


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
