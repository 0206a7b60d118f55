"""To whom, with what, where and when."""

import pytest
from hand_scored import row_of
from told import narrated

from fabula.stages.clauses.narration import Narration
from fabula.stages.happening import roles


def words_of(role, prose, grammar, verb, **given):
    """The words that a role of the verb finds."""
    story, scores = narrated(prose, grammar, **given)
    told = Narration(story, scores)
    return [told.words[row] for row in role(told, row_of(story.document, verb))]


@pytest.mark.parametrize(
    ("prose", "more", "verb"),
    [
        ("gave {tom|Tom} the key", "Tom dative gave, key dobj gave", "gave"),
        ("gave {tom|Tom} the key", "Tom dobj gave, key dobj gave", "gave"),
        ("slid the key to {tom|Tom}", "key dobj slid, to prep slid, Tom pobj to", "slid"),
        ("held it for {tom|Tom}", "it dobj held, for prep held, Tom pobj for", "held"),
        ("put it on {tom|Tom}", "it dobj put, on prep put, Tom pobj on", "put"),
        (
            "put it into {tom|Tom} hand",
            "it dobj put, into prep put, hand pobj into, Tom poss hand",
            "put",
        ),
    ],
)
def test_who_gets_something_is_told_in_many_ways(prose, more, verb):
    grammar = f"Ada nsubj {verb}, {more}"
    assert words_of(roles.recipients, "{ada|Ada} " + prose + ".", grammar, verb) == ["tom"]


def test_who_is_gone_to_gets_nothing():
    grammar = "Ada nsubj went, to prep went, Tom pobj to"
    assert words_of(roles.recipients, "{ada|Ada} went to {tom|Tom}.", grammar, "went") == []


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        (
            "{ada|Ada} cut it with a knife.",
            "it dobj cut, with prep cut, knife pobj with",
            ["knife"],
        ),
        ("{ada|Ada} cut with a knife.", "with prep cut, knife pobj with", []),
        (
            "{ada|Ada} used a knife to cut it.",
            "Ada nsubj used, knife dobj used, cut xcomp used, to aux cut, it dobj cut",
            ["knife"],
        ),
    ],
)
def test_a_tool_is_what_something_is_done_with(prose, grammar, found):
    assert words_of(roles.instruments, prose, f"Ada nsubj cut, {grammar}", "cut") == found


def test_what_fills_is_no_tool():
    grammar = "Ada nsubj filled, jug dobj filled, with prep filled, milk pobj with"
    prose = "{ada|Ada} filled the jug with milk."
    assert words_of(roles.instruments, prose, grammar, "filled") == []


@pytest.mark.parametrize(
    ("prose", "grammar", "time"),
    [
        ("Ada sang at noon.", "at prep sang, noon pobj at", "at noon"),
        ("Ada sang at eight.", "at prep sang, eight pobj at", "at eight"),
        ("Ada sang yesterday.", "yesterday advmod sang", "yesterday"),
        (
            "Three days later Ada sang.",
            "later advmod sang, days npadvmod later, Three nummod days",
            "Three days later",
        ),
        ("Ada sang every day.", "day npadvmod sang, every det day", None),
        ("Ada sang for weeks.", "for prep sang, weeks pobj for", None),
        ("Ada sang in tune.", "in prep sang, tune pobj in", None),
    ],
)
def test_a_time_says_when(prose, grammar, time):
    tags = "eight=NUM" if "eight" in prose else ""
    story, scores = narrated(prose, f"Ada nsubj sang, {grammar}", tags=tags)
    found = roles.time_of(Narration(story, scores), row_of(story.document, "sang"))
    assert (found and story.document[found]) == time
