import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fabula.stages.chaining.apart import Apart
from fabula.stages.chaining.joining import Clusters, join_mentions, sure_links

NOBODY = -1


def rows(*values):
    return np.array(values, dtype=np.int64)


def chains(count, scored, sure=None, apart=None):
    """The chains of mentions by row; `scored` maps (earlier, later) to a logit."""
    ordered = sorted(scored, key=lambda pair: (pair[1], pair[0]))
    pairs = (rows(*(pair[0] for pair in ordered)), rows(*(pair[1] for pair in ordered)))
    logits = np.array([scored[pair] for pair in ordered], dtype=np.float32)
    sure = rows(*(sure or [NOBODY] * count))
    return list(join_mentions(count, pairs, logits, sure, apart).groups())


def test_a_mention_joins_its_likeliest_antecedent():
    found = chains(3, {(0, 1): -2.0, (0, 2): 1.0, (1, 2): 3.0})
    assert found == [([0], None), ([1, 2], None)]


def test_without_a_likely_antecedent_it_is_alone():
    assert chains(2, {(0, 1): -0.5}) == [([0], None), ([1], None)]


def test_names_are_together_before_anything_else_is_read():
    assert chains(4, {}, sure=[0, NOBODY, NOBODY, 0]) == [
        ([0, 3], 0),
        ([1], None),
        ([2], None),
    ]


def test_two_members_of_the_cast_never_share_a_chain():
    found = chains(3, {(0, 1): 5.0, (1, 2): 5.0}, sure=[0, NOBODY, 1])
    assert found == [([0, 1], 0), ([2], 1)]


def test_the_best_antecedent_decides_whatever_others_of_its_chain_say():
    scored = {(0, 1): 4.0, (0, 2): -9.0, (1, 2): 1.0}
    assert chains(3, scored) == [([0, 1, 2], None)]


def test_the_next_best_is_joined_where_the_best_is_someone_else():
    scored = {(0, 2): 5.0, (1, 2): 1.0}
    assert chains(3, scored, sure=[0, NOBODY, 1]) == [([0], 0), ([1, 2], 1)]


def test_a_mention_joins_nobody_whom_its_words_rule_out():
    scored = {(0, 1): 5.0}
    apart = Apart(members={1: frozenset({0})})
    assert chains(2, scored, [0, NOBODY], apart) == [([0], 0), ([1], None)]


def test_what_is_ruled_out_for_one_is_for_all_that_it_has_joined():
    scored = {(0, 1): 5.0, (1, 2): 1.0}
    apart = Apart(members={0: frozenset({0})})
    assert chains(3, scored, [NOBODY, NOBODY, 0], apart) == [([0, 1], None), ([2], 0)]


def test_a_brother_and_whose_he_is_are_never_one():
    scored = {(0, 1): 5.0, (0, 2): 5.0}
    apart = Apart(rows={1: 2, 2: 1})
    assert chains(3, scored, apart=apart) == [([0, 1], None), ([2], None)]


def test_someone_brought_in_is_nobody_of_the_cast_who_was_told_of_before():
    scored = {(0, 2): 5.0, (1, 2): 1.0}
    sure = [0, NOBODY, NOBODY]
    assert chains(3, scored, sure, Apart(introduced=frozenset({2}))) == [([0], 0), ([1, 2], None)]


def test_someone_brought_in_may_turn_out_to_be_one_of_the_cast():
    assert chains(2, {(0, 1): 2.0}, [NOBODY, 0], Apart(introduced=frozenset({0}))) == [([0, 1], 0)]


def test_a_name_brings_in_those_who_were_told_of_before_it():
    assert chains(2, {(0, 1): 2.0}, sure=[NOBODY, 0]) == [([0, 1], 0)]


def test_two_witnesses_are_enough_in_a_long_chain():
    scored = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 4.0}
    speak = {(0, 3): -9.0, (1, 3): 1.0, (2, 3): 1.0}
    assert chains(4, scored | speak) == [([0, 1, 2, 3], None)]


def test_links_hold_if_they_are_sure_enough_or_the_surest_there_are():
    trust = np.array([0.9, 0.5, 0.4, 0.3], dtype=np.float32)
    assert sure_links(rows(0, 0, 1, 1), trust, least=0.85).tolist() == [0, NOBODY, 1, NOBODY]


def test_a_story_without_links_has_no_sure_ones():
    assert sure_links(rows(), np.zeros(0, dtype=np.float32), least=0.85).tolist() == []


LINKS = st.lists(st.integers(-1, 2), min_size=1, max_size=14)


@given(LINKS, st.randoms(use_true_random=False))
def test_whatever_the_scores_every_mention_is_in_one_chain_of_one_person(sure, random):
    count = len(sure)
    scored = {
        (left, right): random.uniform(-4, 4) for right in range(count) for left in range(right)
    }
    found = chains(count, scored, sure=sure)
    assert sorted(row for members, _ in found for row in members) == list(range(count))
    for members, entity in found:
        assert {sure[row] for row in members} - {NOBODY} == ({entity} - {None})
    entities = [entity for _, entity in found if entity is not None]
    assert len(entities) == len(set(entities)) == len(set(sure) - {NOBODY})


def test_clusters_without_scores_hold_what_is_linked():
    assert list(Clusters(3, rows(1, NOBODY, 1)).groups()) == [([0, 2], 1), ([1], None)]
