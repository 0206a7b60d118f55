import pytest
from hand_scored import row_of, scores
from placed import marked

from fabula.stages.clauses.narration import Narration
from fabula.stages.placing.routes import route_of


def way(text, relations, *, verb, place="mill"):
    """What the route of a place says, or None; everything else is no verb."""
    story = marked(text)
    given = scores(story.document, relations=relations, tags={verb: "VERB"})
    route = route_of(Narration(story, given), row_of(story.document, place))
    return None if route is None else route.way


@pytest.mark.parametrize(
    ("verb", "small", "expected"),
    [
        ("walked", "to", "arrives"),
        ("walked", "into", "arrives"),
        ("walked", "across", "is"),
        ("walked", "down", "is"),
        ("walked", "past", None),
        ("walked", "from", "leaves"),
        ("arrived", "at", "arrives"),
        ("ran", "at", None),
        ("waited", "at", "is"),
        ("was", "in", "is"),
        ("cooked", "in", "is"),
        ("looked", "in", None),
        ("looked", "at", None),
        ("lay", "upon", "is"),
        ("met", "in", "is"),
    ],
)
def test_verb_and_preposition_say_what_happens(verb, small, expected):
    relations = [(small, "prep", verb), ("mill", "pobj", small)]
    assert way(f"Ines {verb} {small} the mill.", relations, verb=verb) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("entered", "arrives"), ("left", "leaves"), ("crossed", "is"), ("painted", None)],
)
def test_some_verbs_have_the_place_as_their_object(verb, expected):
    assert way(f"Ines {verb} the mill.", [("mill", "dobj", verb)], verb=verb) == expected


def test_a_way_out_may_take_two_prepositions():
    relations = [("out", "prep", "ran"), ("of", "prep", "out"), ("mill", "pobj", "of")]
    assert way("Ines ran out of the mill.", relations, verb="ran") == "leaves"


def test_a_part_of_a_place_is_in_it():
    relations = [
        ("in", "prep", "sat"),
        ("corner", "pobj", "in"),
        ("of", "prep", "corner"),
        ("mill", "pobj", "of"),
    ]
    assert way("Ines sat in the corner of the mill.", relations, verb="sat") == "is"
    relations[1] = ("picture", "pobj", "in")
    relations[2] = ("of", "prep", "picture")
    assert way("Ines sat in the picture of the mill.", relations, verb="sat") is None


def test_the_floor_of_a_place_is_in_it():
    relations = [("on", "prep", "sat"), ("floor", "pobj", "on"), ("mill", "compound", "floor")]
    assert way("Ines sat on the mill floor.", relations, verb="sat") == "is"


def test_who_has_got_there_is_there():
    relations = [("had", "aux", "got"), ("to", "prep", "got"), ("mill", "pobj", "to")]
    assert way("Ines had got to the mill.", relations, verb="got") == "arrives"


def test_home_needs_no_preposition():
    assert way("Ines ran home.", [("home", "advmod", "ran")], verb="ran", place="home") == "arrives"
    assert way("Ines was home.", [("home", "advmod", "was")], verb="was", place="home") is None


def test_who_is_on_the_way_has_not_arrived():
    relations = [("was", "aux", "walking"), ("to", "prep", "walking"), ("mill", "pobj", "to")]
    assert way("Ines was walking to the mill.", relations, verb="walking") is None


def test_who_had_slept_there_may_be_gone_and_who_had_gone_there_is_there():
    slept = [("had", "aux", "slept"), ("in", "prep", "slept"), ("mill", "pobj", "in")]
    assert way("Ines had slept in the mill.", slept, verb="slept") is None
    gone = [("had", "aux", "gone"), ("to", "prep", "gone"), ("mill", "pobj", "to")]
    assert way("Ines had gone to the mill.", gone, verb="gone") == "arrives"


def test_who_goes_down_the_stairs_is_at_their_foot():
    relations = [("down", "prep", "ran"), ("stairs", "pobj", "down")]
    assert way("Ines ran down the stairs.", relations, verb="ran", place="stairs") == "leaves"


def test_who_came_up_the_lane_is_in_it_whatever_the_grammar_calls_it():
    relations = [("up", "prt", "came"), ("lane", "dobj", "up")]
    assert way("Ines came up the lane.", relations, verb="came", place="lane") == "is"


def test_the_kitchen_table_is_in_the_kitchen():
    relations = [("at", "prep", "sat"), ("table", "pobj", "at"), ("kitchen", "compound", "table")]
    assert way("Ines sat at the kitchen table.", relations, verb="sat", place="kitchen") == "is"


def test_a_key_to_a_place_leads_nobody_there():
    relations = [("key", "dobj", "took"), ("to", "prep", "took"), ("mill", "pobj", "to")]
    assert way("Ines took the key to the mill.", relations, verb="took") is None


def test_where_nobody_ever_was_is_no_stay():
    relations = [("in", "prep", "sat"), ("never", "neg", "in"), ("mill", "pobj", "in")]
    assert way("Ines sat never in the mill.", relations, verb="sat") is None


@pytest.mark.parametrize(("more", "expected"), [("since noon", "is"), ("before", None)])
def test_who_had_been_there_is_there_only_if_it_is_said_how_long(more, expected):
    adverb = more.split()[0]
    relations = [
        ("had", "aux", "been"),
        ("in", "prep", "been"),
        ("mill", "pobj", "in"),
        (adverb, "prep", "been"),
    ]
    assert way(f"Ines had been in the mill {more}.", relations, verb="been") == expected


def test_what_was_done_before_takes_along_what_is_joined_to_it():
    relations = [
        ("had", "aux", "packed"),
        ("slept", "conj", "packed"),
        ("in", "prep", "slept"),
        ("mill", "pobj", "in"),
    ]
    text = "Ines had packed and slept in the mill."
    story = marked(text)
    given = scores(story.document, relations=relations, tags={"packed": "VERB", "slept": "VERB"})
    assert route_of(Narration(story, given), row_of(story.document, "mill")) is None


def test_who_is_halfway_down_the_stairs_is_on_them():
    relations = [("halfway", "advmod", "was"), ("down", "prep", "was"), ("stairs", "pobj", "down")]
    assert way("Ines was halfway down the stairs.", relations, verb="was", place="stairs") == "is"


def test_a_second_way_belongs_to_the_last_verb_of_motion_before_it():
    relations = [
        ("crawled", "conj", "rise"),
        ("right", "advmod", "rise"),
        ("into", "prep", "right"),
        ("mill", "pobj", "into"),
    ]
    text = "Ines could not rise, so she crawled along and right into the mill."
    story = marked(text)
    tags = {"rise": "VERB", "crawled": "VERB"}
    told = Narration(story, scores(story.document, relations=relations, tags=tags))
    route = route_of(told, row_of(story.document, "mill"))
    assert route is not None
    assert told.words[route.verb] == "crawled"


def test_who_goes_down_the_path_to_a_place_gets_there():
    relations = [
        ("down", "prep", "went"),
        ("path", "pobj", "down"),
        ("to", "prep", "went"),
        ("mill", "pobj", "to"),
    ]
    assert way("Ines went down the path to the mill.", relations, verb="went") == "arrives"


def test_who_goes_across_the_yard_and_out_into_a_place_is_there_in_the_end():
    relations = [
        ("across", "prep", "went"),
        ("yard", "pobj", "across"),
        ("out", "conj", "across"),
        ("into", "prep", "out"),
        ("mill", "pobj", "into"),
    ]
    text = "Ines went across the yard and out into the mill."
    story = marked(text)
    given = scores(
        story.document, relations=relations, tags={"went": "VERB", "out": "ADP", "across": "ADP"}
    )
    route = route_of(Narration(story, given), row_of(story.document, "mill"))
    assert route is not None
    assert route.way == "arrives"


def test_who_crosses_the_grass_to_a_place_gets_there():
    relations = [("grass", "dobj", "crossed"), ("to", "prep", "crossed"), ("mill", "pobj", "to")]
    assert way("Ines crossed the grass to the mill.", relations, verb="crossed") == "arrives"


@pytest.mark.parametrize(("what", "expected"), [("rake", None), ("himself", "is")])
def test_who_hides_a_rake_in_the_mill_need_not_stay_there(what, expected):
    relations = [("Tom", "nsubj", "hid"), (what, "dobj", "hid"), ("in", "prep", "hid")]
    relations.append(("mill", "pobj", "in"))
    assert way(f"Tom hid {what} in the mill.", relations, verb="hid") == expected


def test_who_has_been_there_three_days_is_there():
    relations = [
        ("been", "ROOT", "been"),
        ("had", "aux", "been"),
        ("in", "prep", "been"),
        ("mill", "pobj", "in"),
        ("days", "npadvmod", "been"),
    ]
    assert way("Ines had been in the mill three days.", relations, verb="been") == "is"
