"""What is kept from whom, read from stories marked by hand with arcs given by hand."""

import pytest
from hand_scored import scores
from related import marked

from fabula.formats.soundness import check
from fabula.stages.secrets import FindSecrets
from fabula.story import EntityId, Knowledge
from fabula.text import Span


def read(prose, relations=(), *, learns=None, **given):
    """(keepers, from whom, about whom, the passage, that with which it comes out).

    `learns` (who, of whom, the words that tell it) is known from there on.
    """
    story = marked(prose, **given)
    text = story.document.text
    known = []
    if learns is not None:
        who, of, words = learns
        place = Span(text.index(words), text.index(words) + len(words))
        known = [
            Knowledge(
                who_id=EntityId(who),
                of_id=EntityId(of),
                how="told",
                since=place.start,
                evidence=place,
            )
        ]
    story = story.with_layer("knowledge", known)
    found = FindSecrets(scores(story.document, relations=relations))(story)
    check(story.with_layer("secrets", found))
    return [
        (
            set(each.keeper_ids),
            set(each.from_ids),
            set(each.about_ids),
            story.document[each.evidence],
            None if each.ended_by is None else story.document[each.ended_by],
        )
        for each in found
    ]


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
        ("This is between us", [("between", "prep", "is"), ("us", "pobj", "between")]),
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
