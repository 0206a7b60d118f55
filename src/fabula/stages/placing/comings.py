"""Arrivals and departures inside a scene, in the words that tell them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from fabula.lexicon.motion import MOTION_VERBS
from fabula.lexicon.verb_forms import all_forms, forms_of
from fabula.stages.placing.traces import ACTS, Trace, is_moved_before
from fabula.stages.telling.predicates import Predicate, predicates
from fabula.stages.telling.scene_narration import NarratedPerson, Passage
from fabula.story import Coming, EntityId, Move
from fabula.text import Span

REACH = 3
"""Words after a verb of motion in which “in” or “away” says where it leads."""

LEADS_UP = 80
"""Characters before an arrival in which somebody is told of already: “She knocked. She went in.”"""

LEAST_SURE = 0.5
"""A “he” linked with less confidence may be somebody who was there all along."""

_COMING = forms_of("come").all
_ENTERING = all_forms("enter arrive appear join".split())
_LEAVING = all_forms("leave depart exit flee vanish".split())
_GOING = MOTION_VERBS - all_forms("get drive fly sail row fall swing follow skip retire".split())
_WONT = frozenset({"every", "always", "often", "usually", "sometimes"})
"""“He came over every morning” is no coming."""
_IN = frozenset({"in", "into", "inside", "aboard", "indoors"})
_HERE = _IN | frozenset(
    "up over back through home round towards toward by along down onto on".split()
)
_AWAY = frozenset("out away off outside home upstairs downstairs".split())


def comings_in(
    passages: Sequence[Passage], traces: Sequence[Trace], present: Sequence[EntityId]
) -> tuple[Coming, ...]:
    """The arrivals and departures of one scene, in text order.

    `traces` are the signs of who is there, by where they stand; `present` are those who are.

    Finds:
        A person who comes, enters or steps in, and has done nothing in the scene before; one who
        leaves or goes out, and does nothing there afterwards while others do.
    Why it holds:
        Whoever acts already is where the scene is; whoever goes and acts on is followed by it.
    Misses:
        Comings told by a voice at the door or a knock; people who leave between two sentences.

    Example:
        “Ines lit the stove. Tom came in. She laughed, and he went out. Ines sat down.”: Tom
        arrives, Tom leaves.
    """
    acts = [trace for trace in traces if trace.weight >= ACTS]
    first = {
        who: min(each.start for each in group)
        for who, group in groupby(sorted(acts, key=_who), key=_who)
    }
    last = {each.entity_id: each.start for each in sorted(acts, key=lambda each: each.start)}
    found: list[Coming] = []
    for passage in passages:
        for person, move in _moves(passage):
            who = person.entity_id
            if who not in present or who is None or person.confidence < LEAST_SURE:
                continue
            span = Span(passage.start, passage.end)
            new = move == "arrives" and _is_new(who, person.start, first)
            if new or (move == "leaves" and _is_gone(who, passage, last)):
                found.append(Coming(who_id=who, move=move, evidence=span))
    return tuple(dict.fromkeys(found))


def _who(trace: Trace) -> EntityId:
    return trace.entity_id


def _is_new(who: EntityId, start: int, first: Mapping[EntityId, int]) -> bool:
    """Whether somebody has done nothing yet but what leads up to it, and others are there."""
    return first.get(who, start) >= start - LEADS_UP and len(first) > 1


def _is_gone(who: EntityId, passage: Passage, last: Mapping[EntityId, int]) -> bool:
    """Whether somebody does nothing more after this passage, and another does."""
    return last.get(who, passage.start) <= passage.end and any(
        done > passage.end for other, done in last.items() if other != who
    )


def _moves(passage: Passage) -> Iterator[tuple[NarratedPerson, Move]]:
    if _WONT & set(passage.words):
        return
    before: set[EntityId | None] = set()  # of whom this sentence tells what was before
    for predicate in predicates(passage):
        who = predicate.subject.entity_id
        if predicate.is_completed_before:
            before.add(who)
        if predicate.negated or predicate.is_supposed or who in before:
            continue
        move = _move(passage, predicate)
        if move is not None:
            yield predicate.subject, move
    for person in passage.people:
        if is_moved_before(passage, person):
            yield person, "arrives"


def _move(passage: Passage, predicate: Predicate) -> Move | None:
    verb = passage.words[predicate.verb]
    after = passage.words[predicate.verb + 1 : predicate.verb + 1 + REACH]
    if verb in _LEAVING:
        return None if _has_object(after) else "leaves"
    if verb in _COMING:
        itself = any(word.endswith("self") for word in after)  # “came to himself”
        here = not after or any(word in _HERE for word in after)
        return "arrives" if here and not itself else None
    if verb in _ENTERING or (verb in _GOING and any(word in _IN for word in after)):
        return "arrives"
    return "leaves" if verb in _GOING and any(word in _AWAY for word in after) else None


def _has_object(after: Sequence[str]) -> bool:
    """Whether something is left: “left the key on the table” is no departure."""
    return bool(after) and after[0][0].isalpha() and after[0] not in {"by", "with", "at", "for"}
