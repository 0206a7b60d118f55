import pytest

from fabula.lexicon.verb_forms import FINITE_ONLY_PAST, all_forms, finite_forms, forms_of


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("know", ("knows", "knew", "known", "knowing")),
        ("walk", ("walks", "walked", "walked", "walking")),
        ("hope", ("hopes", "hoped", "hoped", "hoping")),
        ("nod", ("nods", "nodded", "nodded", "nodding")),
        ("cry", ("cries", "cried", "cried", "crying")),
        ("watch", ("watches", "watched", "watched", "watching")),
        ("lie", ("lies", "lay", "lain", "lying")),
        ("see", ("sees", "saw", "seen", "seeing")),
        ("have", ("has", "had", "had", "having")),
        ("be", ("is", "was", "been", "being")),
    ],
)
def test_a_verb_has_its_four_further_forms(lemma, forms):
    verb = forms_of(lemma)
    assert (verb.third, verb.past, verb.participle, verb.gerund) == forms


def test_the_forms_of_several_verbs_are_one_set():
    assert all_forms(["see", "row"]) == frozenset(
        ["see", "sees", "saw", "seen", "seeing", "row", "rows", "rowed", "rowing"]
    )


def test_finite_forms_leave_participles_out():
    assert "seen" not in finite_forms(["see"])


def test_a_past_that_is_also_a_participle_is_not_surely_finite():
    assert "took" in FINITE_ONLY_PAST
    assert "heard" not in FINITE_ONLY_PAST
