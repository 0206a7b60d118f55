"""Encodings from before Unicode."""

import pytest

from fabula.sources.legacy_encodings import guess

NOVEL = "The kite rose over the harbour and Ben let out more line. " * 50


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("They don’t fly.", "cp1252"),
        ("They don’t fly.", "mac_roman"),
        ("Ben waited… and waited.", "mac_roman"),
        ("The café was shut.", "cp1252"),
        ("The café was shut.", "mac_roman"),
        ("The café was shut.", "cp437"),
        ("“Élan,” said Zoë.", "cp1252"),
        ("“Élan,” said Zoë.", "mac_roman"),
        ("‘So’ – said Ann – ‘there.’", "cp1252"),
        ("‘So’ – said Ann – ‘there.’", "mac_roman"),
    ],
)
def test_one_letter_in_a_novel_tells_the_encoding(words: str, encoding: str) -> None:
    found = guess((NOVEL + words).encode(encoding))
    assert found is not None
    assert found.encoding == encoding


def test_lines_that_end_in_cr_alone_speak_for_the_old_mac() -> None:
    data = "Waiting. \xc9 \rSo it was.\r".encode("latin-1")
    found = guess(data)
    assert found is not None
    assert found.encoding == "mac_roman"  # where it is an ellipsis


def test_what_is_not_western_goes_to_the_detector() -> None:
    words = "Ветер поднял змея над гаванью, и Аня отпустила нить. " * 20
    found = guess(words.encode("cp1251"))
    assert found is not None
    assert words.encode("cp1251").decode(found.encoding) == words
    assert found.reason.startswith("charset-normalizer")
