"""Whom a sentence of the narration puts before the reader, by a name or a noun."""

from collections.abc import Sequence

from fabula.stages.speaking.clauses import Piece, acting_subject
from fabula.story import Mention

# How the narration draws a curtain: “It was Tom”, “There sat the porter”.
_SHOWING = (
    *("it was", "it is", "it 's", "it's"),
    *("there was", "there is", "there 's", "there's", "there stood", "there sat", "there lay"),
)
# Behind such an opening who is shown comes at once.
_SHOWN_WITHIN = 4


def shown_in(sentence: Sequence[Piece]) -> Mention | None:
    """Whom the sentence shows: who acts in it, or whom “It was” and “There was” bring in.

    None where that is a pronoun, which shows nobody.

    Example: There stood *the porter*, with a lamp.
    """
    opening = " ".join(piece.word for piece in sentence[:2]).replace("’", "'")
    if opening.startswith(_SHOWING):
        near = (piece.mention for piece in sentence[1:_SHOWN_WITHIN])
        return next((mention for mention in near if mention and _tells(mention)), None)
    subject = acting_subject(sentence)
    return subject if subject is not None and _tells(subject) else None


def named_last(sentences: Sequence[Sequence[Piece]]) -> tuple[Mention, ...]:
    """Who acts in these sentences by a name or a noun, the last first: whom a pronoun may keep to.

    Example: *Bet* laughed. She laughed until she had to sit down. “Are we?” she said.
    """
    acting = (acting_subject(sentence) for sentence in reversed(sentences))
    return tuple(subject for subject in acting if subject is not None and _tells(subject))


def _tells(mention: Mention) -> bool:
    return mention.form != "pronominal"
