"""The part that a mention has in its sentence, by the encoder's grammatical relations."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.stages.kept import kept
from fabula.story import Story
from fabula.text import Document

Role: TypeAlias = Literal["subject", "object", "behind", "owner", "other"]
"""“behind” is a noun behind a preposition: “Tom” of “sat with Tom”."""

NOWHERE = -1
"""The row of a clause that there is not."""

MOST_STEPS = 12
"""Words from a mention up to its verb, at most."""

_ROLES: dict[str, Role] = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "dobj": "object",
    "dative": "object",
    "pobj": "behind",
    "poss": "owner",
}
_PART_OF_ANOTHER = frozenset({"conj", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SHARING = frozenset({"conj", "xcomp", "advcl"})
"""A verb that is one of these to another and has no subject shares that verb's."""

_VERBS = frozenset({PARTS_OF_SPEECH.index("VERB"), PARTS_OF_SPEECH.index("AUX")})


class Syntax(Struct, frozen=True, gc=False):
    """A mention's part in its clause, and the clause.

    Clauses are rows of the verb that has the subject: in “Ines smiled and hugged her” both verbs
    are in the clause of “smiled”.
    """

    role: Role
    clause: int


class SyntaxReader:
    """Reads the part of each mention from the relations of a document."""

    def __init__(self, document: Document, scores: Scores) -> None:
        count = len(document.tokens)
        self._starts = np.fromiter((token.start for token in document.tokens), np.int64, count)
        self._heads: Sequence[int] = scores.heads.tolist()
        self._relations = [RELATIONS[relation] for relation in scores.relations.tolist()]
        self._verb = [tag in _VERBS for tag in scores.tags.tolist()]
        self._with_subject = frozenset(
            self._heads[row] for row, name in enumerate(self._relations) if name in _SUBJECTS
        )
        self._known: dict[int, Syntax] = {}

    def read(self, head: int) -> Syntax:
        """The part of the mention whose head word begins at this offset.

        Example:
            Of “Tom waved, and he ran to her” “he” is the subject in the clause of “ran”, and
            “her” stands behind a preposition in the same clause.
        """
        if head not in self._known:  # asked of one mention for each person whom it may mean
            self._known[head] = self._read(head)
        return self._known[head]

    def _read(self, head: int) -> Syntax:
        row = max(int(self._starts.searchsorted(head, side="right")) - 1, 0)
        row = self._first_of_several(row)
        role = _ROLES.get(self._relations[row], "other")
        verb = self._verb_above(row)
        if verb is None:
            return Syntax(role, NOWHERE)
        return Syntax(role, self._clause(verb))

    def _first_of_several(self, row: int) -> int:
        """“Tom” for the “Ines” of “Tom and Ines”, whose part in the clause both have."""
        for _ in range(MOST_STEPS):
            if self._relations[row] not in _PART_OF_ANOTHER or self._verb[row]:
                break
            row = self._heads[row]
        return row

    def _verb_above(self, row: int) -> int | None:
        """The next verb on the way up, or the root of a sentence without one."""
        for _ in range(MOST_STEPS):
            above = self._heads[row]
            if above == row:
                return None
            row = above
            if self._verb[row] or self._heads[row] == row:
                return row
        return None

    def _clause(self, verb: int) -> int:
        """The verb whose subject this verb has."""
        for _ in range(MOST_STEPS):
            head = self._heads[verb]
            shares = self._relations[verb] in _SHARING and self._verb[head]
            if verb in self._with_subject or not shares or head == verb:
                break
            verb = head
        return verb


@kept("document")
def syntax_of(story: Story, scores: Scores) -> SyntaxReader:
    """The reader of a story's document; the passes over its mentions share what it has read."""
    return SyntaxReader(story.document, scores)
