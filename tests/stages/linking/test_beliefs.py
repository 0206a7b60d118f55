import pytest

from fabula.stages.linking.beliefs import NEW, Beliefs


class Told:
    """Odds as they are told."""

    def __init__(self, **odds):
        self._odds = odds

    def odds(self, mention_id):
        return self._odds.get(mention_id)


def test_a_mention_is_whoever_its_antecedents_are():
    beliefs = Beliefs(Told(m3=[("m2", 1.0), ("m1", 2.0)]))
    beliefs.note("m1", {"ines": 1.0})
    beliefs.note("m2", {"ada": 1.0})
    assert beliefs.expected("m3") == pytest.approx({"ada": 1 / (NEW + 3), "ines": 2 / (NEW + 3)})


def test_doubt_is_carried_on():
    beliefs = Beliefs(Told(m2=[("m1", 9.0)]))
    beliefs.note("m1", {"ines": 0.6, "ada": 0.4})
    expected = beliefs.expected("m2")
    assert expected["ines"] / expected["ada"] == pytest.approx(1.5)


def test_a_mention_that_nobody_was_found_for_leaves_its_share_open():
    beliefs = Beliefs(Told(m2=[("m1", 9.0)]))
    assert beliefs.expected("m2") == {}


def test_of_a_name_nothing_is_expected():
    assert Beliefs(Told()).expected("m1") is None
