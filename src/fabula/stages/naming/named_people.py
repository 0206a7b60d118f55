"""Someone in the making: the names that were found to be one person's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fabula.lexicon.given_names import pronoun_by_ending, usual_pronoun
from fabula.lexicon.pronouns import GENDERED, Agreement
from fabula.lexicon.titles import Title
from fabula.stages.naming.learnt_pronouns import ENDING_WEIGHT, USUAL_WEIGHT, learnt_pronoun
from fabula.stages.naming.name_evidence import NameUse
from fabula.stages.naming.person_names import PersonName


class NamedPerson:
    """Names that were found to be one person's, with the reason for each."""

    def __init__(self, use: NameUse) -> None:
        self.uses: list[NameUse] = [use]
        self.reasons: list[str] = ["name"]
        self._shared: list[NameUse] = []

    @classmethod
    def of(cls, uses: Sequence[NameUse], reason: str) -> "NamedPerson":
        """Someone with all these names, each for the same reason; there is at least one."""
        person = cls(uses[0])
        person.reasons = [reason]
        for use in uses[1:]:
            person.join(use, reason)
        return person

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all names."""
        return frozenset(use.name.key for use in self.uses)

    @property
    def first(self) -> int:
        """Where the person is first named, by a name that is no one else's."""
        return min(use.first for use in self.uses if use not in self._shared)

    @property
    def count(self) -> int:
        """How often any of the names occurs."""
        return sum(use.count for use in self.uses)

    def count_with(self, words: frozenset[str]) -> int:
        """How often names with one of these words occur."""
        return sum(use.count for use in self.uses if use.name.words & words)

    @property
    def titles(self) -> tuple[Title, ...]:
        """All titles that the person bears."""
        return tuple(title for use in self.uses for title in use.name.titles)

    @property
    def given(self) -> frozenset[str]:
        """Given names, from full names and from names that serve as such."""
        return frozenset(use.name.given[0] for use in self.uses if use.name.given)

    @property
    def families(self) -> frozenset[str]:
        """Family names."""
        return frozenset(use.name.family for use in self.uses if use.name.family)

    @property
    def singles(self) -> frozenset[str]:
        """Names of one word."""
        return frozenset(use.name.single for use in self.uses if use.name.single)

    @property
    def goes_by_husband(self) -> bool:
        """Whether one of the names is a husband's: “Mrs. Henry Brook”."""
        return any(is_husbands(use.name) for use in self.uses)

    def has_title(self, *keys: str) -> bool:
        """Whether the person bears one of these titles."""
        return any(title.key in keys for title in self.titles)

    @property
    def pronoun(self) -> Agreement | None:
        """By title, else by the story's pronouns, else None."""
        for use in self.uses:
            if use.name.pronoun:
                return use.name.pronoun
        return learnt_pronoun(self.votes)

    @property
    def likely_pronoun(self) -> Agreement | None:
        """By title, else by the story's pronouns and the usual one of the given name together.

        A usual name counts as much as two clear pronouns of the story, the ending of an unknown
        one as much as one: a few doubtful pronouns do not make a Mary a he.
        """
        for use in self.uses:
            if use.name.pronoun:
                return use.name.pronoun
        votes = dict(self.votes)
        usual = usual_of(use.name for use in self.uses)
        by_ending = GENDERED.get(pronoun_by_ending(self._first_word) or "")
        if usual is not None:
            votes[usual] = votes.get(usual, 0.0) + USUAL_WEIGHT
        elif by_ending is not None:
            votes[by_ending] = votes.get(by_ending, 0.0) + ENDING_WEIGHT
        return learnt_pronoun(votes) or usual

    @property
    def _first_word(self) -> str:
        name = self.uses[0].name
        return name.given[0] if name.given else name.single or ""

    @property
    def votes(self) -> Mapping[Agreement, float]:
        """How often the narration uses each pronoun of one of the names."""
        votes: defaultdict[Agreement, float] = defaultdict(float)
        for use in self.uses:
            for agreement, count in use.pronouns.items():
                votes[agreement] += count
        return votes

    def join(self, use: NameUse, reason: str) -> None:
        """Take a name for this person's."""
        self.uses.append(use)
        self.reasons.append(reason)

    def share(self, use: NameUse, reason: str) -> None:
        """Take a name for this person's that is another's too."""
        self.join(use, reason)
        self._shared.append(use)

    def leave(self, use: NameUse) -> None:
        """Take a name away from this person, who keeps at least one other."""
        index = self.uses.index(use)
        del self.uses[index], self.reasons[index]


def usual_of(names: Iterable[PersonName]) -> Agreement | None:
    """“she” where a given name among these is usually a woman's."""
    for name in names:
        if is_husbands(name):
            continue
        for word in (*name.given[:1], *filter(None, (name.single,))):
            usual = usual_pronoun(word)
            if usual is not None and usual != "any":
                return usual
    return None


def is_husbands(name: PersonName) -> bool:
    """“Mrs. Henry Brook” goes by her husband's given name."""
    return name.is_full and name.has_title("mrs") and usual_pronoun(name.given[0]) != "she"


def distinct(people: Iterable[NamedPerson]) -> list[NamedPerson]:
    """Everybody once, in the order in which they first come."""
    return list({id(person): person for person in people}.values())
