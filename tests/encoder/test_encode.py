import socket
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs

import fabula.encoder
from fabula.encoder import encode, model
from fabula.encoder.pieces import pieces_of
from fabula.encoder.scores import ENTITY_TYPES, PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.errors import ModelError
from fabula.text import Document

DocumentOf = Callable[[str], Document]

BOATS = "\n\n".join(
    f"Tamsin pushed boat number {number} into the stream. “Go on, little one!” she called. "
    f"It turned twice, bumped a stone, and sailed away under the bridge with {number + 3} ants."
    for number in range(24)
)


def arrays(scores: Scores) -> dict[str, np.ndarray]:
    """Every array of the scores by name."""
    found = {**structs.asdict(scores), **structs.asdict(scores.candidates)}
    del found["candidates"]
    return found


def at_once(monkeypatch: pytest.MonkeyPatch, windows: int) -> None:
    monkeypatch.setattr(fabula.encoder, "_WINDOWS_AT_ONCE", windows)


def test_each_token_gets_the_state_of_its_own_first_piece(
    plain_reader: None, document_of: DocumentOf
) -> None:
    document = document_of(BOATS)
    scores, pieces = encode(document), pieces_of(document)
    entries = pieces.ids[pieces.first]
    assert scores.states.shape == (len(document.tokens), 384)
    assert scores.states.dtype == np.float16
    assert np.array_equal(scores.states[:, 7], (entries / 100).astype(np.float16))
    assert np.array_equal(scores.salience, (entries / 1000).astype(np.float32))
    assert np.array_equal(scores.tags, entries % len(PARTS_OF_SPEECH))


def test_events_are_probabilities(plain_reader: None, document_of: DocumentOf) -> None:
    scores = encode(document_of("Then she rowed."))
    assert scores.events == pytest.approx([0.9526, 0.0474, 0.0474, 0.0474], abs=1e-4)


def test_scenes_are_told_by_what_stands_before_and_after_each_paragraph(
    plain_reader: None, document_of: DocumentOf
) -> None:
    # The vocabulary has rarer words further back.
    scores = encode(document_of("Owls hoot.\n\nthe the the\n\nMagpies chatter."))
    assert (scores.scene_starts > 0.5).tolist() == [True, False, True]


def test_heads_stay_in_their_sentences(plain_reader: None, document_of: DocumentOf) -> None:
    document = document_of(BOATS)
    scores = encode(document)
    roots = 0
    for sentence in document.sentences:
        own = [
            index
            for index, token in enumerate(document.tokens)
            if sentence.start <= token.start < sentence.end
        ]
        heads = scores.heads[own]
        assert own[0] <= heads.min() <= heads.max() <= own[-1]
        roots += sum(heads == own)
    assert roots == len(document.sentences)
    assert (scores.relations == RELATIONS.index("ROOT")).sum() == roots


def test_every_candidate_of_every_window_is_found_once(
    plain_reader: None, document_of: DocumentOf
) -> None:
    document = document_of(BOATS)
    candidates = encode(document).candidates
    tokens = np.arange(len(document.tokens))
    assert np.array_equal(candidates.first, tokens)
    assert np.array_equal(candidates.last, tokens)
    assert set(candidates.kind.tolist()) == {ENTITY_TYPES.index("PER")}


@pytest.mark.parametrize("windows", [1, 3, 100])
def test_the_batch_is_of_no_consequence(
    plain_reader: None,
    document_of: DocumentOf,
    monkeypatch: pytest.MonkeyPatch,
    windows: int,
) -> None:
    document = document_of(BOATS)
    usual = arrays(encode(document))
    at_once(monkeypatch, windows)
    for name, array in arrays(encode(document)).items():
        assert np.array_equal(array, usual[name]), name


def test_a_document_without_tokens_runs_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(model.FOLDER_VARIABLE, str(tmp_path))
    scores = encode(Document("", "nothing", "plain", ()))
    assert scores.states.shape == (0, 384)
    assert all(len(array) == 0 for array in arrays(scores).values())


def test_a_text_cannot_be_read_without_weights(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, document_of: DocumentOf
) -> None:
    monkeypatch.setenv(model.FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(ModelError):
        encode(document_of("Once there was a boat."))


def test_the_weights_fill_every_score(document_of: DocumentOf) -> None:
    document = document_of(BOATS)
    scores = encode(document)
    tokens = len(document.tokens)
    for name in ("states", "salience", "events", "tags", "heads", "relations"):
        assert len(getattr(scores, name)) == tokens
    assert np.isfinite(scores.states).all()
    assert np.isfinite(scores.salience).all()
    for chances in (scores.events, scores.scene_starts, scores.candidates.probability):
        assert 0 <= chances.min(initial=0) <= chances.max(initial=0) <= 1
    assert len(scores.scene_starts) == len(document.paragraphs)
    assert scores.tags.max() < len(PARTS_OF_SPEECH)
    assert scores.relations.max() < len(RELATIONS)


def test_the_weights_say_the_same_twice(document_of: DocumentOf) -> None:
    document = document_of(BOATS)
    once, again = arrays(encode(document)), arrays(encode(document))
    for name, array in once.items():
        assert np.array_equal(array, again[name]), name


@pytest.mark.parametrize("windows", [1, 3])
def test_a_result_does_not_depend_on_what_else_is_in_the_batch(
    document_of: DocumentOf, monkeypatch: pytest.MonkeyPatch, windows: int
) -> None:
    document = document_of(BOATS)
    usual = arrays(encode(document))
    at_once(monkeypatch, windows)
    for name, array in arrays(encode(document)).items():
        assert np.array_equal(array, usual[name]), name


def test_the_weights_know_a_sailor_from_her_boat(document_of: DocumentOf) -> None:
    document = document_of("Tamsin rowed the old boat across the lake. She sang as she went.")
    scores = encode(document)
    words = [document[token] for token in document.tokens]
    likely = scores.candidates.probability > 0.3
    people = scores.candidates.first[likely & (scores.candidates.kind == 0)].tolist()
    assert words.index("Tamsin") in people
    assert words.index("boat") not in people
    assert PARTS_OF_SPEECH[scores.tags[words.index("rowed")]] == "VERB"
    assert scores.heads[words.index("Tamsin")] == words.index("rowed")
    assert RELATIONS[scores.relations[words.index("Tamsin")]] == "nsubj"
    assert scores.events[words.index("rowed")] > scores.events[words.index("lake")]


def test_reading_opens_no_socket(document_of: DocumentOf, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the encoder opened a socket")

    monkeypatch.setattr(socket.socket, "__init__", refuse)
    assert len(encode(document_of("The lamp was lit.")).events) == 5
