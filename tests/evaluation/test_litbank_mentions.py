import pytest
from evaluation.figures import Counts
from evaluation.litbank_mentions import by_type, compare, figures
from evaluation.litbank_reading import Reading

from fabula.story import Mention, MentionId, Story
from fabula.text import Document, Paragraph, Span


def found(text, number, words, kind, form):
    start = text.index(words)
    span = Span(start, start + len(words))
    return Mention(
        id=MentionId(f"m{number}"), start=span.start, end=span.end, type=kind, form=form, head=span
    )


@pytest.fixture
def compared(rowing):
    text = rowing.text
    document = Document(
        text=text, name="7.txt", format="plain", paragraphs=(Paragraph(0, len(text)),)
    )
    mentions = (
        found(text, 1, "Ada", "PER", "proper"),
        found(text, 2, "the red boat", "LOC", "nominal"),
        found(text, 3, "She", "PER", "pronominal"),
        found(text, 4, "the oars", "ITEM", "nominal"),
    )
    return compare(Reading(rowing, Story(document=document).with_layer("mentions", mentions)))


def test_the_entity_layer_has_no_pronouns(compared):
    assert compared.entity_counts == Counts(right=1, found=2, gold=2)


def test_the_coreference_layer_has_them(compared):
    assert compared.mention_counts == Counts(right=2, found=3, gold=3)


def test_a_wrong_type_is_an_error_only_where_types_count(compared):
    assert compared.span_counts == Counts(right=3, found=3, gold=3)
    kinds = by_type([compared], pronouns=False)
    assert (kinds["VEH"], kinds["LOC"]) == (Counts(0, 0, 1), Counts(0, 1, 0))


def test_the_figures_keep_the_two_layers_apart(compared):
    values = figures([compared])
    assert values["entities_f1"] == pytest.approx(50)
    assert values["mentions_f1"] == pytest.approx(200 / 3)
    assert values["mention_spans_f1"] == 100
