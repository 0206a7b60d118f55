import pytest


@pytest.mark.parametrize(
    ("prose", "rule"),
    [
        ("It was the longest song that {ada|Ada} had ever heard.", "experience"),
        ("{ada|She} had never lost an oar.", "experience"),
        ("It was the oddest hour of {ada|Ada}’s life.", "experience"),
        ("{ada|She} stood over it and could not lift the lid.", "ability"),
        ("{ada|She} can’t tell him.", "ability"),
        ("{ada|She} had to be home by noon.", "ability"),
        ("{ada|She} needed both hands.", "ability"),
        ("{ada|She} could have kissed him.", "ability"),
        ("{ada|She} would rather have had tea.", "ability"),
        ("{ada|Ada} whispered, because the owl slept.", "reason"),
        ("{ada|Ada} walked on tiptoe so as not to wake the owl.", "reason"),
        ("{ada|Ada} took the cup in case it fell.", "reason"),
        ("{ada|Ada} sat down, since there was no hurry.", "reason"),
        ("{ada|Her} calves were burning.", "sensation"),
        ("{ada|Ada}’s left leg itched.", "sensation"),
        ("{ada|She} had three hours, maybe.", "musing"),
        ("{ada|She} was late, of course.", "musing"),
    ],
)
def test_a_sentence_is_told_from_somebodys_standpoint(signs, prose, rule):
    assert ("ada", rule) in signs(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "{ada|Ada} had lost an oar.",  # what happened before is anybody's to tell
        "{ada|Ada} could row.",
        "{ada|Ada} fell ill because of the plums.",
        "{ada|Ada} had rowed since noon.",
        "{ada|Ada} had rowed since she was six.",
        "{ada|Her} hat was burning.",
        "{ada|Her} arm was bare, and the toast was burning.",
    ],
)
def test_a_sentence_is_told_from_no_standpoint(signs, prose):
    assert signs(prose) == []
