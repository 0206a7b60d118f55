"""Verbs that say what two people are to each other: marry, hire, tutor."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from fabula.labels import RelationKind
from fabula.lexicon.verb_forms import all_forms


class RelatingVerb(Struct, frozen=True):
    """What the subject of a verb is to its object, or to the noun behind a preposition.

    `over` is what is left where it used to be so, `planned` what it is already where it is to be;
    `particle` has to stand beside the verb, `helper` before it, none of `unless` behind it, and
    `shared` is the object of “shared an office with”.
    """

    kind: RelationKind
    prepositions: tuple[str, ...] = ()
    over: RelationKind | None = None
    particle: str | None = None
    shared: frozenset[str] = frozenset()
    planned: RelationKind | None = None
    helper: str | None = None
    unless: frozenset[str] = frozenset()


def _forms(verbs: str, *meanings: RelatingVerb) -> dict[str, tuple[RelatingVerb, ...]]:
    return dict.fromkeys(all_forms(verbs.split()), meanings)


VERBS: Mapping[str, tuple[RelatingVerb, ...]] = MappingProxyType(
    {
        **_forms(
            "marry wed",
            RelatingVerb("spouse", over="former_spouse", planned="engaged"),
            RelatingVerb("spouse", ("to",), over="former_spouse", planned="engaged"),
        ),
        **_forms(
            "divorce separate",
            RelatingVerb("former_spouse"),
            RelatingVerb("former_spouse", ("from",)),
        ),
        **_forms(
            "arrest capture imprison jail kidnap abduct shackle handcuff", RelatingVerb("captor")
        ),
        **_forms("serve", RelatingVerb("subordinate", ("under",))),
        **_forms("study", RelatingVerb("pupil", ("under",))),
        **_forms("tutor mentor coach", RelatingVerb("teacher")),
        **_forms("teach", RelatingVerb("teacher", unless=frozenset({"with"}))),
        **_forms("befriend", RelatingVerb("friend")),
        **_forms("adopt", RelatingVerb("guardian", unless=frozenset({"for", "as"}))),
        **_forms("raise rear foster", RelatingVerb("guardian")),
        "seeing": (RelatingVerb("lover", helper="been"),),
        **_forms("own", RelatingVerb("owner")),
        **_forms("lodge", RelatingVerb("flatmate", ("with",))),
        "betrothed": (RelatingVerb("engaged", ("to",), over="former_lover"),),
        "engaged": (RelatingVerb("engaged", ("to",), over="former_lover"),),
        "apprenticed": (RelatingVerb("pupil", ("to",)),),
        **_forms("belong", RelatingVerb("owned", ("to",))),
        **_forms(
            "work",
            RelatingVerb("colleague", ("with", "alongside")),
            RelatingVerb("employee", ("for",)),
            RelatingVerb("subordinate", ("under",)),
        ),
        **_forms("employ hire", RelatingVerb("employer")),
        "dating": (RelatingVerb("lover", over="former_lover"),),
        "dated": (RelatingVerb("former_lover"),),
        **_forms("go", RelatingVerb("lover", ("with",), over="former_lover", particle="out")),
        **_forms("break split", RelatingVerb("former_lover", ("with",), particle="up")),
        **_forms("bring", RelatingVerb("guardian", particle="up")),
        **_forms(
            "share",
            RelatingVerb("colleague", ("with",), shared=frozenset({"office", "desk"})),
            RelatingVerb("flatmate", ("with",), shared=frozenset({"flat", "apartment"})),
        ),
    }
)
