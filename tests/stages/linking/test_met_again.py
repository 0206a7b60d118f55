import pytest
from stage_by_stage import cast_of, linked

STAIRS = (
    "Ines ran up the stairs with the cake in both hands. A girl came down past her in a yellow "
    "raincoat, smiled at the cake and went on. Ines shook her head and rang the bell.\n\n"
)
TABLE = (
    "Tom opened the door, took the cake and laughed at her. They cut it at the long table by the "
    "window, and Tom had two pieces, and so had Ines, and the kettle sang all the while. Nobody "
    "spoke until the plates were empty and the tea was cold.\n\n"
)


def girls(text):
    """Whom the descriptions of girls and women mean."""
    nouns = {"girl", "woman", "figure"}
    return [name for mention, name in linked(text) if not nouns.isdisjoint(mention.split())]


@pytest.mark.parametrize(
    "words",
    [
        "The girl Ines had met on the stairs stood in the door.",
        "The girl who had come down the stairs past her stood in the door.",
        "The girl from the stairs stood in the door.",
        "The girl in the yellow raincoat stood in the door.",
        "In the door stood the same girl.",
    ],
)
def test_who_is_pointed_back_at_is_the_one_met_before(words):
    found = girls(STAIRS + TABLE + words)
    assert len(found) == 2
    assert len(set(found)) == 1


def test_whoever_comes_back_is_in_the_cast_with_their_pronoun():
    text = STAIRS + TABLE + "The girl from the stairs stood in the door. She laughed."
    girl = cast_of(text)["the girl"]
    assert (girl.named, girl.pronouns) == (False, "she")


@pytest.mark.parametrize(
    "words",
    [
        "The man from the stairs stood in the door. He laughed.",
        "The girl in the grey coat stood in the door. She laughed.",
    ],
)
def test_another_sex_and_other_looks_are_somebody_else(words):
    assert not girls(STAIRS + TABLE + words)


def test_two_who_fit_equally_well_are_told_apart_by_nobody():
    second = STAIRS.replace("Ines", "Tom").replace("yellow", "brown")
    text = STAIRS + TABLE + second + TABLE + "The girl from the stairs stood in the door."
    assert not girls(text)


def test_the_one_who_saw_somebody_was_there():
    seen = "A figure passed Tom in the lane, nodded, and was gone behind the mill.\n\n"
    other = "A stranger sat by the well and looked at nobody, and did not move at all.\n\n"
    text = seen + TABLE + other + TABLE + "The woman Tom had met was at the gate. She waved."
    found = dict(linked(text))
    assert found["A figure"] == found["The woman"]
    assert "A stranger" not in found
