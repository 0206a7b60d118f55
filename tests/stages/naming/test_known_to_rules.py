from hand_scored import document_of

from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.story import Mention, MentionId, Story
from fabula.text import Span


def known(text, *marked):
    """What the rules see of these mentions: words, type, form, head word."""
    mentions = []
    for number, (words, kind, form, head) in enumerate(marked, start=1):
        start = text.index(words)
        at = text.index(head, start)
        mentions.append(
            Mention(
                id=MentionId(f"m{number}"),
                start=start,
                end=start + len(words),
                type=kind,
                form=form,
                head=Span(at, at + len(head)),
            )
        )
    story = Story(document=document_of(text), mentions=tuple(mentions))
    return [story.document[mention] for mention in known_to_rules(story)]


def test_things_and_places_without_a_name_are_unknown():
    text = "Odo rowed the boat to Ferrow."
    boat = ("the boat", "VEH", "nominal", "boat")
    assert known(text, boat, ("Ferrow", "GPE", "proper", "Ferrow")) == ["Ferrow"]


def test_it_is_unknown_and_so_are_the_pronouns_of_things():
    text = "They saw it and its mast."
    marked = [("They", "PER", "pronominal", "They"), ("it", "PER", "pronominal", "it")]
    assert known(text, *marked, ("its", "VEH", "pronominal", "its")) == ["They"]


def test_a_description_is_read_up_to_its_noun():
    text = "The girl who had sold him the boat waved."
    girl = ("The girl who had sold him the boat", "PER", "nominal", "girl")
    assert known(text, girl, ("him", "PER", "pronominal", "him")) == ["The girl", "him"]


def test_a_tail_that_tells_one_from_another_is_read():
    text = "The man with the red beard waved."
    assert known(text, ("The man with the red beard", "PER", "nominal", "man")) == [
        "The man with the red beard"
    ]


def test_several_people_are_left_to_their_names():
    text = "Tom and Ines waved."
    both = ("Tom and Ines", "PER", "proper", "Tom")
    one, other = ("Tom", "PER", "proper", "Tom"), ("Ines", "PER", "proper", "Ines")
    assert known(text, both, one, other) == ["Tom", "Ines"]
    assert known(text, both, other) == ["Ines"]


def test_the_same_words_are_seen_once():
    text = "The girl at the window waved."
    long = ("The girl at the window", "PER", "nominal", "girl")
    assert known(text, long, ("The girl", "PER", "nominal", "girl")) == ["The girl"]


def test_a_name_is_read_without_the_words_around_it():
    text = "We waved at poor Odo."
    odo = Mention(
        id=MentionId("m1"),
        start=12,
        end=20,
        type="PER",
        form="proper",
        head=Span(17, 20),
        name_span=Span(17, 20),
    )
    story = Story(document=document_of(text), mentions=(odo,))
    assert [story.document[mention] for mention in known_to_rules(story)] == ["Odo"]
