from hand_scored import document_of, scores

from fabula import pipeline
from fabula.formats.soundness import check
from fabula.sources import plain


def read(text, **given):
    """The story up to its events, and these."""
    by_hand = scores(document_of(text), **given)
    story = pipeline.analyse(plain.from_text(text), encoder=lambda _: by_hand, until="events")
    return story, story.events


def people(*words):
    return [(word, word, "PER", 0.9) for word in words]


def test_a_likely_word_is_an_event_and_an_unlikely_one_is_none():
    story, found = read("Ines sang. Tom might sleep.", events={"sang": 0.83, "sleep": 0.2})
    (event,) = found
    assert story.document[event] == "sang"
    assert event.realis == "actual"
    assert event.confidence == 0.83
    check(story)


def test_a_note_tells_no_event():
    text = "The Ferry\n\nDisclaimer: my sister wrote this.\n\nInes rowed home. Ines sang."
    story, found = read(text, events={"wrote": 0.9, "rowed": 0.9})
    assert [story.document[event] for event in found] == ["rowed"]


def test_what_a_word_carries_lies_outside():
    story, found = read("The rain’s stopping. Ines cheer’d.", events={"cheer’d": 0.9})
    assert [story.document[event] for event in found] == ["cheer"]


def test_participants_are_the_mentions_with_those_heads():
    story, found = read(
        "The tall girl threw Tom her hat.",
        spans=[("The", "girl", "PER", 0.9), ("her", "hat", "ITEM", 0.9), *people("Tom", "her")],
        events={"threw": 0.9},
        tags={"threw": "VERB"},
        relations=[
            ("The", "det", "girl"),
            ("tall", "amod", "girl"),
            ("girl", "nsubj", "threw"),
            ("Tom", "dative", "threw"),
            ("her", "poss", "hat"),
            ("hat", "dobj", "threw"),
        ],
    )
    words = {mention.id: story.document[mention] for mention in story.mentions}
    assert [words[each] for each in found[0].agents] == ["The tall girl"]
    assert [words[each] for each in found[0].patients] == ["her hat"]
    assert [words[each] for each in found[0].recipients] == ["Tom"]
    check(story)


def test_a_mention_of_two_people_stands_for_both():
    story, found = read(
        "Tom and Ines laughed.",
        spans=[("Tom", "Ines", "PER", 0.9), *people("Tom", "Ines")],
        events={"laughed": 0.9},
        tags={"laughed": "VERB"},
        relations=[("Tom", "nsubj", "laughed"), ("and", "cc", "Tom"), ("Ines", "conj", "Tom")],
    )
    words = {mention.id: story.document[mention] for mention in story.mentions}
    assert [words[each] for each in found[0].agents] == ["Tom and Ines"]


def test_a_place_named_with_the_word_is_where_it_happens():
    story, found = read(
        "Ines slept in the mill with the cat.",
        events={"slept": 0.9},
        spans=[*people("Ines"), ("the", "mill", "FAC", 0.9), ("the#2", "cat", "ITEM", 0.9)],
        relations=[
            ("Ines", "nsubj", "slept"),
            ("in", "prep", "slept"),
            ("mill", "pobj", "in"),
            ("the", "det", "mill"),
            ("with", "prep", "slept"),
            ("cat", "pobj", "with"),
        ],
    )
    words = {mention.id: story.document[mention] for mention in story.mentions}
    assert words[found[0].place_id] == "the mill"
    check(story)


def test_without_a_place_beside_the_word_there_is_none():
    _, found = read(
        "Ines sang to Tom.",
        events={"sang": 0.9},
        spans=people("Ines", "Tom"),
        relations=[("to", "prep", "sang"), ("Tom", "pobj", "to")],
    )
    assert found[0].place_id is None


def test_a_tool_and_a_time_are_those_named_with_the_word():
    story, found = read(
        "Ines cut the rope with a knife at noon.",
        events={"cut": 0.9},
        tags={"cut": "VERB"},
        spans=[*people("Ines"), ("the", "rope", "ITEM", 0.9), ("a", "knife", "ITEM", 0.9)],
        relations=[
            ("Ines", "nsubj", "cut"),
            ("rope", "dobj", "cut"),
            ("the", "det", "rope"),
            ("with", "prep", "cut"),
            ("a", "det", "knife"),
            ("knife", "pobj", "with"),
            ("at", "prep", "cut"),
            ("noon", "pobj", "at"),
        ],
    )
    words = {mention.id: story.document[mention] for mention in story.mentions}
    assert words[found[0].instrument_id] == "a knife"
    assert story.document[found[0].time] == "at noon"
    check(story)


def test_whose_arm_is_taken_has_it_happen_to_them():
    story, found = read(
        "Ines took Tom’s arm.",
        events={"took": 0.9},
        tags={"took": "VERB"},
        spans=people("Ines", "Tom’s"),
        relations=[
            ("Ines", "nsubj", "took"),
            ("Tom’s", "poss", "arm"),
            ("arm", "dobj", "took"),
        ],
    )
    words = {mention.id: story.document[mention] for mention in story.mentions}
    assert [words[each] for each in found[0].patients] == ["Tom"]


def test_what_is_told_in_speech_is_reported_by_the_speaker():
    story, found = read(
        "“Ada sank the boat,” said Tom.",
        events={"sank": 0.9, "said": 0.9},
        tags={"sank": "VERB", "said": "VERB"},
        spans=people("Ada", "Tom"),
        relations=[("Ada", "nsubj", "sank"), ("boat", "dobj", "sank"), ("Tom", "nsubj", "said")],
    )
    sank, said = found
    assert (sank.realis, said.realis) == ("reported", "actual")
    assert story.document[sank.frame] == "“Ada sank the boat,”"
    assert story.entity(sank.teller_id).name == "Tom"
    check(story)
