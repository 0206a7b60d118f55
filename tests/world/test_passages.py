from fabula.segmentation import segment
from fabula.sources import plain
from fabula.story import Story
from fabula.text import Span
from fabula.world.passages import MOST_QUOTED, passage


def story(text):
    return Story(document=segment(plain.from_text(text)))


def test_a_passage_is_the_sentence_with_its_place_in_the_file():
    found = passage(story("Tom slept.\n\nInes rowed home."), Span(17, 22))
    assert found.quote == "Ines rowed home."
    assert found.place == "3:6"
    assert (found.start, found.end) == (17, 22)


def test_a_long_sentence_is_cut_around_the_words():
    text = "Ines rowed and " + "rowed and " * 40 + "found Tom, " + "and rowed " * 40 + "home."
    start = text.index("found Tom")
    quote = passage(story(text), Span(start, start + 9)).quote
    assert "found Tom" in quote
    assert quote.startswith("…")
    assert quote.endswith("…")
    assert len(quote) <= MOST_QUOTED + 2
