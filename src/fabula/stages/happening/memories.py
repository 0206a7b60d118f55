"""Memories and flashbacks: what is told as having happened before the story's present."""

from bisect import bisect_right
from collections.abc import Mapping

from fabula.lexicon.verb_forms import IRREGULAR, all_forms
from fabula.stages.clauses.facts import own_doubt
from fabula.stages.clauses.narration import Narration
from fabula.stages.happening.dreams import Rows

MOST_STEPS = 6
"""How many verbs or clauses up a “had” or a “remembered” is looked for."""

MOST_BETWEEN = 2
"""Sentences in the simple past that a flashback may hold between two with “had”.

After its first sentences a flashback goes on in the simple past, and so does the story's present:
only what has a “had” on either side is surely in it."""

_REMEMBERING = all_forms("remember recall recollect".split())
_SEQUENCE = frozenset("when after once until before as".split())
"""“When he had eaten, he left” tells what comes next, and no memory."""

_PARTICIPLES = frozenset(participle for _, participle in IRREGULAR.values())
_BELOW = frozenset("ccomp advcl relcl acl xcomp pcomp conj dobj".split())
_MAIN = frozenset("ROOT conj ccomp parataxis".split())


class Memories:
    """What the narration tells as past already, with the passages that go back.

    Finds:
        Verbs with “had”, those that share it or hang on one (“she had gone when he came”), the
        sentences in the simple past between two such ones, and what hangs on “she remembered”.
    Why it holds:
        Behind a present told in the past the past perfect goes further back.
    Misses:
        Where a flashback goes on in the simple past alone; those told in the present.

    Example:
        “Ines looked at the boat. She had built it. It took a year. She had called it Gull.”
        “built”, “took” and “called” are remembered; the passage is the last three sentences.
    """

    def __init__(self, told: Narration) -> None:
        """The memories of a story's narration."""
        self._told = told
        self._verbs = [row for row, tag in enumerate(told.tags) if tag == "VERB" and told.told[row]]
        self._perfect: set[int] = set()
        for row in self._verbs:  # what shares a “had” stands behind the verb that has it
            if self._has_had(row) or self._shares_had(row):
                self._perfect.add(row)
        self._starts = [sentence.low for sentence in told.sentences]
        self._going_back = {self._sentence(row) for row in self._perfect}
        self._passages = self._joined()

    def is_memory(self, row: int) -> bool:
        """Whether the word at this row is told as past already."""
        if row in self._perfect or self._hangs_on_memory(row):
            return True
        sentence = self._sentence(row)
        return sentence in self._passages and sentence not in self._going_back

    def passage(self, row: int) -> Rows | None:
        """The sentences of the flashback around this row; None for “the boat she had built”."""
        return self._passages.get(self._sentence(row))

    def _sentence(self, row: int) -> int:
        return bisect_right(self._starts, row) - 1

    def _has_had(self, row: int) -> bool:
        """“had gone”, “she'd gone”; not “would have gone”, nor “when he had gone”."""
        told = self._told
        subjects = told.hanging(row, "nsubj", "nsubjpass")
        small = {told.words[each] for each in told.hanging(row, "aux")}
        had = "had" in small or (
            any(told.words[each].endswith("'d") for each in subjects)
            and is_participle(told.words[row])
        )
        marks = {told.words[each] for each in told.hanging(row, "mark", "advmod")}
        in_turn = told.relations[row] == "advcl" and bool(marks & _SEQUENCE)
        return had and not in_turn and own_doubt(told, row) is None

    def _shares_had(self, row: int) -> bool:
        """“come” and “taken” of “had come and taken”."""
        told = self._told
        alone = not told.hanging(row, "nsubj", "nsubjpass", "aux")
        joined = told.relations[row] == "conj" and told.heads[row] in self._perfect
        return joined and alone and is_participle(told.words[row])

    def _hangs_on_memory(self, row: int) -> bool:
        """Whether a clause above is a memory or says that somebody remembers."""
        told = self._told
        for _ in range(MOST_STEPS):
            relation, head = told.relations[row], told.heads[row]
            if relation not in _BELOW or head == row:
                return False
            if head in self._perfect:
                return relation != "conj" and not told.parted(row, head)
            if told.words[head] in _REMEMBERING and relation in {"ccomp", "dobj", "pcomp"}:
                return told.told[head] and own_doubt(told, head) is None
            row = head
        return False

    def _joined(self) -> Mapping[int, Rows]:
        """Each sentence of a flashback with the whole of it: runs of sentences that go back."""
        told = self._told
        found: list[tuple[int, int]] = []
        main = {self._sentence(row) for row in self._perfect if told.relations[row] in _MAIN}
        for sentence in sorted(main):
            if found and self._goes_on(*found[-1], sentence):
                found[-1] = (found[-1][0], sentence)
            else:
                found.append((sentence, sentence))
        return {
            sentence: Rows(told.sentences[first].low, told.sentences[last].high)
            for first, last in found
            for sentence in range(first, last + 1)
        }

    def _goes_on(self, first: int, last: int, sentence: int) -> bool:
        """Whether the flashback reaches from one sentence to the next that goes back.

        A single sentence with “had” may be an aside; the one behind it is of the present again.
        """
        told = self._told
        between = range(told.sentences[last].high, told.sentences[sentence].low)
        same_paragraph = all(told.told[row] for row in between) and not any(
            low in told.paragraph_rows for low in range(between.start, between.stop + 1)
        )
        near = first < last and sentence - last <= MOST_BETWEEN + 1
        return sentence - last == 1 or (
            near and same_paragraph and not any(told.words[row] == "now" for row in between)
        )


def is_participle(word: str) -> bool:
    """Whether the form may stand behind “had”: gone, walked."""
    return word in _PARTICIPLES or word.endswith("ed")
