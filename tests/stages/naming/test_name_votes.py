from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.name_votes import with_one_type
from fabula.text import Span

TEXT = "Ferrow lay still. In Ferrow, the town, Ferrow slept."


def judged(*given):
    """Mentions of words by their number among the same words, with type, form and weight."""
    found = []
    for words, number, kind, form, weight in given:
        start = -1
        for _ in range(number):
            start = TEXT.index(words, start + 1)
        span = Span(start, start + len(words))
        found.append((FoundMention(span, kind, form, span, None), weight))
    return found


def types(*given):
    return [mention.type for mention in with_one_type(judged(*given), TEXT)]


def test_all_uses_of_a_name_have_the_type_that_most_speak_for():
    assert types(
        ("Ferrow", 1, "PER", "proper", 0.6),
        ("Ferrow", 2, "GPE", "proper", 0.9),
        ("Ferrow", 3, "GPE", "proper", 0.8),
    ) == ["GPE", "GPE", "GPE"]


def test_one_sure_use_outweighs_doubtful_ones():
    assert types(
        ("Ferrow", 1, "PER", "proper", 0.4),
        ("Ferrow", 2, "PER", "proper", 0.4),
        ("Ferrow", 3, "GPE", "proper", 0.9),
    ) == ["GPE", "GPE", "GPE"]


def test_a_description_keeps_its_own_type():
    assert types(("the town", 1, "GPE", "nominal", 0.5)) == ["GPE"]
