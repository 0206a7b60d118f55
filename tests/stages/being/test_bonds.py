"""Bonds, captives and rooms that are locked on somebody."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.who_id} {each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        (
            "Somebody wound tape about {tom|his} ankles.",
            "Somebody nsubj wound, tape dobj wound, about prep wound, ankles pobj about, "
            "his poss ankles",
            ["tom liberty tape on ankles"],
        ),
        (
            "{tom|Tom} wound tape about {tom|his} ankles.",
            "Tom nsubj wound, tape dobj wound, about prep wound, ankles pobj about, "
            "his poss ankles",
            [],
        ),
        (
            "{max|Max} put a chain on {tom|Tom}.",
            "Max nsubj put, chain dobj put, on prep put, Tom pobj on",
            ["tom liberty chain on tom"],
        ),
        (
            "{ada|Ada} sat with {ada|her} wrists in irons.",
            "Ada nsubj sat, with prep sat, wrists pobj with, her poss wrists, in prep wrists, "
            "irons pobj in",
            ["ada liberty wrists in irons"],
        ),
        (
            "{ada|Ada} sat with {ada|her} hands tied.",
            "Ada nsubj sat, with prep sat, hands pobj with, her poss hands, tied acl hands",
            ["ada liberty hands bound"],
        ),
        (
            "{ada|Her} wrists were taped.",
            "Her poss wrists, wrists nsubjpass taped, were auxpass taped",
            ["ada liberty wrists bound"],
        ),
        (
            "{max|Max} tied up {ada|her} hand.",
            "Max nsubj tied, up prt tied, hand dobj tied, her poss hand",
            ["ada injury bandaged hand"],
        ),
        (
            "The troll shut {ada|Ada} in the pantry.",
            "troll nsubj shut, Ada dobj shut, in prep shut, pantry pobj in",
            ["ada liberty shut in the pantry"],
        ),
        (
            "The troll took {ada|Ada} prisoner.",
            "troll nsubj took, Ada dobj took, prisoner oprd took",
            ["ada liberty prisoner"],
        ),
        (
            "{ada|Ada} sat with a cuff round {ada|her} ankle.",
            "Ada nsubj sat, with prep sat, cuff pobj with, round acl cuff, her poss ankle, "
            "ankle dobj round",
            ["ada liberty cuff on ankle"],
        ),
    ],
)
def test_who_is_bound_or_shut_in_is_not_free(prose, grammar, found):
    tags = "tied=VERB" if "tied" in prose else ""
    assert states(prose, grammar, tags=tags, max="he", tom="he", ada="she") == found


def test_what_one_hears_arrests_nobody():
    grammar = "Tom nsubjpass arrested, was auxpass arrested, by prep arrested, {} pobj by"
    shout, max_ = grammar.format("shout"), grammar.format("Max")
    assert states("{tom|Tom} was arrested by a shout.", shout) == []
    assert states("{tom|Tom} was arrested by {max|Max}.", max_) == ["tom liberty arrested"]


def test_who_is_strapped_in_travels_free():
    grammar = "Tom nsubj sat, strapped advcl sat"
    assert states("{tom|Tom} sat strapped in.", f"{grammar}, in prt strapped") == []
