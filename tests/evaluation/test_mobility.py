import numpy as np
import pytest
from evaluation.mobility import Answers, figures, form_of, predict, story_of
from evaluation.mobility_data import Pair

from evaluation import mobility
from fabula.encoder import model
from fabula.encoder.scores import Candidates, Scores
from fabula.text import Span

TEXT = "In the boathouse Ada sang."


def pair(relation, *, valid=True):
    return Pair("A", TEXT, Span(17, 20), Span(3, 16), valid, relation)


def test_the_person_and_the_place_are_the_only_mentions_in_text_order():
    story = story_of(pair("IN"))
    assert [(m.type, story.document[m]) for m in story.mentions] == [
        ("LOC", "the boathouse"),
        ("PER", "Ada"),
    ]


@pytest.mark.parametrize(
    ("words", "form"), [("she", "pronominal"), ("Ada", "proper"), ("the cook", "nominal")]
)
def test_the_form_shows_in_the_words(words, form):
    assert form_of(words) == form


def test_relations_are_scored_on_valid_pairs_and_relatedness_on_all():
    pairs = [pair("IN"), pair("IN"), pair("TO"), pair("NONE", valid=False)]
    values = figures(Answers(pairs, ["IN", "TO", "TO", "IN"], "IN", commonest_related=True))
    assert values["relation_accuracy"] == pytest.approx(200 / 3)
    assert values["relation_macro_f1"] == pytest.approx(200 / 3)
    assert values["relation_baseline_accuracy"] == pytest.approx(200 / 3)
    assert values["relation_baseline_macro_f1"] == pytest.approx(40)
    assert values["related_accuracy"] == values["related_baseline_accuracy"] == 75


def scores_of(document):
    """The scores of a document: the state of a token repeats its row."""
    rows = np.arange(len(document.tokens))
    none = np.empty(0, dtype=np.int64)
    return Scores(
        states=np.repeat(rows[:, None], 384, axis=1).astype(np.float16),
        salience=np.zeros(len(rows), dtype=np.float32),
        events=np.zeros(len(rows), dtype=np.float32),
        tags=np.zeros(len(rows), dtype=np.uint8),
        heads=rows,
        relations=np.zeros(len(rows), dtype=np.uint8),
        scene_starts=np.zeros(1, dtype=np.float32),
        candidates=Candidates(none, none, none.astype(np.uint8), none.astype(np.float32)),
    )


def test_the_person_is_asked_about_the_place_wherever_the_two_stand(monkeypatch):
    """The made-up weights see IN only where the left vector is that of “Ada”, the fourth token."""

    def run(name, inputs):
        if name == "mentions":
            return {"vectors": np.repeat(inputs["first"][:, :1], 256, axis=1)}
        left = inputs["vectors"][inputs["left"][0], 0]
        right = inputs["vectors"][inputs["right"][0], 0]
        return {"score": np.array([[0, float((left, right) == (3, 1)), 0, 0, 0, 0]])}

    monkeypatch.setattr(model, "run", run)
    monkeypatch.setattr(mobility, "scores_of", scores_of)
    assert predict(pair("NONE")) == "IN"
