"""Whose thought it is, and who wrote a letter: words that no conversation attributes."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from fabula.labels import Evidence
from fabula.lexicon.speech_verbs import WRITING_VERBS
from fabula.stages.speaking.clauses import Narration, subjects
from fabula.stages.speaking.messages import Messages
from fabula.stages.speaking.people import People
from fabula.stages.speaking.surroundings import Surroundings, split_sentences
from fabula.story import EntityId, Quotation
from fabula.text import Document, Span

# A signature stands in the last words of a letter.
SIGNATURE_REACH = 60
# Whose mind a paragraph gives shows in its last few sentences.
FOCAL_REACH = 1000


class Owner(Struct, frozen=True):
    """Whose words these are, and the kind of evidence for it.

    `cue` is the name before a message of a chat, `heard` those whom the message is for.
    """

    person: EntityId | None
    evidence: Evidence
    cue: Span | None = None
    heard: tuple[EntityId, ...] = ()


NOBODY = Owner(None, "none")


class Readings:
    """Attributes thoughts and writings one by one, from what stands around them."""

    def __init__(
        self,
        document: Document,
        narration: Narration,
        people: People,
        quotations: Iterable[Quotation] = (),
    ) -> None:
        self._document = document
        self._narration = narration
        self._people = people
        writings = [quotation for quotation in quotations if quotation.kind == "writing"]
        self._messages = Messages(document, narration, people, writings)
        self._starts = [paragraph.start for paragraph in document.paragraphs]

    def thinker(self, thought: Quotation, around: Surroundings) -> Owner:
        """The person whose thought this is.

        Finds: the subject of a cue (“Anna wondered”), who acts beside the thought in its
        paragraph, the narrator who says “I”, and at last who acts at the end of the paragraph
        before it.
        Why it holds: a thought is given from inside, and narration stays with the mind it gives.
        Misses: a change of viewpoint right before the thought.
        Example: Anna closed her eyes. *Not again.*
        """
        by_cue = self._by_cue(around)
        if by_cue is not None:
            return by_cue
        for mention in (around.ahead, around.behind, around.lead):
            person = self._people.who(mention)
            if person is not None:
                return Owner(person, "beat")
        narrator = self._people.narrator_at(thought.start)
        if narrator is not None:
            return Owner(narrator, "only-candidate")
        return Owner(*self._focal(thought))

    def writer(self, writing: Quotation, around: Surroundings) -> Owner:
        """Who wrote a letter, a note or a message.

        Finds: the name before a message of a chat (“anna: late again”), the subject of a cue of
            writing (“Anna wrote”), a name signed at the end.
        Why it holds: letters are signed, and messages introduced.
        Misses: senders that only the story knows.
        Example: “Come home. Ines”
        """
        handle = self._messages.handle(writing)
        if handle is not None:
            person = self._messages.writer(handle)
            evidence: Evidence = "none" if person is None else "explicit"
            return Owner(person, evidence, handle, self._messages.heard(writing, person))
        by_cue = self._by_cue(around)
        if by_cue is not None and around.cue is not None and around.cue.verb in WRITING_VERBS:
            return by_cue
        last = writing.parts[-1]
        low = max(last.start, last.end - SIGNATURE_REACH)
        pieces = [piece for piece in self._narration.pieces(low, last.end) if not piece.is_mark]
        signed_words = len(pieces) > 1 and pieces[-1].mention is not None
        if signed_words and pieces[-1].mention and pieces[-1].mention.form == "proper":
            signed = self._people.who(pieces[-1].mention)
            if signed is not None:
                return Owner(signed, "explicit")
        return NOBODY

    def _by_cue(self, around: Surroundings) -> Owner | None:
        if around.cue is None or around.cue.subject is None:
            return None
        subject = around.cue.subject
        person = self._people.who(subject)
        if person is None:
            return None
        return Owner(person, "anaphoric" if subject.form == "pronominal" else "explicit")

    def _focal(self, thought: Quotation) -> tuple[EntityId | None, Evidence]:
        index = bisect_right(self._starts, thought.start) - 2
        if index < 0:
            return None, "none"
        before = self._document.paragraphs[index]
        low = max(before.start, before.end - FOCAL_REACH)
        sentences = split_sentences(self._narration.pieces(low, before.end))
        for sentence in reversed(sentences):
            acting: Sequence[EntityId] = self._people.everyone(
                mention for _, mention in subjects(sentence)
            )
            if acting:
                return acting[0], "beat"
        return None, "none"
