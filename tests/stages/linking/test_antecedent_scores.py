import numpy as np
import pytest
from hand_scored import scores
from stage_by_stage import read_to

from fabula.stages.linking.antecedent_scores import NAME_WEIGHT, REACH, antecedent_scores


def read(text, score_pairs):
    story = read_to("cast", text)
    found = antecedent_scores(story, scores(story.document), score_pairs)
    return story, found


def even(scores, table, left, right):
    return np.zeros(len(left), dtype=np.float32)


def odds_of(text, word, score_pairs):
    """The odds of each mention before the last one of these words, as written."""
    story, found = read(text, score_pairs)
    words = {mention.id: story.document[mention] for mention in story.mentions}
    last = [mention_id for mention_id, each in words.items() if each == word][-1]
    odds = found.odds(last)
    return None if odds is None else [(words[each], weight) for each, weight in odds]


def test_a_pronoun_meets_the_mentions_before_it_the_nearest_first():
    found = odds_of("Ines waved. The girl laughed. Then she sang.", "she", even)
    assert [word for word, _ in found] == ["The girl", "Ines"]


def test_a_name_counts_more_than_a_description():
    found = odds_of("Ines waved. The girl laughed. Then she sang.", "she", even)
    assert [weight for _, weight in found] == pytest.approx([1.0, NAME_WEIGHT])


def test_a_name_is_not_asked_about():
    assert odds_of("Ada waved. Ines laughed.", "Ines", even) is None


def test_a_description_is_not_asked_about():
    assert odds_of("Ada waved. The girl laughed.", "The girl", even) is None


def test_you_and_i_in_speech_wait_for_the_speakers():
    text = "“I saw you,” said Ines. She laughed."
    assert [word for word, _ in odds_of(text, "She", even)] == ["Ines"]
    assert odds_of(text, "you", even) is None


def test_places_are_nobody():
    text = "Ines went to Paris. Then she sang."
    assert [word for word, _ in odds_of(text, "she", even)] == ["Ines"]


def test_certainty_has_odds_too():
    def certain(scores, table, left, right):
        return np.full(len(left), 500.0, dtype=np.float32)

    ((_, weight),) = odds_of("Ines waved. Then she sang.", "she", certain)
    assert np.isfinite(weight)


def test_a_long_story_costs_a_bounded_number_of_pairs_for_each_mention():
    asked = []

    def counted(scores, table, left, right):
        asked.append(len(left))
        return even(scores, table, left, right)

    story, _ = read("Ines waved. She sang. " * 200, counted)
    assert asked[0] <= 200 * REACH
    assert len(story.mentions) == 400


def test_a_story_without_people_has_no_scores():
    _, found = read("It rained on the hills.", even)
    assert found.odds("m1") is None
