"""What stands around a mention: its sentence, paragraph and scene, its part in the clause."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.cue_words import ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from fabula.lexicon.pronouns import PRONOUNS, Pronoun
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.story import Mention, Story
from fabula.text import Document

SENTENCE_MARKS = frozenset(".!?…:;")
_CLAUSE_OPENERS = CONJUNCTIONS | frozenset("that who which where how why what whether".split())


class Surroundings(Struct, frozen=True, gc=False):
    """Where a mention stands.

    `subject` is True where it seems to be the subject of its clause; `clause` numbers clauses
    through the story (cut at marks and conjunctions). `pronoun` is set for pronouns.
    """

    mention: Mention
    sentence: int
    paragraph: int
    scene: int
    clause: int
    subject: bool
    possessive: bool
    before: str
    after: str
    pronoun: Pronoun | None = None

    @property
    def narrated(self) -> bool:
        """Whether the narrator says it, not someone in a quotation."""
        return self.mention.quotation_id is None


def surroundings_of(story: Story) -> list[Surroundings]:
    """The surroundings of every mention of a person, in the order of the mentions."""
    document = story.document
    clauses = _clause_starts(document)
    sentences = [sentence.start for sentence in document.sentences]
    paragraphs = [paragraph.start for paragraph in document.paragraphs]
    scenes = [scene.start for scene in story.scenes]
    tokens = [token.start for token in document.tokens]
    found: list[Surroundings] = []
    for mention in story.mentions:
        if mention.type != "PER":
            continue
        before, after = _neighbours(document, tokens, mention)
        form = document.text[mention.start : mention.end].lower()
        pronoun = PRONOUNS.get(form) if mention.form == "pronominal" else None
        possessive = _possesses(document, mention, pronoun, after)
        found.append(
            Surroundings(
                mention=mention,
                sentence=bisect_right(sentences, mention.start),
                paragraph=bisect_right(paragraphs, mention.start),
                scene=bisect_right(scenes, mention.start),
                clause=bisect_right(clauses, mention.start),
                subject=not possessive and _is_subject(before, after, pronoun),
                possessive=possessive,
                before=before,
                after=after,
                pronoun=pronoun,
            )
        )
    return found


def _neighbours(document: Document, tokens: Sequence[int], mention: Mention) -> tuple[str, str]:
    """The tokens before and after, in lower case; a contraction (he’s) is its own neighbour."""
    low = bisect_right(tokens, mention.start) - 1
    high = bisect_right(tokens, mention.end - 1)
    last = document.tokens[high - 1]
    before = document[document.tokens[low - 1]].lower() if low > 0 else ""
    rest = document.text[mention.end : last.end].lower().replace("’", "'")
    if rest:
        return before, rest
    return before, document[document.tokens[high]].lower() if high < len(tokens) else ""


def _possesses(document: Document, mention: Mention, pronoun: Pronoun | None, after: str) -> bool:
    if pronoun is None:
        return document.text[mention.end : mention.end + 2].replace("’", "'") in {"'s", "' "}
    if document.text[mention.start : mention.end].lower() == "her":
        # “her” before a noun or an adjective possesses; before a mark or a small word it does not.
        small = after in PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES | {"a", "the", "that"}
        return after[:1].isalpha() and not small and not after.endswith("ly")
    return pronoun.role == "possessive"


def _is_subject(before: str, after: str, pronoun: Pronoun | None) -> bool:
    """Finds:
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
    verb_follows = is_verb_like(after) or after in AUXILIARIES or after in SPEECH_VERBS
    opens = not before[:1].isalpha() or before in _CLAUSE_OPENERS or before in ADVERBS
    if before in SPEECH_VERBS and before not in PREPOSITIONS:
        return True
    return before not in PREPOSITIONS and (verb_follows or (opens and after in {",", "and"}))


def _clause_starts(document: Document) -> list[int]:
    """Where clauses seem to begin: after marks, and at conjunctions."""
    starts: list[int] = [0]
    for token in document.tokens:
        form = document.text[token.start : token.end]
        if not form[0].isalnum() or form.lower() in _CLAUSE_OPENERS:
            starts.append(token.start)
    return starts
