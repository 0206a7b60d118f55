import msgspec
import pytest
from evaluation.gold_mentions import GoldMentions, read_with_gold

from evaluation.litbank import GoldMention
from fabula.formats.soundness import check


def test_the_mentions_are_the_annotated_ones_and_the_rest_is_read_as_usual(rowing):
    story = read_with_gold(rowing, None)
    assert [story.document[mention] for mention in story.mentions] == ["Ada", "the red boat", "She"]
    assert [mention.type for mention in story.mentions] == ["PER", "VEH", "PER"]
    assert "links" in story.layers
    check(story)


def with_mention(gold, words, text):
    start = text.index(words)
    mention = GoldMention(
        id="T1", start=start, end=start + len(words), type="PER", form="nominal", chain="x"
    )
    return msgspec.structs.replace(gold, text=text, mentions=(mention,), entities=(), events=())


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("the man in the boat", "man"),
        ("the old gardener", "gardener"),
        ("a woman who sang", "woman"),
        ("the cook, his sister", "cook"),
    ],
)
def test_the_head_comes_before_what_describes_it(rowing, words, head):
    class FindNothing:
        requires = ()
        provides = "mentions"

        def __call__(self, story):
            return ()

    gold = with_mention(rowing, words, f"They met {words} at noon.")
    story = read_with_gold(gold, None)
    (found,) = GoldMentions(gold, FindNothing())(story)
    assert story.document[found.head] == head


def test_a_mention_inside_a_quotation_says_so(rowing):
    text = "The cook smiled. “Give the gardener a plum,” she said."
    story = read_with_gold(with_mention(rowing, "the gardener", text), None)
    assert story.mentions[0].quotation_id == story.quotations[0].id
