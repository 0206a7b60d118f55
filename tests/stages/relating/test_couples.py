from related import read

WED = [("They", "nsubjpass", "married"), ("were", "auxpass", "married")]
TAGS = {"married": "VERB"}


def test_they_are_the_two_who_were_told_of():
    found = read("{ines|Ines} laughed, and {tom|Tom} did. They were married.", WED, TAGS)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ines", "spouse", "tom")]


def test_they_are_not_two_of_three():
    prose = "{ned|Ned} sang with {ines|Ines}, and {tom|Tom} laughed. They were married."
    assert read(prose, WED, TAGS) == []


def test_of_three_they_are_the_two_of_the_sentence_before():
    prose = "{ned|Ned} sang. {ines|Ines} laughed, and {tom|Tom} did. They were married."
    found = read(prose, WED, TAGS)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ines", "spouse", "tom")]


def test_we_are_whoever_tells_it_and_the_one_told_of():
    wed = [("We", "nsubjpass", "married"), ("were", "auxpass", "married")]
    found = read("{tom|Tom} sang to {me|me}. {?|We} were married.", wed, TAGS, narrator="me")
    assert [(a, kind, b) for a, kind, b, _ in found] == [("me", "spouse", "tom")]


def test_of_they_at_the_very_start_nobody_was_told_before():
    assert read("They were married. It rained.", WED, TAGS) == []


def test_they_who_open_a_story_are_the_two_named_behind():
    found = read("They were married. {ines|Ines} laughed, and {tom|Tom} did.", WED, TAGS)
    assert sorted([found[0][0], found[0][2]]) == ["ines", "tom"]
    more = "They were married. {ines|Ines} and {tom|Tom} laughed, and {ned|Ned} did."
    assert read(more, WED, TAGS) == []
