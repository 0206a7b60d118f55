import pytest

from fabula.lexicon.verb_forms import all_forms, forms_of


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
