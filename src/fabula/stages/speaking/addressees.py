"""To whom a turn is spoken, once the conversation is solved."""

from collections.abc import Iterator, Sequence

from fabula.stages.speaking.conversations import Solved
from fabula.stages.speaking.expectations import Expected
from fabula.stages.speaking.turns import Turn
from fabula.story import EntityId

# Whoever speaks within three paragraphs stands near enough to be meant by words that call nobody.
# With two the set F1 of addressees is 75.4 in our own short stories, whose gold names those meant,
# and 67.9 in the development novels, whose annotators name those who listen; with three 73.9 and
# 69.0, with four 72.5 and 69.5. Each paragraph more costs precision in both.
EARSHOT = 3
# Turns looked at in each direction: a paragraph may hold many.
REACH = 4
# Of those who speak near, whom the encoder expects to listen less than this is not meant: of 70
# such in our own stories one in six was, in the development novels (whose annotators name all
# who hear) half.
LEAST_SHARE = 0.03


def addressees(
    turns: Sequence[Turn], solved: Sequence[Solved], number: int, expected: Expected
) -> tuple[EntityId, ...]:
    """Those spoken to in turn `number`, the reader's word first.

    Finds: those whom a cue names (“said to Tom”) or the words call; else the one whom the
    conversation turns to and everyone who speaks in the turns right around, but those whom the
    encoder does not expect to listen.
    Why it holds: words that single nobody out go to all who take part.
    Misses: people who only listen.
    Example: Ines, Tom and Rosa talk; “Let us go!” said Ines, is said to Tom and Rosa.
    """
    turn = turns[number]
    if turn.heard is not None:
        return turn.heard
    named = [*turn.told, *(person for person, weight in turn.called if weight == 1.0)]
    if not named:
        addressee = solved[number].addressee
        named = [
            *([addressee] if addressee else []),
            *_speaking_near(turns, solved, number, expected),
        ]
    return tuple(dict.fromkeys(person for person in named if person != solved[number].speaker))


def _speaking_near(
    turns: Sequence[Turn], solved: Sequence[Solved], number: int, expected: Expected
) -> Iterator[EntityId]:
    turn = turns[number]
    for other in range(max(number - REACH, 0), min(number + REACH + 1, len(turns))):
        gap = max(
            turns[other].paragraph - turn.last_paragraph,
            turn.paragraph - turns[other].last_paragraph,
        )
        speaker = solved[other].speaker
        if gap <= EARSHOT and turns[other].scene == turn.scene and speaker is not None:
            share = expected.listeners.get(speaker, 0.0)
            if not expected.listeners or share >= LEAST_SHARE:
                yield speaker
