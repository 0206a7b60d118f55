"""The grammar around a noun or a verb, as the encoder has it."""

from collections import defaultdict
from collections.abc import Sequence, Set

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.stages.kept import kept
from fabula.stages.token_rows import token_rows
from fabula.story import Story

_SUPPOSING_AUXILIARIES = frozenset("would could might should may must can ’d 'd".split())
_SUPPOSING_MARKS = frozenset("if unless whether though lest".split())
MOST_STEPS = 6
"""How far up a clause is looked for that supposes what is below it."""


class Arcs:
    """The words of a story, each with those that hang on it."""

    def __init__(
        self, scores: Scores, words: Sequence[str], denying: Set[int] = frozenset()
    ) -> None:
        """The relations in `scores`; `words` are the tokens in lower case, without endings.

        `denying` are the rows of those that carry a “not”: “didn’t”.
        """
        self.words = words
        self._denying = denying
        self._heads, self._relations, self._tags = scores.heads, scores.relations, scores.tags
        self._hanging: defaultdict[int, list[int]] = defaultdict(list)
        for row, head in enumerate(scores.heads.tolist()):
            if head != row:
                self._hanging[head].append(row)

    def head(self, row: int) -> int:
        """The row that this word hangs on, its own for the root of a sentence."""
        return int(self._heads[row])

    def relation(self, row: int) -> str:
        """What the word is to its head."""
        return RELATIONS[int(self._relations[row])]

    def tag(self, row: int) -> str:
        """The part of speech."""
        return PARTS_OF_SPEECH[int(self._tags[row])]

    def of(self, row: int, *relations: str) -> list[int]:
        """The words that hang on this one by one of these relations, in text order."""
        return [child for child in self._hanging.get(row, ()) if self.relation(child) in relations]

    def behind(self, row: int, *prepositions: str) -> list[int]:
        """The nouns behind a preposition: “Tom” of “married to Tom” for “married” and “to”."""
        return [
            noun
            for small in self.of(row, "prep", "agent", "dative")
            if self.words[small] in prepositions
            for noun in self.of(small, "pobj")
        ]

    def joined(self, row: int) -> list[int]:
        """The word and those joined to it: “Tom”, “Ned” and “Odo” of “Tom, Ned and Odo”."""
        found, latest = [row], self.of(row, "conj")
        while latest and len(found) < _MOST_JOINED:
            found += latest
            latest = [other for each in latest for other in self.of(each, "conj")]
        return sorted(set(found))

    def subjects(self, verb: int) -> list[int]:
        """The subjects of a verb, those joined by “and” too."""
        found = [
            each for subject in self.of(verb, "nsubj", "nsubjpass") for each in self._all(subject)
        ]
        return sorted(dict.fromkeys(found))

    def _all(self, subject: int) -> list[int]:
        """The words joined to a subject: Tom too in “Tom and I rowed”, often read as two parts."""
        other = subject - len("Tom and".split())
        named = other >= 0 and self.tag(other) == "PROPN" and self.words[subject - 1] == "and"
        with_me = [subject + 2] if self.words[subject + 1 : subject + 3] == ["and", "i"] else []
        with_tom = [other] if named and self.words[subject] == "i" else []
        return list(dict.fromkeys((*self.joined(subject), *with_me, *with_tom)))

    def doers(self, verb: int) -> list[int]:
        """The subjects of a verb, or of the verb before it that it shares them with.

        “Tom” of “tied” in “Tom knelt, laughed and tied it up”.
        """
        for _ in range(MOST_STEPS):
            found = self.subjects(verb)
            if found or self.relation(verb) != "conj":
                return found
            verb = self.head(verb)
        return []

    def is_told_as_fact(self, row: int) -> bool:
        """Whether the clause of this verb says that it is so.

        Not in “if she were his sister”, “she is not his sister”, “she would have married him”,
        nor in what hangs on such words.
        """
        for _ in range(MOST_STEPS):
            auxiliaries = self.of(row, "aux", "auxpass")
            if self.of(row, "neg") or not self._denying.isdisjoint((row, *auxiliaries)):
                return False
            helpers = {self.words[child] for child in auxiliaries}
            marks = {self.words[child] for child in self.of(row, "mark", "advmod")}
            if helpers & _SUPPOSING_AUXILIARIES or marks & _SUPPOSING_MARKS or "never" in marks:
                return False
            if self.head(row) == row:
                break
            row = self.head(row)
        return True


_MOST_JOINED = 12
"""People in one list; a circle of relations comes to an end here."""


@kept("document")
def arcs_of(story: Story, scores: Scores) -> Arcs:
    """The grammar of a story's document."""
    rows = token_rows(story)
    denying = frozenset(
        row for row, word in enumerate(rows.words()) if word.lower().endswith(("n't", "n’t"))
    )
    return Arcs(scores, rows.bare_words(), denying)
