import numpy as np
from hand_scored import scores
from stage_by_stage import read_to

from fabula.encoder.pair_features import mention_table
from fabula.stages.chaining import pair_scores
from fabula.stages.chaining.pair_scores import PairReader

TEXT = "Ines waved to Ada. She laughed."


def counted(monkeypatch):
    """How many mentions the vectors of were worked out each time, in place of any weights."""
    asked = []

    def vectors(scores, first, last):
        asked.append(len(first))
        return np.ones((len(first), 256), dtype=np.float32)

    def score(vectors, left, right, features):
        return np.arange(len(left), dtype=np.float32)

    monkeypatch.setattr(pair_scores, "mention_vectors", vectors)
    monkeypatch.setattr(pair_scores, "score_coreference", score)
    return asked


def asked_of(reader, given, story):
    return reader(given, mention_table(story), np.array([0, 1]), np.array([1, 2]))


def test_vectors_of_the_same_mentions_are_worked_out_once(monkeypatch):
    worked_out, reader = counted(monkeypatch), PairReader()
    story = read_to("cast", TEXT)
    given = scores(story.document)
    assert asked_of(reader, given, story).tolist() == [0.0, 1.0]
    asked_of(reader, given, read_to("links", TEXT))
    assert worked_out == [3]


def test_other_mentions_and_other_documents_have_vectors_of_their_own(monkeypatch):
    worked_out, reader = counted(monkeypatch), PairReader()
    story, other = read_to("cast", TEXT), read_to("cast", TEXT + " Then Ada sang.")
    given = scores(story.document)
    asked_of(reader, given, story)
    asked_of(reader, given, other)
    asked_of(reader, scores(other.document), other)
    assert worked_out == [3, 4, 4]
