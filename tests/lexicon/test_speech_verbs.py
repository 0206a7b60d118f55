import pytest

from fabula.lexicon.speech_verbs import (
    EXPRESSIVE_VERBS,
    PHRASAL_PARTICLES,
    SPEECH_PARTICIPLES,
    SPEECH_VERBS,
    THINKING_VERBS,
    kind_of_speech,
)


@pytest.mark.parametrize(
    "form", ["say", "says", "said", "saying", "told", "begged", "begging", "echoes", "cried"]
)
def test_every_form_of_a_verb_of_speech_is_known(form):
    assert form in SPEECH_VERBS


@pytest.mark.parametrize("wrong", ["sayed", "beged", "admited", "echos", "walked", "quickly"])
def test_no_form_is_made_that_nobody_writes(wrong):
    assert wrong not in SPEECH_VERBS


def test_a_verb_tells_how_the_line_was_spoken():
    kinds = [kind_of_speech(verb) for verb in ("said", "asked", "replied", "whispered", "yelled")]
    assert kinds == ["plain", "question", "reply", "quiet", "loud"]
    assert kind_of_speech("ran") is None


def test_smiling_is_weaker_than_speaking():
    assert "smiled" in EXPRESSIVE_VERBS
    assert "smiled" not in SPEECH_VERBS


def test_thinking_is_kept_apart_from_speaking():
    assert {"thought", "thinks", "wondered"} <= THINKING_VERBS
    assert "thought" not in SPEECH_VERBS


def test_a_phrasal_verb_speaks_only_with_its_particle():
    assert PHRASAL_PARTICLES["went"] == {"on"}
    assert "went" not in SPEECH_VERBS


def test_the_ing_forms_can_be_told_apart():
    assert "saying" in SPEECH_PARTICIPLES
    assert "said" not in SPEECH_PARTICIPLES
