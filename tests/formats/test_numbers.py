from fabula.formats.numbers import counted


def test_counts_agree_with_their_noun() -> None:
    assert counted(1, "scene") == "1 scene"
    assert counted(2000, "word") == "2,000 words"
    assert counted(0, "person", "people") == "0 people"
