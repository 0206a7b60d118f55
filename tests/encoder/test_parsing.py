import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fabula.encoder.parsing import ROOT, Choices, choices_in, trees
from fabula.encoder.scores import RELATIONS
from fabula.encoder.windows import Window

SUBJECT, OBJECT = RELATIONS.index("nsubj"), RELATIONS.index("dobj")


def heads(chosen: list[int], margins: list[float], sentences: list[int]) -> list[int]:
    choices = Choices(
        np.array(chosen),
        np.array(margins, dtype=np.float32),
        np.full(len(chosen), SUBJECT, dtype=np.uint8),
    )
    return trees(choices, np.array(sentences))[0].tolist()


def choices(
    arc: np.ndarray, sentences: np.ndarray, window: Window, relation: np.ndarray | None = None
) -> Choices:
    if relation is None:
        relation = np.zeros((len(arc), len(RELATIONS)))
    return choices_in(window, arc.astype(np.float32), relation.astype(np.float32), sentences)


def test_a_token_chooses_the_head_it_likes_best() -> None:
    arc = np.array([[0, 5, 1], [0, 9, 1], [4, 3, 0]])
    found = choices(arc, np.zeros(3, dtype=int), Window(slice(0, 3), slice(0, 3), slice(0, 3)))
    assert found.head.tolist() == [1, 2, 0]
    assert found.root_margin.tolist() == [-5, 8, -4]


def test_a_head_never_lies_outside_the_sentence() -> None:
    arc = np.array([[0, 5, 9], [0, 0, 9], [9, 5, 0]])
    window = Window(slice(0, 3), slice(0, 3), slice(0, 3))
    found = choices(arc, np.array([0, 0, 1]), window)
    assert found.head.tolist() == [1, 0, 2]
    assert found.root_margin[2] == np.inf


def test_tokens_of_the_core_may_choose_from_the_context() -> None:
    arc = np.zeros((5, 5))
    arc[1, 0], arc[2, 3] = 7, 7  # the last column and row are padding
    arc[:, 4] = 9
    window = Window(seen=slice(10, 14), core=slice(11, 13), rows=slice(10, 14))
    assert choices(arc, np.zeros(20, dtype=int), window).head.tolist() == [10, 13]


def test_only_the_root_can_have_the_relation_of_a_root() -> None:
    relation = np.zeros((2, len(RELATIONS)))
    relation[:, ROOT], relation[0, OBJECT], relation[1, SUBJECT] = 9, 5, 5
    arc = np.array([[0, 5], [0, 5]])
    window = Window(slice(0, 2), slice(0, 2), slice(0, 2))
    sentences = np.zeros(2, dtype=np.int64)
    found = choices(arc, sentences, window, relation)
    assert found.relation.tolist() == [OBJECT, SUBJECT]
    assert trees(found, sentences)[1].tolist() == [OBJECT, ROOT]


def test_the_token_that_most_prefers_it_becomes_the_root() -> None:
    assert heads([1, 0, 1], [-5, 2, 1], [0, 0, 0]) == [1, 1, 1]


def test_every_sentence_has_a_root_of_its_own() -> None:
    assert heads([1, 0, 3, 2], [-5, 2, 3, 1], [0, 0, 1, 1]) == [1, 1, 2, 2]


def test_a_loop_of_two_is_opened_at_the_one_more_like_a_root() -> None:
    assert heads([1, 0, 0, 2], [-9, -3, 5, -9], [0] * 4) == [1, 2, 2, 2]


def test_two_circles_are_opened_one_by_one() -> None:
    chosen = [1, 2, 0, 4, 5, 3, 0]
    assert heads(chosen, [-1, -2, -3, -6, -5, -4, 9], [0] * 7) == [6, 2, 0, 4, 5, 6, 6]


def test_a_verb_with_a_passive_auxiliary_has_a_passive_subject() -> None:
    # “She was seen, and Tom saw”: She, was and and hang on seen, Tom on saw.
    names = ["nsubj", "auxpass", "ROOT", "cc", "nsubj", "conj"]
    choices = Choices(
        np.array([2, 2, 2, 2, 5, 2]),
        np.array([0, 0, 9, 0, 0, 0], dtype=np.float32),
        np.array([RELATIONS.index(name) for name in names], dtype=np.uint8),
    )
    relations = trees(choices, np.zeros(6, dtype=np.int64))[1].tolist()
    assert RELATIONS[relations[0]] == "nsubjpass"
    assert RELATIONS[relations[4]] == "nsubj"


def test_a_token_alone_in_a_sentence_is_its_root() -> None:
    assert heads([0, 2, 1], [np.inf, 1, 0], [0, 1, 1]) == [0, 1, 1]


def test_no_tokens_have_no_heads() -> None:
    nothing = np.empty(0, dtype=np.int64)
    found = trees(Choices(nothing, nothing.astype(np.float32), nothing.astype(np.uint8)), nothing)
    assert [len(array) for array in found] == [0, 0]


@st.composite
def free_choices(draw: st.DrawFn) -> tuple[list[int], list[float], list[int]]:
    """Any heads within sentences of any length, with any wish to be the root."""
    lengths = draw(st.lists(st.integers(1, 30), min_size=1, max_size=6))
    chosen, sentences = [], []
    for number, length in enumerate(lengths):
        start = len(chosen)
        chosen += [start + draw(st.integers(0, length - 1)) for _ in range(length)]
        sentences += [number] * length
    margins = draw(st.lists(st.floats(-9, 9, width=32), min_size=len(chosen), max_size=len(chosen)))
    return chosen, margins, sentences


@given(free_choices())
def test_every_sentence_is_one_tree(free: tuple[list[int], list[float], list[int]]) -> None:
    chosen, margins, sentences = free
    found = heads(chosen, margins, sentences)
    roots = [token for token, head in enumerate(found) if head == token]
    assert [sentences[root] for root in roots] == sorted(set(sentences))
    for token in range(len(found)):
        assert sentences[found[token]] == sentences[token]
        reached = token
        for _ in found:
            reached = found[reached]
        assert reached in roots
