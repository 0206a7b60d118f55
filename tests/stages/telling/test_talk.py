from hand_built import story

from fabula.stages.telling.talk import talk_of_scenes
from fabula.story import Attribution

PROSE = "“Good day.” “Good day.” {ada|Ada} rowed.\n\n***\n\n“Who is it?” {tom|Tom} slept."


def talk_of(*lines):
    """The talk of each scene of `PROSE`, whose lines are said by and to these people."""
    marked = story(PROSE)
    said = [
        Attribution(quotation_id=quotation.id, speaker_id=speaker, addressee_ids=hearers)
        for quotation, (speaker, *hearers) in zip(marked.quotations, lines, strict=True)
    ]
    return list(talk_of_scenes(marked.with_layer("attributions", said)))


def test_who_speaks_and_who_is_spoken_to_take_part():
    first, _ = talk_of(("ada", "tom"), ("tom", "ada"), ("ada",))
    assert first["ada"] == first["tom"] > 0.5


def test_one_remark_is_not_the_whole_of_a_talk():
    first, second = talk_of(("ada", "tom"), ("tom", "ada"), ("ada",))
    assert second["ada"] < first["ada"] < 1


def test_a_line_that_nobody_is_known_to_say_counts_for_nobody():
    _, second = talk_of(("ada", "tom"), ("tom", "ada"), (None,))
    assert second == {}


def test_lines_of_another_scene_do_not_count():
    first, second = talk_of(("ada", "tom"), ("tom", "ada"), ("bo",))
    assert "bo" not in first
    assert set(second) == {"bo"}
