import pytest

from fabula.stages.telling.minds import signs_in
from fabula.stages.telling.predicates import predicates


@pytest.mark.parametrize(
    ("prose", "rule"),
    [
        ("{ada|She} knew the way.", "thinks"),
        ("{ada|She} had never liked owls.", "thinks"),
        ("{ada|She} sat down and wondered.", "thinks"),
        ("{ada|She} tried to remember the song.", "thinks"),
        ("{ada|She} kept thinking of the song.", "thinks"),
        ("{ada|She} was beginning to see why.", "thinks"),
        ("{ada|She} heard the gate.", "perceives"),
        ("{ada|She} could see the lamp.", "perceives"),
        ("{ada|She} can see the lamp.", "perceives"),
        ("{ada|She} found that the lamp was out.", "perceives"),
        ("{ada|She} found now, with some surprise, that the lamp was out.", "perceives"),
        ("{ada|Ada}, in {ada|her} best coat, heard the gate.", "perceives"),
        ("{ada|She} had the feeling that it was noon.", "thinks"),
        ("{ada|She} felt her heart sink.", "thinks"),
        ("{ada|Ada} felt her ears go hot.", "thinks"),
        ("{ada|She} felt his hands tremble.", "thinks"),
        ("{ada|Ada}’s knees gave way.", "gut"),
        ("{ada|Ada} watched the kite.", "looks"),
        ("{ada|Ada} spoke softly, not wanting to wake the owl.", "aside"),
        ("Hearing the gate, {ada|Ada} hid.", "aside"),
        ("{ada|She} was quite certain.", "feels"),
        ("{ada|She} was furious.", "feels"),
        ("By noon {ada|Ada} could no longer feel her toes.", "thinks"),
        ("{ada|Ada} told herself that it was the wind.", "thinks"),
        ("{ada|Ada} said to herself that it was the wind.", "thinks"),
        ("{ada|Ada} could tell that he was cold.", "thinks"),
        ("{ada|Ada} had a dream in which it was noon.", "thinks"),
        ("{ada|Ada} caught a glimpse of red.", "perceives"),
        ("{ada|Ada} could smell bread.", "perceives"),
        ("{ada|Ada} looked at the map: four islands, no bridge.", "perceives"),
        ("{ada|Ada} felt his eyes on her.", "thinks"),
        ("To {ada|her} relief the owl slept.", "reaction"),
        ("To {ada|Ada}’s great surprise the owl sang.", "reaction"),
        ("The noise went through {ada|her} mind.", "inner part"),
        ("{ada|Her} heart sank.", "gut"),
        ("Bells rang in {ada|her} head.", "inner part"),
    ],
)
def test_a_mind_is_given(signs, prose, rule):
    assert ("ada", rule) in signs(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "{tom|He} felt in his pocket for the key.",
        "{tom|He} appeared in the doorway.",
        "{tom|Tom} seemed to remember.",
        "{tom|He} apparently knew the way.",
        "{tom|He} would see to it.",
        "{tom|He} saw to the ropes.",
        "{tom|He} smelled of tar.",
        "{tom|Tom} surprised the owl.",
        "{tom|Tom} had been seen on the bridge.",
        "{tom|He} felt his lip.",
        "{tom|He} felt his pockets for the key.",
        "{tom|Tom} felt his way along the wall.",
        "{tom|He} could not be argued with.",
    ],
)
def test_what_a_bystander_reports_gives_no_mind(passages_of, prose):
    (passage,) = passages_of(prose)
    assert [sign for sign in signs_in(passage, predicates(passage)) if sign.weight > 0] == []


def test_a_blow_is_no_thought(signs):
    assert signs("{ada|Ada} struck {tom|him} with a cushion.") == []


def test_signs_about_nobody_known_are_left_out(signs):
    assert signs("{?|A stranger} knew the way.") == []


@pytest.mark.parametrize(
    ("shown", "inward"),
    [
        ("{ada|She} thought for a bit.", "{ada|She} thought of the owl."),
        ("{ada|She} thought about it.", "{ada|She} thought about the owl in the loft."),
        ("{ada|She} considered the map.", "{ada|She} considered going home."),
        ("{ada|She} was furious.", "{ada|She} was furious to find the oar gone."),
        ("{ada|She} normally forgot the oars.", "{ada|She} forgot the oars."),
        ("The owl {ada|Ada} had seen came in.", "Now {ada|Ada} had seen the owl come in."),
    ],
)
def test_what_all_can_see_says_less(passages_of, shown, inward):
    weights = []
    for prose in (shown, inward):
        (passage,) = passages_of(prose)
        weights.append(sum(sign.weight for sign in signs_in(passage, predicates(passage))))
    assert 0 < weights[0] < weights[1]


def test_what_somebody_comes_upon_is_seen_with_them(signs):
    assert signs("{ada|Ada} found eleven plums.") == [("ada", "perceives")]
    assert signs("{ada|Ada} was found among the plums.") == []
