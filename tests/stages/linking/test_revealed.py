import pytest
from stage_by_stage import aliases_in, cast_of, linked

CELLAR = "Ines opened the cellar. Inside sat a boy with a spoon.\n\n“Go away,” said the boy.\n\n"


def boys(text):
    """Whom the mentions with “boy” mean."""
    return [name for mention, name in linked(text) if "boy" in mention]


@pytest.mark.parametrize(
    "words",
    [
        "“I'm Wilkin,” said the boy.",
        "“My name is Wilkin,” said the boy.",
        "“They call me Wilkin,” said the boy.",
        "“Wilkin, at your service,” said the boy.",
    ],
)
def test_who_says_their_name_is_the_one_described_before(words):
    text = CELLAR + words + "\n\nWilkin put the spoon down."
    assert boys(text) == ["Wilkin"] * 3
    assert aliases_in(text, "Wilkin") == {"the boy": "introduction"}


def test_he_who_speaks_two_lines_later_is_the_same():
    text = CELLAR + (
        "“Who are you?” said Ines.\n\n“Me?” He wiped his nose. “I’m Wilkin.”\n\n"
        "Wilkin put the spoon down."
    )
    assert set(boys(text)) == {"Wilkin"}


@pytest.mark.parametrize(
    "words",
    [
        "“I'm not Wilkin,” said the boy.",
        "“What if I'm Wilkin?” said the boy.",
        "“I'm Wilkin's cousin,” said the boy.",
        "“I'm Wilkin,” said the boy, but he lied.",
    ],
)
def test_denials_questions_relatives_and_lies_reveal_nobody(words):
    text = CELLAR + words + "\n\nFar away Wilkin slept. Wilkin snored."
    assert "Wilkin" not in boys(text)


@pytest.mark.parametrize(
    "words",
    [
        "The boy was called Wilkin.",
        "The boy's name was Wilkin.",
        "The boy turned out to be Wilkin.",
        "It was Wilkin.",
    ],
)
def test_the_narrator_gives_somebody_a_name(words):
    assert set(boys(CELLAR + words + " Wilkin put the spoon down.")) == {"Wilkin"}


def test_a_name_is_rather_that_of_whom_the_sentence_before_was_about():
    text = (
        "A boy sat on the step. The boy had come to look at a robber. His name was Wilkin.\n\n"
        "The boy yawned. Wilkin went in."
    )
    assert set(boys(text)) == {"Wilkin"}


def test_a_badge_names_the_one_who_wears_it():
    text = (
        "“Where to?” said the driver. She had a badge that said Doris.\n\n"
        "Ines paid. Doris closed the doors."
    )
    assert cast_of(text).keys() == {"Ines", "Doris"}


def test_a_trade_told_later_reveals_who_it_was():
    text = (
        "“Say something,” said the ferrywoman.\n\nTom sang.\n\n“Right,” said Winnie. "
        "Winnie was the ferrywoman."
    )
    assert "the ferrywoman" not in cast_of(text)


def test_who_meets_the_name_in_a_sentence_is_another():
    text = CELLAR + "The boy looked at Wilkin. It was Wilkin. Wilkin sang."
    assert "Wilkin" not in boys(text)


def test_two_names_for_one_description_reveal_nobody():
    text = CELLAR + "“I'm Wilkin,” said the boy.\n\n“I'm Tom,” said the boy.\n\nWilkin and Tom ran."
    assert not {"Wilkin", "Tom"} & set(boys(text))


def test_the_description_tells_the_pronoun_that_the_name_does_not():
    text = CELLAR + "“I'm Wilkin,” said the boy.\n\nWilkin put the spoon down."
    assert cast_of(text)["Wilkin"].pronouns == "he"


def test_a_name_given_in_answer_is_that_of_the_one_asked():
    text = CELLAR + "“What's your name?” said Ines.\n\n“Wilkin.”\n\nWilkin put the spoon down."
    assert set(boys(text)) == {"Wilkin"}


def test_who_asks_for_a_name_is_not_the_one_who_gives_it():
    text = CELLAR + "“What's your name?” said the boy.\n\n“Ada.”\n\nAda laughed. Ada sat down."
    assert "Ada" not in boys(text)


@pytest.mark.parametrize(
    "words",
    [
        "The boy was her cousin Wilkin.",
        "It was a boy of ten or so called Wilkin.",
        "He looked up. His name was Wilkin and he liked soup.",
        "The boy, a Mr. Wilkin, bowed.",
    ],
)
def test_a_name_that_the_sentence_leads_up_to(words):
    text = CELLAR + words + " Mr. Wilkin put the spoon down. Wilkin slept."
    assert "Wilkin" in boys(text)[0]


def test_who_was_the_bride_is_the_bride():
    text = (
        "The bride had sat down on a barrel. The bride was tired.\n\n"
        "Later Rosa, who was the bride, danced. Rosa sang."
    )
    assert aliases_in(text, "Rosa") == {"the bride": "introduction"}
