import pytest

from fabula.stages.speaking.silences import LONGEST_SILENCE, is_silence


@pytest.mark.parametrize(
    "words",
    [
        "Nobody spoke.",
        "No one\nsaid anything for a while.",
        "Tom did not answer.",
        "She didn’t say anything.",
        "Ines said nothing.",
        "There was a long silence.",
        "The two of them fell silent.",
        "There came no answer.",
    ],
)
def test_a_silence_is_told_in_many_ways(words: str) -> None:
    assert is_silence(words, 0, len(words))


@pytest.mark.parametrize("words", ["Ines sat down.", "“No,” said nobody’s aunt.", ""])
def test_other_narration_is_no_silence(words: str) -> None:
    assert not is_silence(words, 0, len(words))


def test_a_silence_in_a_long_stretch_is_over() -> None:
    words = "Nobody spoke. " + "They rowed on. " * (LONGEST_SILENCE // 15)
    assert not is_silence(words, 0, len(words))
