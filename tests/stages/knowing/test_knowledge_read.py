"""What people come to know, read from stories marked by hand with arcs given by hand."""

from hand_scored import scores
from msgspec import structs
from related import marked

from fabula.formats.soundness import check
from fabula.stages.knowledge import FindKnowledge
from fabula.story import Custody, EntityId, Event, EventId, Presence, Relation
from fabula.text import Span


def read(prose, relations=(), tags=None, *, together=(), items=(), events=(), kin=(), **given):
    """(who, how, of whom or what, the words that say so); `together` are those of each scene."""
    story = marked(prose, **given)
    text = story.document.text
    mentions = [
        structs.replace(each, type="ITEM") if story.document[each] in items else each
        for each in story.mentions
    ]
    story = structs.replace(story, mentions=tuple(mentions))
    story = story.with_layer(
        "events",
        [
            Event(
                id=EventId(f"v{number}"), start=text.index(word), end=text.index(word) + len(word)
            )
            for number, word in enumerate(events, start=1)
        ],
    )
    presences = [
        Presence(scene_id=scene.id, entity_ids=tuple(map(EntityId, people)))
        for scene, people in zip(story.scenes, together, strict=False)
    ]
    story = story.with_layer("presence", presences)
    if kin:
        one, other = map(EntityId, kin)
        relation = Relation(a_id=one, b_id=other, kind="sibling", since=0, evidence=Span(0, 1))
        story = story.with_layer("relations", [relation])
    held = [
        Custody(item_id=chain.id, since=0, evidence=Span(0, 4))
        for chain in story.chains
        if any(_words(story, each) in items for each in chain.mention_ids)
    ]
    story = story.with_layer("items", held)
    found = FindKnowledge(scores(story.document, relations=relations, tags=tags))(story)
    check(story.with_layer("knowledge", found))
    return [(each.who_id, each.how, each.of_id, story.document[each.evidence]) for each in found]


def _words(story, mention_id):
    return next(story.document[each] for each in story.mentions if each.id == mention_id)


SAW = [("Ines", "nsubj", "saw"), ("Tom", "dobj", "saw")]


def test_one_who_sees_somebody_for_the_first_time_knows_of_them():
    found = read("{ines|Ines} saw {tom|Tom}.", SAW, {"saw": "VERB"})
    assert found == [("ines", "saw", "tom", "Ines saw Tom")]


def test_one_who_was_there_before_is_nothing_new():
    prose = "{tom|Tom} sat by {ines|Ines}.\n\n***\n\n{ines|Ines} saw {tom|Tom}."
    arcs = [("Ines#2", "nsubj", "saw"), ("Tom#2", "dobj", "saw")]
    assert read(prose, arcs, {"saw": "VERB"}, together=[("tom", "ines"), ("ines",)]) == []
    apart = read(prose, arcs, {"saw": "VERB"}, together=[("tom",), ("ines",)])
    assert [(who, of) for who, _, of, _ in apart] == [("ines", "tom")]


def test_what_is_denied_is_not_seen():
    denied = [*SAW, ("never", "neg", "saw")]
    assert read("{ines|Ines} never saw {tom|Tom}.", denied, {"saw": "VERB"}) == []


def test_one_who_could_hear_somebody_heard_them():
    heard = [("Ines", "nsubj", "hear"), ("could", "aux", "hear"), ("Tom", "dobj", "hear")]
    found = read("{ines|Ines} could hear {tom|Tom}.", heard, {"hear": "VERB"})
    assert found == [("ines", "heard", "tom", "Ines could hear Tom")]


def test_a_stranger_outside_the_cast_is_known_by_the_chain():
    arcs = [("Ines", "nsubj", "saw"), ("stranger", "dobj", "saw")]
    ((who, how, of, _),) = read("{ines|Ines} saw {?|a stranger}.", arcs, {"saw": "VERB"})
    assert (who, how) == ("ines", "saw")
    assert of.startswith("r")


def test_what_somebody_is_seen_to_do_is_known():
    arcs = [
        ("Ines", "nsubj", "saw"),
        ("jump", "ccomp", "saw"),
        ("Tom", "nsubj", "jump"),
    ]
    found = read(
        "{ines|Ines} saw {tom|Tom} jump.",
        arcs,
        {"saw": "VERB", "jump": "VERB"},
        events=["jump"],
    )
    assert [(who, of) for who, _, of, _ in found] == [("ines", "tom"), ("ines", "v1")]


def test_attention_that_is_drawn_to_somebody_is_seeing():
    arcs = [
        ("Ines’s", "poss", "attention"),
        ("attention", "nsubjpass", "drawn"),
        ("to", "prep", "drawn"),
        ("Tom", "pobj", "to"),
    ]
    found = read("{ines|Ines}’s attention was drawn to {tom|Tom}.", arcs, {"drawn": "VERB"})
    assert [(who, how, of) for who, how, of, _ in found] == [("ines", "saw", "tom")]


def test_one_who_is_told_about_somebody_knows_of_them():
    arcs = [
        ("Ines", "nsubj", "told"),
        ("Tom", "dobj", "told"),
        ("about", "prep", "told"),
        ("Odo", "pobj", "about"),
    ]
    found = read("{ines|Ines} told {tom|Tom} about {odo|Odo}.", arcs, {"told": "VERB"})
    assert found == [("tom", "told", "odo", "told Tom about Odo")]


def test_somebody_named_to_one_s_face_is_known_of():
    spoken = {"q1": ("ines", "tom")}
    found = read("“We met {odo|Odo} here. Go on,” said {ines|Ines} to {tom|Tom}.", spoken=spoken)
    assert found[1:] == [("tom", "told", "odo", "We met Odo here.")]


def test_questions_and_names_called_out_tell_nothing():
    spoken = {"q1": ("ines", "tom")}
    for prose in ("“Is {odo|Odo} here?” said {ines|Ines}.", "“Come, {odo|Odo}!” said {ines|Ines}."):
        assert [of for _, _, of, _ in read(f"{prose} {{tom|Tom}} sat.", spoken=spoken)] == ["ines"]


def test_news_of_one_who_is_known_is_still_news():
    prose = (
        "{tom|Tom} sat by {odo|Odo}.\n\n***\n\n"
        "“{odo|Odo} is engaged,” said {ines|Ines} to {tom|Tom}. “{odo|Odo} sings.”"
    )
    spoken = {"q1": ("ines", "tom"), "q2": ("ines", "tom")}
    found = read(prose, spoken=spoken, together=[("tom", "odo"), ("tom", "ines")])
    assert [(who, of, words) for who, _, of, words in found if of == "odo"] == [
        ("tom", "odo", "Odo is engaged,”")
    ]


def test_a_letter_is_read():
    found = read(
        "{ines|Ines} wrote: «I met {odo|Odo} in town.» {tom|Tom} laughed.",
        spoken={"q1": ("ines", "tom")},
    )
    assert [(who, how, of) for who, how, of, _ in found] == [("tom", "read", "odo")]


def test_one_who_was_seen_may_be_described_by_it():
    arcs = [
        ("stranger", "nsubj", "seen"),
        ("Tom", "nsubj", "seen"),
        ("seen", "relcl", "gone"),
    ]
    prose = "{?|The stranger} {tom|Tom} had seen was gone."
    ((who, how, _, words),) = read(prose, arcs, {"seen": "VERB"})
    assert (who, how, words) == ("tom", "saw", "stranger Tom had seen")


def test_a_figure_without_a_chain_is_known_by_the_seeing():
    arcs = [
        ("Ines’s", "poss", "attention"),
        ("attention", "nsubjpass", "drawn"),
        ("to", "prep", "drawn"),
        ("figure", "pobj", "to"),
        ("another", "det", "figure"),
    ]
    prose = "{ines|Ines}’s attention was drawn to another figure."
    found = read(prose, arcs, {"drawn": "VERB"}, events=["drawn"])
    assert [(who, how, of) for who, how, of, _ in found] == [("ines", "saw", "v1")]


def test_two_who_talk_know_of_each_other_unless_they_are_kin():
    prose = "“Hello,” said {ines|Ines} to {tom|Tom}."
    spoken = {"q1": ("ines", "tom")}
    assert read(prose, spoken=spoken) == [("tom", "heard", "ines", "“Hello,”")]
    assert read(prose, spoken=spoken, kin=("ines", "tom")) == []


def test_whoever_acts_before_somebody_s_eyes_is_known():
    arcs = [("Tom", "nsubj", "rowed")]
    prose = "{ines|Ines} sat. {tom|Tom} rowed. {odo|Odo}!"
    there = {"eyes": "ines", "together": [("ines", "tom", "odo")]}
    found = read(prose, arcs, {"rowed": "VERB"}, **there)
    assert [(who, how, of) for who, how, of, _ in found] == [("ines", "saw", "tom")]


SANK = [("I", "nsubj", "sank"), ("boat", "dobj", "sank")]


def test_what_somebody_says_they_did_is_told():
    prose = "“{tom|I} sank the boat,” said {tom|Tom} to {ines|Ines}."
    spoken = {"q1": ("tom", "ines")}
    found = read(prose, SANK, {"sank": "VERB"}, events=["sank"], spoken=spoken)
    assert [each for each in found if each[2] == "v1"] == [
        ("ines", "told", "v1", "I sank the boat,")
    ]
    doubted = [*SANK, ("never", "neg", "sank")]
    denied = prose.replace("I} sank", "I} never sank")
    found = read(denied, doubted, {"sank": "VERB"}, events=["sank"], spoken=spoken)
    assert [of for _, _, of, _ in found] == ["tom"]


def test_what_the_hearer_did_is_no_news_to_them():
    prose = "“{ines|You} sank the boat,” said {tom|Tom} to {ines|Ines}."
    arcs = [("You", "nsubj", "sank")]
    found = read(prose, arcs, {"sank": "VERB"}, events=["sank"], spoken={"q1": ("tom", "ines")})
    assert [of for _, _, of, _ in found] == ["tom"]


def test_one_who_is_told_what_somebody_does_is_told_of_them():
    prose = "{odo|Odo} ate. {tom|Tom} sat.\n\n***\n\n“{odo|Odo} snores,” said {ines|Ines}."
    given = {"spoken": {"q1": ("ines", "tom")}, "together": [("odo", "tom"), ("ines", "tom")]}
    arcs = [("Odo#2", "nsubj", "snores")]
    found = read(prose, arcs, {"snores": "VERB"}, **given)
    assert ("tom", "told", "odo", "Odo snores,”") in found
    perhaps = prose.replace("snores", "snores if you").replace("“", "“If ")
    assert [how for _, how, of, _ in read(perhaps, arcs, **given) if of == "odo"] == []


def test_one_who_is_told_where_a_thing_is_knows_of_it():
    prose = "“{?|The key} is here,” said {ines|Ines} to {tom|Tom}. {ines|Ines} sang."
    found = read(prose, items=("The key", "the key"), spoken={"q1": ("ines", "tom")})
    assert [(who, how) for who, how, of, _ in found if of.startswith("r")] == [("tom", "told")]


def test_one_who_looks_at_a_thing_has_seen_it():
    arcs = [("Ines", "nsubj", "looked"), ("at", "prep", "looked"), ("key", "pobj", "at")]
    prose = "{ines|Ines} looked at {?|the key}."
    found = read(prose, arcs, {"looked": "VERB"}, items=("The key", "the key"))
    assert [(who, how) for who, how, *_ in found] == [("ines", "saw")]
    assert read(prose, arcs, {"looked": "VERB"}) == []
