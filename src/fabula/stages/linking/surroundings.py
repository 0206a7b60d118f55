"""What stands around a mention: its sentence, paragraph and scene, its part in the clause."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.cue_words import ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from fabula.lexicon.pronouns import PRONOUNS, Pronoun
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.kept import kept
from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.stages.naming.named_mentions import is_called
from fabula.story import Mention, Story
from fabula.text import Document

_CLAUSE_OPENERS = CONJUNCTIONS | frozenset("that who which where how why what whether".split())


class Surroundings(Struct, frozen=True, gc=False):
    """Where a mention stands.

    `told` counts the characters of narration before it: how far the story has moved, whatever
    people say meanwhile. `clause` numbers clauses through the story. `subject` is True where
    it seems to be the subject of its clause, `speaks` where it is the subject of a verb of
    speech beside a quotation, `called` where someone is addressed by it. `before` and `after`
    are the tokens beside it in lower case. `narrated` is True where the narrator says it, not
    someone in a quotation.
    """

    mention: Mention
    text: str
    told: int
    sentence: int
    paragraph: int
    scene: int
    clause: int
    subject: bool
    possessive: bool
    speaks: bool
    called: bool
    before: str
    after: str
    narrated: bool
    pronoun: Pronoun | None = None


@kept("document", "scenes", "quotations", "mentions")
def surroundings_of(story: Story) -> list[Surroundings]:
    """The surroundings of every mention of a person, in the order of the mentions."""
    reader = _Reader(story)
    return [reader.read(mention) for mention in known_to_rules(story) if mention.type == "PER"]


def talking_paragraphs(story: Story) -> tuple[int, ...]:
    """The paragraphs in which someone speaks, by the number `Surroundings.paragraph` has."""
    starts = [paragraph.start for paragraph in story.document.paragraphs]
    numbers = (
        bisect_right(starts, part.start)
        for quotation in story.quotations
        if quotation.kind == "speech" and quotation.within is None
        for part in quotation.parts
    )
    return tuple(sorted(set(numbers)))


class _Reader:
    def __init__(self, story: Story) -> None:
        self._document = story.document
        self._clauses = _clause_starts(story.document)
        self._sentences = [sentence.start for sentence in story.document.sentences]
        self._paragraphs = [paragraph.start for paragraph in story.document.paragraphs]
        self._scenes = [scene.start for scene in story.scenes]
        self._tokens = [token.start for token in story.document.tokens]
        self._talking = frozenset(talking_paragraphs(story))
        parts = sorted(
            (part.start, part.end)
            for quotation in story.quotations
            if quotation.within is None
            for part in quotation.parts
        )
        self._quoted_starts = [start for start, _ in parts]
        self._quoted_lengths = [0, *accumulate(end - start for start, end in parts)]

    def read(self, mention: Mention) -> Surroundings:
        text = self._document.text[mention.start : mention.end]
        before, after = self._neighbours(mention)
        pronoun = PRONOUNS.get(text.lower()) if mention.form == "pronominal" else None
        possessive = _possesses(self._document, mention, pronoun, after)
        subject = not possessive and _is_subject(before, after, pronoun)
        paragraph = bisect_right(self._paragraphs, mention.start)
        speaks = (
            subject
            and mention.quotation_id is None
            and paragraph in self._talking
            and (after in SPEECH_VERBS or before in SPEECH_VERBS)
        )
        quoted = self._quoted_lengths[bisect_right(self._quoted_starts, mention.start)]
        return Surroundings(
            mention=mention,
            text=text,
            told=max(mention.start - quoted, 0),
            sentence=bisect_right(self._sentences, mention.start),
            paragraph=paragraph,
            scene=bisect_right(self._scenes, mention.start),
            clause=bisect_right(self._clauses, mention.start),
            subject=subject,
            possessive=possessive,
            speaks=speaks,
            called=is_called(self._document.text, mention),
            before=before,
            after=after,
            narrated=mention.quotation_id is None,
            pronoun=pronoun,
        )

    def _neighbours(self, mention: Mention) -> tuple[str, str]:
        """The tokens before and after; what is glued to a pronoun (he’s) is its neighbour."""
        document, tokens = self._document, self._document.tokens
        low = bisect_right(self._tokens, mention.start) - 1
        high = bisect_right(self._tokens, mention.end - 1)
        before = document[tokens[low - 1]].lower() if low > 0 else ""
        rest = document.text[mention.end : tokens[high - 1].end].lower().replace("’", "'")
        if rest:
            return before, rest
        return before, document[tokens[high]].lower() if high < len(tokens) else ""


def _possesses(document: Document, mention: Mention, pronoun: Pronoun | None, after: str) -> bool:
    if pronoun is None:
        return document.text[mention.end : mention.end + 2].replace("’", "'") in {"'s", "' "}
    if document.text[mention.start : mention.end].lower() == "her":
        # “her” before a noun or an adjective possesses; before a mark or a small word it does not.
        return after[:1].isalpha() and after not in _SMALL and not after.endswith("ly")
    return pronoun.role == "possessive"


_SMALL = (
    PREPOSITIONS
    | CONJUNCTIONS
    | ADVERBS
    | AUXILIARIES
    | frozenset("a an the that this his my your our their another".split())
)


def _is_subject(before: str, after: str, pronoun: Pronoun | None) -> bool:
    """Whether the mention seems to be the subject of its clause.

    Finds:
        Subject pronouns; names and nouns before a verb that stand where a clause begins, and
        those after a verb of speech (“said Ines”).
    Why it holds:
        English puts the subject before the verb.
    Misses:
        Subjects parted from the verb by a long insertion.

    Example:
        In “Ines gave Tom her key and left” only Ines.
    """
    if pronoun is not None:
        return pronoun.role == "subject"
    if before in SPEECH_VERBS and before not in PREPOSITIONS:
        return True
    if before in PREPOSITIONS:
        return False
    opens = not before[:1].isalpha() or before in _CLAUSE_OPENERS or before in ADVERBS
    verb_follows = is_verb_like(after) or after in AUXILIARIES or after in SPEECH_VERBS
    return verb_follows or (opens and after in {",", "and"})


def _clause_starts(document: Document) -> Sequence[int]:
    """Where clauses seem to begin: after marks, and at conjunctions."""
    starts = [0]
    for token in document.tokens:
        form = document.text[token.start : token.end]
        if not form[0].isalnum() or form.lower() in _CLAUSE_OPENERS:
            starts.append(token.start)
    return starts
