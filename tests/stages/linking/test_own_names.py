import pytest
from stage_by_stage import read_to

from fabula.stages.linking.own_names import gives_name_when_asked, says_own_name


def found(ask, text):
    """What this says of the last “Wilkin”."""
    story = read_to("mentions", text + " Wilkin sang. Wilkin slept.")
    mentions = [m for m in story.mentions if story.document[m].startswith("Wilkin")]
    return ask(story.document.text, mentions[-3])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("“I'm Wilkin,” said the boy.", True),
        ("“You can call me Wilkin,” said the boy.", True),
        ("“Wilkin, at your service,” said the boy.", True),
        ("“If I'm Wilkin,” said the boy.", False),
        ("“I'm Wilkin's cousin,” said the boy.", False),
        ("“I like Wilkin,” said the boy.", False),
    ],
)
def test_a_claim_to_a_name(text, says):
    assert found(says_own_name, text) is says


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("“What's your name?” asked Ines.\n\n“Wilkin.”", True),
        ("“And you are?”\n\n“Wilkin,” said the boy.", True),
        ("“Who did it?”\n\n“Wilkin,” said the boy.", False),
        ("“Who are you?”\n\n“Ask Wilkin,” said the boy.", False),
    ],
)
def test_an_answer_to_the_question_for_a_name(text, gives):
    assert found(gives_name_when_asked, text) is gives
