import pytest
from evaluation.coreference_metrics import score
from evaluation.litbank_coreference import Scored, figures, key_of, response_of

from fabula.story import EntityId, Link, Mention, MentionId, Story
from fabula.text import Document, Paragraph, Span


def story_of(gold, *found):
    """A story with mentions of (words, type, entity or None)."""
    document = Document(
        text=gold.text, name="7.txt", format="plain", paragraphs=(Paragraph(0, len(gold.text)),)
    )
    mentions, links = [], []
    for number, (words, kind, entity) in enumerate(found):
        start = gold.text.index(words)
        span = Span(start, start + len(words))
        name = MentionId(f"m{number}")
        mentions.append(
            Mention(id=name, start=start, end=span.end, type=kind, form="nominal", head=span)
        )
        if entity:
            links.append(
                Link(mention_id=name, entity_id=EntityId(entity), reason="", confidence=1.0)
            )
    story = Story(document=document).with_layer("mentions", mentions)
    return story.with_layer("links", links)


def test_the_same_chains_score_100(rowing):
    story = story_of(
        rowing, ("Ada", "PER", "e1"), ("the red boat", "VEH", None), ("She", "PER", "e1")
    )
    assert sorted(map(sorted, response_of(story))) == sorted(map(sorted, key_of(rowing)))
    assert figures([Scored("7", score(key_of(rowing), response_of(story)))], "predicted")[
        "predicted_conll"
    ] == pytest.approx(100)


def test_portable_things_do_not_count(rowing):
    story = story_of(rowing, ("Ada", "PER", "e1"), ("the oars", "ITEM", None))
    assert response_of(story) == [{(0, 3)}]


def test_two_mentions_of_the_same_words_count_once(rowing):
    story = story_of(rowing, ("Ada", "PER", "e1"), ("Ada", "ORG", "e2"))
    assert response_of(story) == [{(0, 3)}]
