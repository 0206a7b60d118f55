from typing import get_args

from fabula.labels import INVERSES, RelationKind
from fabula.stages.relating.kinds import KIND_OF_NOUN, KIND_OF_PLURAL, kind_said


def test_every_kind_has_a_noun():
    said = set(KIND_OF_NOUN.values())
    assert said | {INVERSES.get(kind) for kind in said} >= set(get_args(RelationKind))


def test_only_what_holds_both_ways_is_said_of_several():
    assert KIND_OF_PLURAL["cousins"] == "cousin"
    assert "apprentices" not in KIND_OF_PLURAL


def test_words_before_the_noun_change_what_it_says():
    assert kind_said("husband", frozenset()) == "spouse"
    assert kind_said("husband", frozenset({"former"})) == "former_spouse"
    assert kind_said("husband", frozenset({"first"})) == "former_spouse"
    assert kind_said("husband", frozenset({"second"})) == "spouse"
    assert kind_said("sweetheart", frozenset({"old"})) == "former_lover"
    assert kind_said("friend", frozenset({"old"})) == "friend"
    assert kind_said("brother", frozenset({"imaginary"})) is None
    assert kind_said("friend", frozenset({"former"})) is None
