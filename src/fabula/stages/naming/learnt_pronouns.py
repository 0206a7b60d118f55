"""Which pronouns a story uses of each name, learnt from the story itself.

A pronoun after several names may mean any of them. Each pronoun is shared out among the names
before it, the nearer and the subjects more; names that the story so far uses with another
pronoun get less of it. A few rounds of this settle nearly every name.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.lexicon.given_names import pronoun_by_ending, usual_pronoun
from fabula.lexicon.pronouns import GENDERED, PRONOUNS, Agreement, Pronoun
from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.stages.naming.named_mentions import NamedMention
from fabula.stages.naming.person_names import PersonName
from fabula.story import Mention, Story

PRONOUN_REACH = 240
"""Characters after a name within which a pronoun may mean it: two or three sentences."""

ROUNDS = 4
"""Shares hardly change after that."""

LEAST_SHARE = 1.5
"""About two clear pronouns."""

WINNING_SHARE = 0.6

PLURAL_FACTOR = 3.0
"""“They” has to be this much commoner than he and she together to be one person's."""

USUAL_WEIGHT = 2.0
"""What a usual given name counts for: as much as two clear pronouns."""

ENDING_WEIGHT = 1.0
"""What the ending of an unknown name counts for: a hint, less than two pronouns."""

TITLE_WEIGHT = 50.0
"""A title leaves no doubt."""

_NEARNESS = (1.0, 0.45, 0.2)
"""The name before, the one before that, and the third: how likely each is meant."""

REPEATED = 0.1
"""A pronoun after a pronoun or a noun says little about the name before them."""

_SINGULAR: tuple[Agreement, ...] = ("he", "she")
_OTHERS: tuple[Agreement, ...] = ("they", "neo")
_LEARNT: tuple[Agreement, ...] = (*_SINGULAR, *_OTHERS)

Votes = Mapping[Agreement, float]


class _Sighting(Struct, frozen=True, gc=False):
    """One pronoun and the names it may mean, each with a weight."""

    agreement: Agreement
    weights: tuple[tuple[str, float], ...]


def learnt_pronoun(votes: Votes) -> Agreement | None:
    """The pronoun that most of the votes agree on; None where they are few or divided.

    “They” and the rarer ones are only taken where he and she are hardly used at all, since
    “they” after a name mostly means several people.
    """
    singular = sum(votes.get(agreement, 0.0) for agreement in _SINGULAR)
    for agreement in _OTHERS:
        if votes.get(agreement, 0.0) > max(PLURAL_FACTOR * singular, 2 * LEAST_SHARE):
            return agreement
    if singular < LEAST_SHARE:
        return None
    best = max(_SINGULAR, key=lambda agreement: votes.get(agreement, 0.0))
    return best if votes[best] >= WINNING_SHARE * singular else None


def learn_pronouns(story: Story, people: Sequence[NamedMention]) -> Mapping[str, Votes]:
    """For each name's key how many pronouns of each kind the narration uses of it.

    Finds:
        In narration, pronouns within a few sentences after a name.
    Why it holds:
        A pronoun mostly means the nearest name that agrees with it, a subject before others.
    Misses:
        People who are always seen beside someone with the same pronoun and never alone.

    Example:
        “Ines saw Tom. She waved, and he waved back.” gives she to Ines and he to Tom if either
        is known from elsewhere in the story.
    """
    sightings = list(_sightings(story, people))
    priors = {item.key: _prior(item.name) for item in people}
    votes: Mapping[str, Votes] = priors
    shares: defaultdict[str, defaultdict[Agreement, float]] = defaultdict(_no_votes)
    for _ in range(ROUNDS):
        shares = defaultdict(_no_votes)
        for sighting in sightings:
            for key, part in _shared_out(sighting, votes):
                shares[key][sighting.agreement] += part
        votes = {
            key: {kind: prior[kind] + shares[key][kind] for kind in _LEARNT}
            for key, prior in priors.items()
        }
    return {key: dict(shares[key]) for key in priors}


def _no_votes() -> defaultdict[Agreement, float]:
    return defaultdict(float)


def _prior(name: PersonName) -> dict[Agreement, float]:
    prior: dict[Agreement, float] = dict.fromkeys(_SINGULAR, 0.5)
    # “they” is mostly several people; it takes more of it to be one person's pronoun.
    prior |= {"they": 0.1, "neo": 0.1}
    if name.pronoun is not None:
        prior[name.pronoun] += TITLE_WEIGHT
        return prior
    word = name.given[0] if name.given else name.single or ""
    usual = GENDERED.get(usual_pronoun(word) or "")
    by_ending = GENDERED.get(pronoun_by_ending(word) or "")
    if usual is not None:
        prior[usual] += USUAL_WEIGHT
    elif by_ending is not None:
        prior[by_ending] += ENDING_WEIGHT
    return prior


def _shared_out(sighting: _Sighting, votes: Mapping[str, Votes]) -> Iterator[tuple[str, float]]:
    """Each name's part of one pronoun; the parts add up to one or less."""
    parts = []
    for key, weight in sighting.weights:
        own = votes[key]
        belief = own[sighting.agreement] / sum(own.values())
        # Squared, so that what is believed already draws the doubtful cases to it.
        parts.append((key, weight, weight * belief * belief))
    total = sum(part for _, _, part in parts)
    for key, weight, part in parts:
        # However well it fits, one pronoun is one vote: “Jo spoke up from behind his elbow.”
        yield key, min(weight, 1.0) * part / total


def _sightings(story: Story, people: Sequence[NamedMention]) -> Iterator[_Sighting]:
    """Each pronoun of the narration with the names before it."""
    by_id = {item.mention.id: item for item in people}
    recent: list[NamedMention] = []
    clearness = REPEATED
    for mention in known_to_rules(story):
        if mention.quotation_id is not None or mention.type != "PER":
            continue
        named = by_id.get(mention.id)
        if named is not None:
            recent = [item for item in recent if item.key != named.key]
            recent.append(named)
            del recent[: -len(_NEARNESS)]
            clearness = 1.0
            continue
        if mention.form == "pronominal":
            near = [i for i in recent if mention.start - i.mention.end <= PRONOUN_REACH]
            pronoun = PRONOUNS.get(story.document[mention].lower())
            if near and pronoun is not None and pronoun.agreement in _LEARNT:
                weights = _weights(story.document.text, mention, pronoun, near)
                yield _Sighting(
                    pronoun.agreement, tuple((key, clearness * weight) for key, weight in weights)
                )
        clearness = REPEATED


def _weights(
    text: str, mention: Mention, pronoun: Pronoun, near: Sequence[NamedMention]
) -> Iterator[tuple[str, float]]:
    """How likely the pronoun means each of the names before it, the nearest first."""
    for named, nearness in zip(reversed(near), _NEARNESS, strict=False):
        between = text[named.mention.end : mention.start]
        yield named.key, nearness * _weight(between, pronoun, subject=named.opens)


def _weight(between: str, pronoun: Pronoun, *, subject: bool) -> float:
    """How well the place of a pronoun fits a name with these words between."""
    ends = sum(between.count(mark) for mark in ".!?”;")
    owns = pronoun.role in {"possessive", "reflexive"} or pronoun.agreement == "she"
    if not ends:
        if subject:
            return 3.0 if owns else 1.0
        return 0.3
    if ends == 1 and pronoun.role == "subject" and between.rstrip()[-1] in ".!?”":
        return 2.0 if subject else 0.7
    return 0.3 / ends
