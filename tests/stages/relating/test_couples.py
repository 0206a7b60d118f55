from related import read

WED = [("They", "nsubjpass", "married"), ("were", "auxpass", "married")]
TAGS = {"married": "VERB"}


def test_they_are_the_two_who_were_told_of():
    found = read("{ines|Ines} laughed, and {tom|Tom} did. They were married.", WED, TAGS)
    assert [(a, kind, b) for a, kind, b, _ in found] == [("ines", "spouse", "tom")]


def test_they_are_not_two_of_three():
    prose = "{ned|Ned} sang. {ines|Ines} laughed, and {tom|Tom} did. They were married."
    assert read(prose, WED, TAGS) == []
