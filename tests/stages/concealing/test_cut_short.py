from concealed import read

TOLD = [
    ("Before", "mark", "tell"),
    ("Ines", "nsubj", "tell"),
    ("could", "aux", "tell"),
    ("Tom", "dobj", "tell"),
    ("of", "prep", "tell"),
    ("Odo", "pobj", "of"),
    ("tell", "advcl", "went"),
]
TAGS = {"tell": "VERB", "went": "VERB"}


def test_what_one_had_no_time_to_tell_only_he_knows():
    prose = "Before {ines|Ines} could tell {tom|Tom} of {odo|Odo}, it went dark."
    (found,) = read(prose, TOLD, tags=TAGS)
    assert found[:3] == ({"ines"}, {"tom"}, {"odo"})


def test_to_have_no_time_for_any_word_keeps_nothing():
    prose = "Before {ines|Ines} could tell {tom|Tom}, it went dark."
    assert read(prose, TOLD[:4] + TOLD[-1:], tags=TAGS) == []


def test_what_is_told_in_time_is_no_secret():
    prose = "When {ines|Ines} could tell {tom|Tom} of {odo|Odo}, it went dark."
    arcs = [("When", "advmod", "tell"), *TOLD[1:]]
    assert read(prose, arcs, tags=TAGS) == []


def test_calling_attention_is_telling():
    prose = "Before {ines|Ines} could call attention to {odo|Odo}, it went dark."
    arcs = [
        ("Before", "mark", "call"),
        ("Ines", "nsubj", "call"),
        ("could", "aux", "call"),
        ("attention", "dobj", "call"),
        ("to", "prep", "call"),
        ("Odo", "pobj", "to"),
        ("call", "advcl", "went"),
    ]
    (found,) = read(prose, arcs, tags={"call": "VERB", "went": "VERB"})
    assert found[:3] == ({"ines"}, set(), {"odo"})
