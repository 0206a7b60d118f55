"""Scores of secrets against gold."""

from evaluation.testbed.records import Secret as GoldSecret
from evaluation.world_secrets import is_right

from fabula.story import EntityId, Secret
from fabula.text import Span

NAMES = {EntityId("e1"): "Ines", EntityId("e2"): "Tom", EntityId("e3"): "Odo"}
GOLD = GoldSecret(
    of="Ines has the lamp",
    about=("the lamp",),
    kept_by=("Ines",),
    kept_from=("Tom",),
    since=Span(0, 4),
)


def claim(keepers, hidden_from=()):
    return Secret(
        keeper_ids=tuple(map(EntityId, keepers)),
        from_ids=tuple(map(EntityId, hidden_from)),
        since=0,
        evidence=Span(0, 4),
    )


def test_a_claim_is_right_by_its_keeper_and_by_whom_it_is_kept_from():
    assert is_right(claim(["e1"], ["e2"]), GOLD, NAMES)
    assert not is_right(claim(["e2"], ["e1"]), GOLD, NAMES)
    assert not is_right(claim(["e1"], ["e3"]), GOLD, NAMES)


def test_what_is_kept_from_everybody_is_kept_from_each():
    assert is_right(claim(["e1"]), GOLD, NAMES)
    assert not is_right(claim(["e3"]), GOLD, NAMES)
