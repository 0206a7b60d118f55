"""Which pronouns a story uses of each name, learnt from the story itself.

A pronoun after several names may mean any of them. Each pronoun is shared out among the names
before it, the nearer and the subjects more; names that the story so far uses with another
pronoun get less of it. A few rounds of this settle nearly every name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.given_names import usual_pronoun
from fabula.lexicon.pronouns import PRONOUNS, Agreement, Pronoun
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

TITLE_WEIGHT = 50.0
"""A title leaves no doubt."""

_NEARNESS = (1.0, 0.45, 0.2)
"""The name before, the one before that, and the third: how likely each is meant."""

_SINGULAR: tuple[Agreement, ...] = ("he", "she")
_OTHERS: tuple[Agreement, ...] = ("they", "neo")
_LEARNT = frozenset({"he", "she", "they", "neo"})

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


def learn_pronouns(
    story: Story, people: Sequence[Mention], names: Mapping[str, PersonName]
) -> Mapping[str, Votes]:
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
    sightings = list(_sightings(story, people, names))
    votes = {name.key: _prior(name) for name in names.values()}
    priors = {key: dict(prior) for key, prior in votes.items()}
    for _ in range(ROUNDS):
        shares: defaultdict[str, Counter[Agreement]] = defaultdict(Counter)
        for sighting in sightings:
            for key, part in _shared_out(sighting, votes):
                shares[key][sighting.agreement] += part  # type: ignore[assignment]
        votes = {
            key: {kind: prior.get(kind, 0.0) + shares[key][kind] for kind in _LEARNT}
            for key, prior in priors.items()
        }
    return {key: {kind: round(count, 3) for kind, count in shares[key].items()} for key in priors}


def _prior(name: PersonName) -> dict[Agreement, float]:
    prior: dict[Agreement, float] = dict.fromkeys(_SINGULAR, 0.5)
    # “they” is mostly several people; it takes more of it to be one person's pronoun.
    prior |= {"they": 0.1, "neo": 0.1}
    if name.pronoun is not None:
        prior[name.pronoun] += TITLE_WEIGHT
        return prior
    usual = usual_pronoun(name.given[0] if name.given else name.single or "")
    if usual == "he" or usual == "she":
        prior[usual] += USUAL_WEIGHT
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
        yield key, weight * part / total


def _sightings(
    story: Story, people: Sequence[Mention], names: Mapping[str, PersonName]
) -> Iterator[_Sighting]:
    text = story.document.text
    owners = {mention.id for mention in people}
    recent: list[tuple[Mention, bool]] = []
    fresh = False
    for mention in story.mentions:
        if mention.quotation_id is not None or mention.type != "PER":
            continue
        if mention.id in owners:
            key = names[mention.id].key
            recent = [item for item in recent if names[item[0].id].key != key]
            recent.append((mention, _opens_before_verb(text, mention)))
            del recent[: -len(_NEARNESS)]
            fresh = True
        elif mention.form == "nominal":
            fresh = False
        else:
            pronoun = PRONOUNS[text[mention.start : mention.end].lower()]
            near = [item for item in recent if mention.start - item[0].end <= PRONOUN_REACH]
            if near and pronoun.agreement in _LEARNT:
                yield _sighting(text, mention, pronoun, near, names, 1.0 if fresh else 0.1)
            fresh = False


def _sighting(
    text: str,
    mention: Mention,
    pronoun: Pronoun,
    near: Sequence[tuple[Mention, bool]],
    names: Mapping[str, PersonName],
    clearness: float,
) -> _Sighting:
    weights = []
    for (named, subject), nearness in zip(reversed(near), _NEARNESS, strict=False):
        weight = _weight(text[named.end : mention.start], subject, pronoun)
        weights.append((names[named.id].key, clearness * nearness * weight))
    return _Sighting(pronoun.agreement, tuple(weights))


def _weight(between: str, subject: bool, pronoun: Pronoun) -> float:
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


def _opens_before_verb(text: str, mention: Mention) -> bool:
    """Whether the name opens its sentence, or the rest a quotation leaves, before a verb."""
    before = text[max(mention.start - 3, 0) : mention.start].strip()
    after = text[mention.end : mention.end + 24].split()
    opens = not before or before[-1] in ".!?”\"'’"
    return (
        opens
        and bool(after)
        and text[mention.end].isspace()
        and is_verb_like(after[0].strip(",.;"))
    )
