"""The worked examples are those of the papers that define the metrics."""

from itertools import permutations

import pytest
from evaluation.coreference_metrics import (
    CoreferenceScore,
    b_cubed,
    best_assignment,
    ceaf_e,
    muc,
    score,
)
from hypothesis import given
from hypothesis import strategies as st


def clusters(*words):
    return [frozenset(word) for word in words]


# Pradhan et al. (ACL 2014), the example that all metrics are worked out on.
KEY, RESPONSE = clusters("abc", "defg"), clusters("ab", "cd", "fghi")

# Luo (HLT-EMNLP 2005), table 1; the first two are those of Bagga and Baldwin (1998) as well.
TRUTH = clusters("12345", "67", "89ABC")
LUO = {
    "two joined": (clusters("12345", "6789ABC"), 0.733),
    "the large ones joined": (clusters("1234589ABC", "67"), 0.667),
    "all joined": (clusters("123456789ABC"), 0.294),
    "none joined": (clusters(*"123456789ABC"), 0.178),
}


def rounded(ratio):
    return round(ratio.recall / 100, 2), round(ratio.precision / 100, 2)


def test_the_worked_example_of_the_reference_scorer():
    assert rounded(muc(KEY, RESPONSE)) == (0.40, 0.40)
    assert rounded(b_cubed(KEY, RESPONSE)) == (0.42, 0.50)
    assert rounded(ceaf_e(KEY, RESPONSE)) == (0.65, 0.43)
    assert ceaf_e(KEY, RESPONSE).f1 == pytest.approx(52, abs=0.05)


@pytest.mark.parametrize(
    ("key", "response", "recall", "precision"),
    [
        (("ABCD",), ("AB", "CD"), 2 / 3, 1),
        (("AB", "CD"), ("ABCD",), 1, 2 / 3),
        (("ABCD",), ("ABCD",), 1, 1),
        (("ABC", "DEFG"), ("ABDE", "FG"), 3 / 5, 3 / 4),
    ],
)
def test_muc_counts_links_as_vilain_defines_them(key, response, recall, precision):
    ratio = muc(clusters(*key), clusters(*response))
    assert ratio.recall == pytest.approx(100 * recall)
    assert ratio.precision == pytest.approx(100 * precision)


def test_b_cubed_minds_which_clusters_are_joined_as_bagga_and_baldwin_do():
    small, large = LUO["two joined"][0], LUO["the large ones joined"][0]
    assert b_cubed(TRUTH, small).precision == pytest.approx(76.19, abs=0.01)
    assert b_cubed(TRUTH, large).precision == pytest.approx(58.33, abs=0.01)
    assert b_cubed(TRUTH, small).recall == b_cubed(TRUTH, large).recall == 100
    assert muc(TRUTH, small).precision == muc(TRUTH, large).precision == 90


@pytest.mark.parametrize("name", LUO)
def test_ceaf_e_is_that_of_luos_table(name):
    response, f1 = LUO[name]
    assert ceaf_e(TRUTH, response).f1 / 100 == pytest.approx(f1, abs=0.0005)


def test_mentions_of_one_side_alone_count_against_the_other():
    ratio = b_cubed(clusters("ab", "c"), clusters("ab", "d"))
    assert (ratio.recall, ratio.precision) == pytest.approx((200 / 3, 200 / 3))
    assert muc(clusters("ab"), clusters("ab", "cd")).precision == 50
    assert ceaf_e(clusters("a"), clusters("a", "b")).precision == 50


def test_documents_are_added_up_before_dividing():
    one, other = score(clusters("abcd"), clusters("ab", "cd")), score(clusters("ef"), [])
    assert (one + other).muc.recall == pytest.approx(100 * 2 / 4)
    assert (one + other).b_cubed.recall == pytest.approx(100 * 2 / 6)
    assert (one + other).ceaf_e.recall == pytest.approx(100 * (2 * 2 / 6) / 2)


def test_the_conll_score_is_the_mean_of_three():
    each = score(KEY, RESPONSE)
    assert each.conll == pytest.approx((each.muc.f1 + each.b_cubed.f1 + each.ceaf_e.f1) / 3)
    assert CoreferenceScore().conll == 0


@pytest.mark.parametrize("wrong", [clusters("ab", "bc"), clusters("ab", "")])
def test_what_is_no_partition_is_refused(wrong):
    for metric in (muc, b_cubed, ceaf_e):
        with pytest.raises(ValueError, match="cluster"):
            metric(wrong, clusters("abc"))
        with pytest.raises(ValueError, match="cluster"):
            metric(clusters("abc"), wrong)


@st.composite
def partitions(draw):
    """Mentions 0 to 11, each in one of six clusters or in none."""
    owners = draw(st.lists(st.integers(0, 6), min_size=12, max_size=12))
    groups = [{m for m, owner in enumerate(owners) if owner == n} for n in range(6)]
    return [frozenset(group) for group in groups if group]


@given(partitions())
def test_the_same_clusters_score_100(partition):
    each = score(partition, partition)
    for ratio in (each.b_cubed, each.ceaf_e):
        assert ratio.f1 == pytest.approx(100 if partition else 0)
    assert each.muc.f1 == pytest.approx(100 if any(len(c) > 1 for c in partition) else 0)


@given(partitions(), partitions(), st.randoms(use_true_random=False))
def test_neither_order_nor_names_of_mentions_matter(key, response, chance):
    names = chance.sample(range(100), 12)

    def shuffled(partition):
        return chance.sample([frozenset(names[m] for m in c) for c in partition], len(partition))

    one, other = score(key, response), score(shuffled(key), shuffled(response))
    for metric in ("muc", "b_cubed", "ceaf_e"):
        assert getattr(other, metric).f1 == pytest.approx(getattr(one, metric).f1)


@given(partitions(), partitions())
def test_recall_one_way_is_precision_the_other(key, response):
    there, back = score(key, response), score(response, key)
    for metric in ("muc", "b_cubed", "ceaf_e"):
        assert getattr(there, metric).recall == pytest.approx(getattr(back, metric).precision)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 5)),
        st.floats(0.1, 9, allow_subnormal=False),
        max_size=20,
    )
)
def test_the_assignment_is_the_best_of_all(weights):
    tried = (
        sum(weights.get(pair, 0.0) for pair in enumerate(columns))
        for columns in permutations(range(6), 5)
    )
    assert best_assignment(weights) == pytest.approx(max(tried))
