"""Who speaks in each turn, solved over the whole run of turns at once.

Every turn says something about its own speaker (a cue, a beat, a name called). Turns also bind
each other: people answer each other, hardly ever themselves, and whoever is called answers.
The best sequence of speakers and addressees under both is found by a beam search, whose work
grows with the number of turns only.
"""

from collections.abc import Sequence, Set
from math import log

from msgspec import Struct

from fabula.stages.speaking.candidates import Candidate
from fabula.stages.speaking.expectations import Expected
from fabula.stages.speaking.people import People
from fabula.stages.speaking.turns import Beat, Claim, Turn
from fabula.story import EntityId

# Weights are in natural-log units: what outweighs what was set by hand from how English dialogue
# is written, in steps of a half, and checked against the development novels as a whole.
STRANGER = 1.0  # a noun that no link explains: someone outside the cast
VEILED = -9.0  # “said a voice”: someone known only where nobody else is asked for
RELATIVE = -1.0  # but “his mother” is one of those who are there
LINKED = 1.0  # times the log-odds of the link of a pronoun in a cue
LEAST_TRUST = 0.02  # no link is surer, or worse, than this leaves room for
OWNER = -4.0  # “said his brother”: not he
ANTECEDENT = 3.0  # the sentence before names who acts, and the pronoun of the cue agrees
ANTECEDENT_EARLIER = 2.0  # so does the last name that acts in the paragraph before
UNKNOWN_PRONOUNS = -0.5  # a pronoun in a cue, for a person whose pronouns the text never shows
BEAT = {"behind": 5.0, "ahead": 3.0, "lead": 5.0, "earlier": 1.0, "later": 0.5}
BEAT_PRONOUN = 0.8  # a beat by pronoun counts so much of one by name
BEAT_AGREES = 0.4  # and so much for others whom the pronoun may mean
CALLED_SELF = -5.0  # nobody calls themself, or is told what they say themself
SPOKEN_OF = -2.5  # people rarely speak of themselves by name
OWN_NAME = 4.0  # “I am Ines”
NEARNESS = 0.6  # mentioned just now
NEAREST = 3.0  # more mentions than this on a page make nobody likelier to speak
ENGAGED = 1.0  # has a part in the turns around
NOBODY = -3.0  # leaving a turn open
CHANGE = 1.0  # the one addressed answers
SAME_AGAIN = -1.5  # one person in two paragraphs on end
BREAKS_SILENCE = 1.0  # nobody answers, and whoever spoke last goes on
GOES_ON = 2.0  # “she added”, or a speech that runs on: whoever spoke last
REPLIES = 1.0  # “she answered”: not whoever spoke last
CALLED_ANSWERS = 1.0  # and all the more if called by name
THIRD = -1.5  # somebody else joins in
ANSWER_TO = 1.0  # the words go back to whoever spoke before
SAME_LISTENER = 0.5
TELLER_LISTENS = 1.0  # who tells as “I”, or is told of as “you”, and is there listens to all
TOLD = 2.5
TURNED_TO = 1.5  # looked at right before or behind the words
CALLED = 2.0
CALLED_BACK = 1.0  # whoever is called by name has mostly just spoken
CALLED_DISAGREES = -1.5
SPOKEN_OF_LISTENER = -1.0
LISTENER_NEAR = 0.3  # someone mentioned just now may be the one addressed
LISTENERS = 3  # how many of those mentioned nearest are tried
# How much turns bind each other across 0, 1, 2 paragraphs of narration; not at all beyond.
BINDING = (1.0, 0.4, 0.2)
# So many characters of narration at the end of one paragraph and the head of the next, two or three
# sentences, loosen turns somewhat less than a paragraph between them; not behind a call by name,
# which is answered all the same.
LONG_NARRATION = 120
LOOSENED = 0.7
WIDTH = 24
# What the encoder expects, times the logarithm of its share. With these the speakers of the
# development novels rose from 81.0 to 82.1 %, those of unmarked lines from 73.9 to 75.8 %, and
# the set F1 of addressees from 67.0 to 67.7 %. Taken alone it finds a third of unmarked lines.
EXPECTED = 0.3
EXPECTED_TO_LISTEN = 0.5
LEAST_EXPECTED = 0.02  # what a share of nothing counts as: somebody may be mentioned far away
EVEN = 0.1  # a share of this speaks neither for a person nor against them
UNRIVALLED = 9.0  # the lead of someone who is alone


class Solved(Struct, frozen=True):
    """The speaker and the one addressed in a turn, and everyone's score in its place.

    `ranking` holds the candidates, best first, each with its score given the turns around;
    `bound` is how strongly the turn before binds this one (0 to 1), `listener` whom that turn
    addressed; `answered` says that the next turn is bound to this one and speaks to its speaker.
    """

    speaker: EntityId | None
    addressee: EntityId | None
    ranking: tuple[tuple[EntityId, float], ...]
    bound: float
    listener: EntityId | None = None
    answered: bool = False

    @property
    def lead(self) -> float:
        """How far the speaker stands before everyone else; below 0 if only the whole says so."""
        others = [score for person, score in self.ranking if person != self.speaker]
        own = next((score for person, score in self.ranking if person == self.speaker), 0.0)
        return own - max(others) if others else UNRIVALLED


class _Node(Struct, frozen=True):
    """A way to read all turns up to one: the last step, its score, and the way before it."""

    score: float
    speaker: EntityId | None
    addressee: EntityId | None
    parent: "_Node | None"


class _Joint(Struct, frozen=True):
    """A turn as it follows the one before: how strongly it is bound, and whom that one calls."""

    turn: Turn
    bound: float
    called: frozenset[EntityId]


def solve(
    turns: Sequence[Turn],
    about: Sequence[Sequence[Candidate]],
    people: People,
    expected: Sequence[Expected],
) -> list[Solved]:
    """The speakers of all turns.

    `about` are the candidates of each turn, `expected` is what the encoder says of it.

    Ines and Tom are alone, “Well?” said Ines, “Well what?” “The boat!”: the second turn goes to
    Tom and the third to Ines.
    """
    emissions = [
        _emissions(turn, near, people, told)
        for turn, near, told in zip(turns, about, expected, strict=True)
    ]
    spoken = {turn.claim.person for turn in turns if turn.claim is not None}
    tellers = frozenset(teller for teller in people.tellers if teller in spoken)
    beam = [_Node(0.0, None, None, None)]
    for number, turn in enumerate(turns):
        listening = _listening(turn, about[number], people, expected[number], tellers)
        beam = _step(beam, _joint(turns, number), emissions[number], listening)
    path = _path(max(beam, key=lambda node: node.score))
    return [_solved(turns, number, path, emissions, people) for number in range(len(turns))]


def binding(turns: Sequence[Turn], number: int) -> float:
    """How strongly the turn before binds turn `number`: 1.0 if nothing lies between them."""
    if number == 0 or turns[number].scene != turns[number - 1].scene:
        return 0.0
    turn, before = turns[number], turns[number - 1]
    gap = max(turn.paragraph - before.last_paragraph - 1, 0)
    beside = turn.paragraph == before.last_paragraph
    if not gap and not beside and not before.called and turn.start - before.end >= LONG_NARRATION:
        return LOOSENED
    return BINDING[gap] if gap < len(BINDING) else 0.0


def _joint(turns: Sequence[Turn], number: int) -> _Joint:
    called = turns[number - 1].called if number else ()
    bound = binding(turns, number)
    return _Joint(turns[number], bound, frozenset(person for person, _ in called))


def _emissions(
    turn: Turn, near: Sequence[Candidate], people: People, expected: Expected
) -> dict[EntityId | None, float]:
    """What the turn itself says for each possible speaker; None is nobody we know."""
    claim = turn.claim
    if claim is not None and claim.settled and not claim.veiled:
        return {claim.person: 0.0}
    beats = turn.beats if claim is None else ()  # who acts beside a cue is hardly its subject
    scores: dict[EntityId | None, float] = {}
    linked = claim.person if claim else None
    present = {candidate.person: candidate for candidate in near}
    for person in (linked, *(beat.person for beat in turn.beats), *turn.own):
        if person is not None:
            present.setdefault(person, Candidate(person, 0.1))
    for person, candidate in present.items():
        if not _may_speak(person, turn, people):
            continue
        score = NEARNESS * log(min(candidate.nearness, NEAREST) + 0.05)
        score += ENGAGED * _grown(candidate.engaged)
        if claim and claim.pronouns and people.pronouns(person) is None:
            score += UNKNOWN_PRONOUNS
        if claim and person == claim.owner:
            score += OWNER
        elif person == linked:
            score += _linked_score(claim, person, people)
        score += _antecedent_score(claim, person) if claim else 0.0
        score += sum(_beat_score(beat, person, people, turn.start) for beat in beats)
        score += sum(CALLED_SELF * weight for called, weight in turn.called if called == person)
        score += CALLED_SELF if turn.heard is not None and person in turn.heard else 0.0
        score += SPOKEN_OF if person in turn.spoken_of else 0.0
        score += OWN_NAME if person in turn.own else 0.0
        if expected.speakers:
            score += EXPECTED * _above_even(expected.speakers.get(person, 0.0))
        scores[person] = score + (VEILED if claim and claim.veiled else 0.0)
    if claim is not None and claim.veiled:
        scores[claim.person] = 0.0
    else:
        scores[None] = NOBODY
    return scores


def _may_speak(person: EntityId, turn: Turn, people: People) -> bool:
    """Whether the cue leaves room for this person."""
    claim = turn.claim
    if claim is None:
        return not people.is_group(person)
    if people.is_stranger(person) and person != claim.person:
        return False
    return claim.pronouns is None or people.agrees(person, claim.pronouns, turn.start)


def _above_even(share: float) -> float:
    """The logarithm of what somebody is expected beside anybody: 0 for nobody in particular."""
    return log((share + LEAST_EXPECTED) / EVEN)


def _grown(engaged: float) -> float:
    """Each further sign of taking part says less; each sign against it as much as the first."""
    return log(1 + engaged) if engaged > 0 else engaged


def _linked_score(claim: Claim | None, person: EntityId, people: People) -> float:
    """What the link of a cue's subject says for the person it points at."""
    if people.is_stranger(person):
        return RELATIVE if people.is_relative(person) else STRANGER
    trust = min(max(claim.trust if claim else 0.0, LEAST_TRUST), 1 - LEAST_TRUST)
    return LINKED * log(trust / (1 - trust))


def _antecedent_score(claim: Claim, person: EntityId) -> float:
    """What the narration before a cue says of its pronoun, beside the learned link."""
    if person == claim.antecedent:
        return ANTECEDENT
    return ANTECEDENT_EARLIER if person == claim.antecedent_earlier else 0.0


def _beat_score(beat: Beat, person: EntityId, people: People, offset: int) -> float:
    """What the beat says for this person; a pronoun speaks for everyone whom it may mean."""
    if beat.settled or beat.pronouns is None:
        return BEAT[beat.place] if beat.person == person else 0.0
    if not people.agrees(person, beat.pronouns, offset):
        return 0.0
    return BEAT[beat.place] * (BEAT_PRONOUN if beat.person == person else BEAT_AGREES)


class _Listening(Struct, frozen=True):
    """What a turn itself says of its addressee: those it names, and how others would do."""

    named: dict[EntityId, float]
    turn: Turn
    people: People
    expected: Expected
    known: dict[EntityId, float]

    def score(self, person: EntityId) -> float:
        """Asked for in every state of the beam; the answer is the same in all."""
        if person not in self.known:
            self.known[person] = self._score(person)
        return self.known[person]

    def calls(self, person: EntityId | None) -> bool:
        """Whether the words call this person by name."""
        return any(person == called for called, _ in self.turn.called)

    def _score(self, person: EntityId) -> float:
        score = self.named.get(person, 0.0)
        if self.expected.listeners:
            share = self.expected.listeners.get(person, 0.0)
            score += EXPECTED_TO_LISTEN * _above_even(share)
        if person in self.turn.spoken_of:
            score += SPOKEN_OF_LISTENER
        called = self.turn.called_pronouns
        if called is not None and not self.people.agrees(person, called, self.turn.start):
            score += CALLED_DISAGREES
        return score


def _listening(
    turn: Turn,
    near: Sequence[Candidate],
    people: People,
    expected: Expected,
    tellers: Set[EntityId],
) -> _Listening:
    """`tellers` are those who tell the story and speak in it: who only tells it is not there."""
    named = {who.person: LISTENER_NEAR * min(who.nearness, 1.0) for who in near[:LISTENERS]}
    for who in near:
        if who.person in tellers and who.person == people.teller_at(turn.start):
            here = TELLER_LISTENS * min(who.nearness, 1.0)
            named[who.person] = named.get(who.person, 0.0) + here
    for person in turn.told:
        named[person] = named.get(person, 0.0) + TOLD
    for person in turn.turned_to:
        named[person] = named.get(person, 0.0) + TURNED_TO
    for person, weight in turn.called:
        named[person] = named.get(person, 0.0) + CALLED * weight
    return _Listening(named, turn, people, expected, {})


def _step(
    beam: Sequence[_Node],
    joint: _Joint,
    emission: dict[EntityId | None, float],
    listening: _Listening,
) -> list[_Node]:
    best: dict[tuple[EntityId | None, EntityId | None], _Node] = {}
    for node in beam:
        addressees = _Addressees(node, listening, joint.bound)
        for speaker, own in emission.items():
            score = node.score + own + _follows(node.speaker, node.addressee, speaker, joint)
            for addressee, heard in addressees.of(speaker):
                total = score + heard
                key = (speaker, addressee)
                found = best.get(key)
                if found is None or found.score < total:
                    best[key] = _Node(total, speaker, addressee, node)
    return sorted(best.values(), key=lambda node: -node.score)[:WIDTH]


def _follows(
    before: EntityId | None,
    listener: EntityId | None,
    speaker: EntityId | None,
    joint: _Joint,
) -> float:
    """How well `speaker` follows a turn of `before` to `listener`."""
    if before is None or speaker is None:
        return 0.0
    turn, bound = joint.turn, joint.bound
    claim = turn.claim
    if claim is not None and claim.veiled and speaker == claim.person:
        return 0.0  # who they are is open, and so is whether they were spoken to
    if turn.continues or (claim is not None and claim.goes_on):
        return GOES_ON if speaker == before else 0.0
    if turn.after_silence:
        return BREAKS_SILENCE if speaker == before else 0.0
    if speaker == before:
        return SAME_AGAIN * bound - (REPLIES if claim is not None and claim.replies else 0.0)
    answers = CALLED_ANSWERS if speaker in joint.called else 0.0
    return ((CHANGE if speaker == listener else THIRD) + answers) * bound


class _Addressees:
    """The possible addressees after one node, with their scores.

    Whoever speaks, the scores are the same but for one: that of the one just spoken to, to whom
    the same speaker goes on.
    """

    def __init__(self, node: _Node, listening: _Listening, bound: float) -> None:
        heard = listening.turn.heard
        about = (node.speaker, node.addressee, *listening.named) if heard is None else heard
        answered = ANSWER_TO + (CALLED_BACK if listening.calls(node.speaker) else 0.0)
        scores = {
            person: listening.score(person) for person in dict.fromkeys(about) if person is not None
        }
        if node.speaker in scores:
            scores[node.speaker] += answered * bound
        self._heard = heard
        self._node = node
        self._going_on = SAME_LISTENER * bound
        self._scores = scores

    def of(self, speaker: EntityId | None) -> list[tuple[EntityId | None, float]]:
        """To whom this speaker may speak; to nobody known first."""
        found: list[tuple[EntityId | None, float]] = []
        if self._heard is None or not set(self._heard) - {speaker}:
            found.append((None, 0.0))
        listener = self._node.addressee if speaker == self._node.speaker else None
        found += [
            (person, score + self._going_on if person == listener else score)
            for person, score in self._scores.items()
            if person != speaker
        ]
        return found


def _path(node: _Node) -> list[_Node]:
    nodes: list[_Node] = []
    step: _Node | None = node
    while step is not None and step.parent is not None:
        nodes.append(step)
        step = step.parent
    return nodes[::-1]


def _solved(
    turns: Sequence[Turn],
    number: int,
    path: Sequence[_Node],
    emissions: Sequence[dict[EntityId | None, float]],
    people: People,
) -> Solved:
    node = path[number]
    before = path[number - 1] if number else None
    behind = path[number + 1] if number + 1 < len(path) else None
    joint = _joint(turns, number)
    onward = _joint(turns, number + 1) if behind else None
    scores: dict[EntityId, float] = {}
    for person, own in emissions[number].items():
        if person is None:
            continue
        scores[person] = own
        if before is not None:
            scores[person] += _follows(before.speaker, before.addressee, person, joint)
        if behind is not None and onward is not None:
            listener = before.speaker if before else None
            scores[person] += _follows(person, listener, behind.speaker, onward)
    known = {person: score for person, score in scores.items() if not people.is_stranger(person)}
    ranking = sorted(known.items(), key=lambda item: (item[0] != node.speaker, -item[1], item[0]))
    return Solved(
        speaker=_in_cast(node.speaker, people),
        addressee=_in_cast(node.addressee, people),
        ranking=tuple(ranking),
        bound=joint.bound,
        listener=before.addressee if before else None,
        answered=_answers(behind, onward, node.speaker),
    )


def _answers(behind: _Node | None, onward: _Joint | None, speaker: EntityId | None) -> bool:
    """Whether the next turn is bound to this one and speaks to its speaker."""
    bound = behind is not None and onward is not None and onward.bound > 0
    return bound and behind is not None and behind.addressee == speaker


def _in_cast(person: EntityId | None, people: People) -> EntityId | None:
    return None if person is None or people.is_stranger(person) else person
