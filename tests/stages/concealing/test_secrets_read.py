"""What is kept from whom, read from stories marked by hand with arcs given by hand."""

import pytest
from concealed import read

NEVER_TOLD = [
    ("Ines", "nsubj", "told"),
    ("never", "neg", "told"),
    ("Tom", "dobj", "told"),
    ("about", "prep", "told"),
    ("Odo", "pobj", "about"),
]


def test_what_somebody_is_never_told_is_kept_from_them():
    prose = "{ines|Ines} never told {tom|Tom} about {odo|Odo}."
    (found,) = read(prose, NEVER_TOLD)
    assert found == ({"ines"}, {"tom"}, {"odo"}, "Ines never told Tom about Odo.", None)


def test_it_comes_out_when_they_learn_of_it():
    prose = "{ines|Ines} never told {tom|Tom} about {odo|Odo}. At last {tom|Tom} met {odo|Odo}."
    (found,) = read(prose, NEVER_TOLD, learns=("tom", "odo", "Tom met Odo"))
    assert found[-1] == "Tom met Odo"


def test_it_comes_out_when_the_keeper_tells_it():
    again = [("Ines#2", "nsubj", "told#2"), ("Tom#2", "dobj", "told#2")]
    prose = "{ines|Ines} never told {tom|Tom} about {odo|Odo}. Then {ines|Ines} told {tom|Tom}."
    (found,) = read(prose, [*NEVER_TOLD, *again])
    assert found[-1] == "Ines told Tom"


def test_what_is_told_is_no_secret():
    told = [arc for arc in NEVER_TOLD if arc[1] != "neg"]
    assert read("{ines|Ines} told {tom|Tom} about {odo|Odo}.", told) == []


def test_an_order_that_was_not_given_hides_nothing():
    arcs = [*NEVER_TOLD[:3], ("stop", "xcomp", "told"), ("to", "aux", "stop")]
    assert read("{ines|Ines} never told {tom|Tom} to stop.", arcs) == []


def test_what_is_told_to_nobody_is_kept_from_everybody():
    arcs = [("Ines", "nsubj", "told"), ("nobody", "dobj", "told")]
    (found,) = read("{ines|Ines} told nobody.", arcs)
    assert found[:2] == ({"ines"}, set())


def test_nobody_but_somebody_is_not_nobody():
    arcs = [("Ines", "nsubj", "told"), ("nobody", "dobj", "told")]
    assert read("{ines|Ines} told nobody but {tom|Tom}.", arcs) == []


def test_a_thing_that_is_shown_to_nobody():
    arcs = [
        ("Ines", "nsubj", "shown"),
        ("had", "aux", "shown"),
        ("never", "neg", "shown"),
        ("it", "dobj", "shown"),
        ("to", "prep", "shown"),
        ("soul", "pobj", "to"),
    ]
    (found,) = read("{ines|Ines} had never shown it to a soul.", arcs)
    assert found[:2] == ({"ines"}, set())


@pytest.mark.parametrize(
    ("prose", "arcs"),
    [
        (
            "{ines|Ines} kept it from {tom|Tom}.",
            [("Ines", "nsubj", "kept"), ("it", "dobj", "kept"), ("from", "prep", "kept")],
        ),
        (
            "{ines|Ines} lied to {tom|Tom}.",
            [("Ines", "nsubj", "lied"), ("to", "prep", "lied")],
        ),
    ],
)
def test_keeping_it_from_somebody_and_lying_to_them(prose, arcs):
    preposition = "from" if "from" in prose else "to"
    (found,) = read(prose, [*arcs, ("Tom", "pobj", preposition)])
    assert found[:2] == ({"ines"}, {"tom"})


def test_the_rain_that_is_kept_from_somebody_is_no_secret():
    arcs = [
        ("Ines", "nsubj", "kept"),
        ("rain", "dobj", "kept"),
        ("from", "prep", "kept"),
        ("Tom", "pobj", "from"),
    ]
    assert read("{ines|Ines} kept the rain from {tom|Tom}.", arcs) == []


def test_what_is_kept_to_oneself():
    arcs = [
        ("Ines", "nsubj", "kept"),
        ("it", "dobj", "kept"),
        ("to", "prep", "kept"),
        ("herself", "pobj", "to"),
    ]
    (found,) = read("{ines|Ines} kept it to herself.", arcs)
    assert found[:2] == ({"ines"}, set())


def test_one_who_will_not_say_who_it_was_knows():
    arcs = [
        ("Ines", "nsubj", "say"),
        ("wouldn’t", "aux", "say"),
        ("sent", "ccomp", "say"),
        ("who", "nsubj", "sent"),
    ]
    (found,) = read("{ines|Ines} wouldn’t say who sent the lamp.", arcs)
    assert found[:2] == ({"ines"}, set())


def test_one_who_cannot_say_who_it_was_does_not():
    arcs = [
        ("Ines", "nsubj", "say"),
        ("couldn’t", "aux", "say"),
        ("sent", "ccomp", "say"),
        ("who", "nsubj", "sent"),
    ]
    assert read("{ines|Ines} couldn’t say who sent the lamp.", arcs) == []


ODO_HEARS = {"q1": ("ines", "odo")}


@pytest.mark.parametrize(
    ("line", "arcs"),
    [
        ("Don’t tell {tom|Tom}", [("Don’t", "aux", "tell"), ("Tom", "dobj", "tell")]),
        (
            "{tom|Tom} must never know",
            [("Tom", "nsubj", "know"), ("must", "aux", "know"), ("never", "neg", "know")],
        ),
        (
            "Don’t let {tom|Tom} know",
            [("Don’t", "aux", "let"), ("Tom", "nsubj", "know"), ("know", "ccomp", "let")],
        ),
        ("Not a word to {tom|Tom}", [("to", "prep", "word"), ("Tom", "pobj", "to")]),
    ],
)
def test_what_one_is_asked_to_keep_from_somebody_both_keep(line, arcs):
    prose = f"{{odo|Odo}} sat. “{line},” said {{ines|Ines}}."
    (found,) = read(prose, arcs, spoken=ODO_HEARS)
    assert found[:2] == ({"ines", "odo"}, {"tom"})


@pytest.mark.parametrize(
    ("line", "arcs"),
    [
        ("It’s a secret", [("secret", "attr", "It’s")]),
        ("It is our secret", [("our", "poss", "secret")]),
        (
            "This is between us",
            [("This", "nsubj", "is"), ("between", "prep", "is"), ("us", "pobj", "between")],
        ),
    ],
)
def test_what_is_called_a_secret_is_kept_from_everybody_else(line, arcs):
    prose = f"{{odo|Odo}} sat. “{line},” said {{ines|Ines}}."
    found = read(prose, arcs, spoken=ODO_HEARS)
    assert [each[:2] for each in found] == [({"ines", "odo"}, set())]


@pytest.mark.parametrize("line", ["Tell {tom|Tom}", "If you don’t tell {tom|Tom}, I go"])
def test_no_secret_is_asked_for(line):
    arcs = [("Tom", "dobj", "tell" if "tell" in line else "Tell")]
    if "If" in line:
        arcs += [("If", "mark", "tell"), ("don’t", "aux", "tell")]
    prose = f"{{odo|Odo}} sat. “{line},” said {{ines|Ines}}."
    assert read(prose, arcs, spoken=ODO_HEARS) == []


def test_a_threat_against_telling_asks_for_a_secret():
    arcs = [
        ("If", "mark", "tell"),
        ("you", "nsubj", "tell"),
        ("Tom", "dobj", "tell"),
        ("tell", "advcl", "go"),
        ("I’ll", "nsubj", "go"),
    ]
    prose = "{odo|Odo} sat. “If {odo|you} tell {tom|Tom}, {ines|I’ll} go,” said {ines|Ines}."
    (found,) = read(prose, arcs, spoken=ODO_HEARS)
    assert found[:2] == ({"ines", "odo"}, {"tom"})


def test_one_word_to_somebody_is_threatened_for_too():
    arcs = [
        ("if", "mark", "say"),
        ("you", "nsubj", "say"),
        ("word", "dobj", "say"),
        ("to", "prep", "say"),
        ("Tom", "pobj", "to"),
        ("say", "advcl", "go"),
        ("shall", "aux", "go"),
    ]
    prose = (
        "{odo|Odo} sat. “And if {odo|you} say one word to {tom|Tom} {ines|I} shall go,”"
        " said {ines|Ines}."
    )
    (found,) = read(prose, arcs, spoken=ODO_HEARS)
    assert found[:2] == ({"ines", "odo"}, {"tom"})


@pytest.mark.parametrize(
    ("line", "arcs"),
    [
        ("He said not a word", [("He", "nsubj", "said"), ("word", "dobj", "said")]),
        ("{tom|Tom} may not find it", [("Tom", "nsubj", "find"), ("may", "aux", "find")]),
        ("I see a likeness between us", [("us", "pobj", "between")]),
    ],
)
def test_what_only_sounds_like_a_secret_is_none(line, arcs):
    prose = f"{{odo|Odo}} sat by {{tom|Tom}}. “{line},” said {{ines|Ines}}."
    arcs = [*arcs, ("not", "neg", "find")] if "find" in line else arcs
    assert read(prose, arcs, spoken=ODO_HEARS) == []


def test_what_is_promised_not_to_be_told_is_kept():
    arcs = [("I", "nsubj", "tell"), ("won’t", "aux", "tell"), ("Tom", "dobj", "tell")]
    prose = "“{ines|I} won’t tell {tom|Tom},” said {ines|Ines} to {odo|Odo}."
    (found,) = read(prose, arcs, spoken=ODO_HEARS)
    assert found[:2] == ({"ines", "odo"}, {"tom"})


def test_what_one_is_not_to_tell_is_kept():
    arcs = [
        ("You", "nsubj", "are"),
        ("not", "neg", "are"),
        ("to", "aux", "tell"),
        ("tell", "xcomp", "are"),
        ("Tom", "dobj", "tell"),
    ]
    prose = "“You are not to tell {tom|Tom},” said {ines|Ines} to {odo|Odo}."
    (found,) = read(prose, arcs, spoken=ODO_HEARS)
    assert found[:2] == ({"ines", "odo"}, {"tom"})
    told = read(prose.replace(" not", ""), [arcs[0], *arcs[2:]], spoken=ODO_HEARS)
    assert told == []


def test_an_opinion_that_is_not_told_is_no_secret():
    arcs = [
        *NEVER_TOLD[:3],
        ("thought", "ccomp", "told"),
        ("what", "dobj", "thought"),
        ("she", "nsubj", "thought"),
    ]
    assert read("{ines|Ines} never told {tom|Tom} what she thought.", arcs) == []


def test_whoever_cannot_say_how_cold_it_was_hides_nothing():
    arcs = [
        ("Ines", "nsubj", "tell"),
        ("couldn’t", "aux", "tell"),
        ("Tom", "dobj", "tell"),
        ("was", "ccomp", "tell"),
    ]
    assert read("{ines|Ines} couldn’t tell {tom|Tom} how cold it was.", arcs) == []
