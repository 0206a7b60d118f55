"""People named by what they are: “the customs officer”, “the doctor” for Dr. Hall."""

from collections.abc import Iterable, Iterator
from copy import copy

from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import LEAST_SURE, Named, Narration

ROLES = frozenset({"description in the cast", "title"})
"""Why a mention is linked to somebody who is called so elsewhere too."""

SURE_ROLE = 0.8
"""How sure it is who is meant: on the stories to learn from seven in eight were right."""

_POINTING = frozenset("the this that our my his her their".split())
_UNSURE = frozenset({"species", "dress"})
"""Beasts and strangers are told apart by these: of them a role says too little."""


def with_roles(told: Narration) -> Narration:
    """The same narration, in which a role also names the one person of the cast who has it.

    In “The officer was a young man” the officer is whoever the cast knows as an officer. Other
    stages pass over such links, for “he” may be one man and “the man” another.
    """
    roles = {
        link.mention_id: link.entity_id
        for link in told.story.links
        if link.reason in ROLES and link.confidence < LEAST_SURE
    }
    groups = {entity.id for entity in told.story.cast if entity.kind == "group"}
    heads = told.rows.rows_of([mention.head for mention in told.story.mentions]).tolist()
    people = dict(told.people)
    for row, mention in zip(heads, told.story.mentions, strict=True):
        entity_id = told.chains[mention.id].entity_id
        linked = roles.get(mention.id)
        if entity_id is None or linked != entity_id or entity_id in groups:
            continue
        small = {told.words[each] for each in told.hanging(row, "det", "poss")}
        if small & _POINTING and told.tags[row] == "NOUN":  # “the Courier” is a newspaper
            people.setdefault(row, Named(entity_id, row, SURE_ROLE))
    wider = copy(told)
    wider.people = people
    return wider


def without_unsure_roles(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs, less those that a role is too little to tell of; `told` is without roles."""
    for sign in signs:
        by_role = sign.who.row not in told.people
        if not (by_role and (sign.attribute in _UNSURE or sign.called)):
            yield sign
