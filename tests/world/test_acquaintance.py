from fabula.story import EntityId
from fabula.world.acquaintance import Acquaintances, strength


def test_two_who_share_three_scenes_and_twenty_lines_stand_at_one_half():
    assert strength(20, 3) == 0.5
    assert strength(0, 0) == 0
    assert strength(0, 3) == strength(20, 0) == 0.25


def test_a_tie_counts_lines_either_way_and_scenes_with_both(story):
    ties = Acquaintances(story)
    (odo,) = [each for each in ties.of(EntityId("odo")) if each.name == "Tom"]
    (tom,) = [each for each in ties.of(EntityId("tom")) if each.name == "Odo Reed"]
    assert (odo.lines, odo.scenes) == (tom.lines, tom.scenes)
    assert odo.lines == 1
    assert odo.strength == strength(odo.lines, odo.scenes)


def test_two_without_a_line_or_a_scene_are_apart(story):
    ties = Acquaintances(story)
    assert not ties.are_apart(EntityId("odo"), EntityId("tom"))
    assert ties.are_apart(EntityId("odo"), EntityId("nobody"))
    assert EntityId("odo") not in {each.name for each in ties.of(EntityId("odo"))}
