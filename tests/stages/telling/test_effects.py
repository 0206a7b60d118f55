import pytest


@pytest.mark.parametrize(
    ("prose", "rule"),
    [
        ("It occurred to {ada|her} that it was noon.", "struck"),
        ("The answer puzzled {ada|Ada}.", "struck"),
        ("The silence set {ada|Ada} on edge.", "struck"),
        ("The hall seemed to {ada|her} very small.", "struck"),
        ("It was obvious to {ada|Ada} that it was noon.", "struck"),
        ("It was obvious to {tom|Tom} and {ada|Ada} that it was noon.", "struck"),
        ("A pang of guilt went through {ada|her}.", "surge"),
        ("It dawned on {ada|Ada} that it was noon.", "struck"),
        ("The noise made {ada|Ada} nervous.", "struck"),
        ("It made {ada|Ada} wonder.", "struck"),
        ("It took {ada|Ada} a moment to understand.", "struck"),
        ("It takes {ada|Ada} a while to believe it.", "struck"),
        ("It made {ada|her} want to sit down.", "struck"),
        ("To {ada|Ada} it was a hat.", "struck"),
        ("Relief flooded {ada|Ada}.", "surge"),
        ("Panic rose in {ada|Ada}’s throat.", "surge"),
        ("Nobody had ever asked {ada|Ada} to hurry.", "experience"),
        ("No one had ever said please to {ada|her} before.", "experience"),
    ],
)
def test_what_is_done_to_a_mind_gives_it(signs, prose, rule):
    assert ("ada", rule) in signs(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "The noise made {ada|her} jump.",
        "It took {ada|Ada} a week to mend the roof.",
        "To {ada|Ada} {tom|he} gave a hat.",
        "The water rose to {ada|her} knees.",
        "Nobody ever found out what the mayor said to {ada|her}.",
        "Nobody had ever shouted {ada|hers}.",
    ],
)
def test_other_things_are_done_to_bodies(signs, prose):
    assert signs(prose) == []
