"""What people look like: what a word of age may be."""

import pytest
from told import narrated

import fabula
from fabula.stages.states import FindStates


@pytest.mark.parametrize("number", ["²", "➌", "9" * 5000])
def test_a_figure_that_is_no_age_is_passed_over(number: str) -> None:
    story = fabula.read_bytes(f"Tamsin Brook laughed. Tamsin was {number}.".encode(), "a.txt")
    assert not [state for state in story.states if state.attribute == "age"]


def test_an_age_in_figures_is_a_trait() -> None:
    story = fabula.read_bytes(
        b"Tamsin Brook laughed and climbed down. Tamsin was 34 years old.", "a.txt"
    )
    assert [state.value for state in story.states if state.attribute == "age"] == ["34"]


def looks(prose: str, grammar: str, tags: str = "") -> list[str]:
    story, scores = narrated(prose, grammar, tags=tags)
    found = FindStates(scores)(story)
    return [f"{each.attribute} {each.value}" for each in found if each.attribute != "trade"]


@pytest.mark.parametrize(
    ("prose", "grammar", "tags", "found"),
    [
        (
            "{tom|Tom} had one arm.",
            "Tom nsubj had, one nummod arm, arm dobj had",
            "",
            "mark one arm",
        ),
        (
            "{ada|Ada} had no teeth.",
            "Ada nsubj had, no det teeth, teeth dobj had",
            "",
            "mark no teeth",
        ),
        (
            "{ada|Ada} was a head shorter.",
            "Ada nsubj was, shorter acomp was, head npadvmod shorter, a det head",
            "",
            "height a head shorter",
        ),
        (
            "{ada|Ada} had cut {ada|her} hair short.",
            "Ada nsubj cut, had aux cut, her poss hair, hair dobj cut",
            "",
            "hair short",
        ),
        ("{ada|Ada} was a redhead.", "Ada nsubj was, redhead attr was", "", "hair red-haired"),
        ("old {ada|Hall} sang.", "old amod Hall, Hall nsubj sang", "Hall=PROPN", "age old"),
        (
            "{ada|Ada} was a young teacher.",
            "Ada nsubj was, teacher attr was, young amod teacher",
            "teacher=NOUN",
            "age young",
        ),
        (
            "{ada|Ada} stood on one leg.",
            "Ada nsubj stood, on prep stood, one nummod leg, leg pobj on",
            "on=ADP one=NUM",
            "",
        ),
        (
            "{tom|Tom} had a black beard.",
            "Tom nsubj had, a det beard, black amod beard, beard dobj had",
            "",
            "hair black beard",
        ),
        (
            "{tom|Tom} had a glass eye.",
            "Tom nsubj had, a det eye, glass amod eye, eye dobj had",
            "",
            "mark glass eye",
        ),
        ("{tom|Tom} had freckles.", "Tom nsubj had, freckles dobj had", "", "skin freckles"),
        (
            "{tom|He} was a tall {bob|Cornishman}.",
            "He nsubj was, a det Cornishman, tall amod Cornishman, Cornishman attr was",
            "Cornishman=PROPN",
            "height tall",
        ),
        ("{ada|Ada} was taller.", "Ada nsubj was, taller acomp was", "", ""),
        ("{ada|Ada} was pie-eyed.", "Ada nsubj was, pie-eyed acomp was", "", ""),
        (
            "{ada|Ada} was with one arm round.",
            "Ada nsubj was, with prep was, one nummod arm, arm pobj with, round prep arm",
            "round=ADP",
            "",
        ),
    ],
)
def test_what_people_look_like_in_other_words(
    prose: str, grammar: str, tags: str, found: str
) -> None:
    assert looks(prose, grammar, tags) == ([found] if found else [])


def test_what_somebody_is_called_by_is_given_once() -> None:
    prose = "old {ada|Hall} sang. old {ada|Hall} rose."
    grammar = "old amod Hall, Hall nsubj sang, old#2 amod Hall#2, Hall#2 nsubj rose"
    assert looks(prose, grammar, "Hall=PROPN") == ["age old"]


def test_a_mole_on_her_chin_is_hers_whoever_the_grammar_gives_it_to() -> None:
    grammar = "Tom nsubj had, mole dobj had, on prep mole, her poss chin, chin pobj on"
    prose = "{tom|Tom} had a mole on {ada|her} chin."
    story, scores = narrated(prose, grammar, tom="he", ada="she")
    assert [state.who_id for state in FindStates(scores)(story)] == ["ada"]


def test_hair_that_has_gone_white_is_white():
    grammar = "Her poss hair, hair nsubj gone, had aux gone, white acomp gone"
    story, scores = narrated("{ada|Her} hair had gone white.", grammar)
    assert [each.value for each in FindStates(scores)(story)] == ["white"]


def test_what_is_done_left_handed_once_says_nothing():
    prose = "{ada|Ada} drew the sword left-handed."
    grammar = "Ada nsubj drew, sword dobj drew, left-handed advmod drew"
    assert FindStates(narrated(prose, grammar)[1])(narrated(prose, grammar)[0]) == []
    habit, scores = narrated(prose, grammar, events="sword")
    assert [each.value for each in FindStates(scores)(habit)] == ["left-handed"]


def test_a_nickname_like_a_look_names_somebody_and_describes_nobody() -> None:
    prose = """“Hey Tim, Slim!” Orla called, coming up the path with the ladder. Timkin and Slimuel
were already at the hinges. “Why don't you two make yourselves useful, and get the door?”

Timkin nodded and put his shoulder to it. Slimuel only laughed."""
    assert not fabula.read_bytes(prose.encode(), "a.txt").states


def test_a_false_beard_is_nobodys_hair():
    story, scores = narrated(
        "{tom|Tom} had a false beard.",
        "Tom nsubj had, beard dobj had, false amod beard, a det beard",
    )
    assert FindStates(scores)(story) == []


def test_who_is_tiny_from_up_here_is_of_any_size():
    grammar = "Tom nsubj was, tiny acomp was"
    assert looks("{tom|Tom} was tiny.", grammar) == ["height tiny"]
    assert looks("{tom|Tom} was tiny from here.", f"{grammar}, from prep tiny") == []


def test_who_turns_round_is_not_round():
    grammar = "Ada nsubj turned, round advmod turned"
    assert looks("{ada|Ada} turned round.", grammar, tags="round=ADJ") == []
    woman = "Ada nsubj was, a det woman, round amod woman, woman attr was"
    assert looks("{ada|Ada} was a round woman.", woman, tags="woman=NOUN") == ["build round"]
