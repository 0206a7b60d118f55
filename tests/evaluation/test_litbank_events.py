import pytest
from evaluation.figures import Counts, NotMeasured
from evaluation.litbank_events import compare, figures
from evaluation.litbank_reading import Reading

from fabula.story import Event, EventId, Story
from fabula.text import Document, Paragraph


def reading(gold, *words):
    text = gold.text
    document = Document(
        text=text, name="7.txt", format="plain", paragraphs=(Paragraph(0, len(text)),)
    )
    starts = [text.index(word) for word in words]
    events = [
        Event(id=EventId(f"x{number}"), start=start, end=start + len(word))
        for number, (start, word) in enumerate(zip(starts, words, strict=True))
    ]
    return Reading(gold, Story(document=document).with_layer("events", events))


def test_a_trigger_is_right_if_it_is_the_same_word(rowing):
    compared = compare(reading(rowing, "waved", "had"))
    assert compared.counts == Counts(right=1, found=2, gold=1)
    assert compare(reading(rowing, "waved from")).counts == Counts(right=0, found=1, gold=1)


def test_the_figures_have_an_interval(rowing):
    values = figures([compare(reading(rowing, "waved")), compare(reading(rowing, "had"))])
    assert values["events_f1"] == 50
    assert (values["events_f1_low"], values["events_f1_high"]) == (0, 100)


def test_a_reading_without_the_layer_is_not_scored_as_0(rowing):
    document = reading(rowing).story.document
    with pytest.raises(NotMeasured, match="events"):
        compare(Reading(rowing, Story(document=document)))
