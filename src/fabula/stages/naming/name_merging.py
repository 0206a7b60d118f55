"""Which names are one person's: “Captain Brook”, “Ada Brook”, “Ada”, “Addie”.

Names are taken in the order of how much they say: full names first, then titles with one name,
then names alone, then clipped and misspelt forms. A name joins a person only if nothing forbids
it and only one person fits (or one is far more in view than the others).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from fabula.lexicon.given_names import pronoun_by_ending, usual_pronoun
from fabula.lexicon.nicknames import are_nicknames
from fabula.lexicon.pronouns import GENDERED, Agreement
from fabula.lexicon.titles import Title
from fabula.stages.naming.learnt_pronouns import ENDING_WEIGHT, USUAL_WEIGHT, learnt_pronoun
from fabula.stages.naming.name_evidence import NameEvidence, NameUse
from fabula.stages.naming.person_names import (
    PersonName,
    any_titles_conflict,
    genders_conflict,
    shortens,
)

FAR_MORE = 3
"""Of two people who could bear a name, one has to be named this many times as often."""

LEAST_MISSPELT = 6
"""Letters: Wellend is a slip for Welland, Tim is none for Tom."""

OFTEN_FOR_SLIP = 8
"""A slip is rare beside the right form."""


class Person:
    """Someone in the making: the names that were found to be theirs, and why."""

    def __init__(self, use: NameUse) -> None:
        self.uses: list[NameUse] = [use]
        self.reasons: list[str] = ["name"]

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


def usual_of(names: Iterable[PersonName]) -> Agreement | None:
    """“she” where a given name among these is usually a woman's."""
    for name in names:
        if _is_husbands(name):
            continue
        for word in (*name.given[:1], *filter(None, (name.single,))):
            usual = usual_pronoun(word)
            if usual is not None and usual != "any":
                return usual
    return None


def merge_names(evidence: NameEvidence) -> list[Person]:
    """The people behind the names, each with its names and the reason for every one."""
    return _Merger(evidence).people()


class _Merger:
    def __init__(self, evidence: NameEvidence) -> None:
        self._evidence = evidence
        self._people: list[Person] = []
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)

    def people(self) -> list[Person]:
        uses = [use for use in self._evidence.uses if not use.name.family_only]
        full = [use for use in uses if use.name.is_full]
        titled = [use for use in uses if not use.name.is_full and use.name.titles]
        bare = [use for use in uses if not use.name.is_full and not use.name.titles]
        for use in _commonest_first(full):
            self._place(use, self._full_matches)
        for use in _commonest_first(titled):
            self._place(use, self._titled_matches)
        for use in _commonest_first(bare):
            self._place(use, self._bare_matches)
        self._join_rare_forms()
        people = [person for person in self._people if _is_somebody(person)]
        return sorted(people, key=lambda person: min(use.first for use in person.uses))

    def _place(
        self, use: NameUse, matches: Callable[[NameUse], tuple[Sequence[Person], str]]
    ) -> None:
        candidates, reason = matches(use)
        fitting = [person for person in candidates if self._may_join(person, use)]
        chosen = _clear_winner(fitting, use.name)
        if chosen is None:
            chosen = Person(use)
            self._people.append(chosen)
        else:
            chosen.join(use, reason)
        self._index(chosen, use)

    def _index(self, person: Person, use: NameUse) -> None:
        name = use.name
        for word in {*name.given, name.family, name.single} - {None}:
            if word and person not in self._by_word[word]:
                self._by_word[word].append(person)

    def _may_join(self, person: Person, use: NameUse) -> bool:
        """Whether nothing forbids that this name is this person's.

        Finds:
            Titles or pronouns that disagree; two names that meet in one sentence or are joined
            by “and”; someone who calls another by that name.
        Why it holds:
            Nobody is both Mr. and Mrs., and nobody calls themselves.
        Misses:
            A person who changes title in the story: Miss Brook who marries.

        Example:
            “Mrs. Brook” does not join “Miss Ada Brook”.
        """
        if any_titles_conflict(person.titles, use.name.titles):
            return False
        mine = use.name.pronoun or learnt_pronoun(use.pronouns) or usual_of([use.name])
        if genders_conflict(person.likely_pronoun, mine):
            return False
        return not any(
            frozenset((use.name.key, other.name.key)) in self._evidence.apart
            for other in person.uses
        )

    def _full_matches(self, use: NameUse) -> tuple[list[Person], str]:
        """The same given and family name; an initial or a nickname may stand for the given."""
        name = use.name
        family = [person for person in self._by_word[name.family or ""] if person.families]
        husbands = _is_husbands(name)
        same = [
            person
            for person in family
            if name.given[0] in person.given and _has_husbands_name(person) == husbands
        ]
        if same:
            return same, "same name"
        close = [
            person
            for person in family
            if name.family in person.families
            and any(_given_names_agree(name.given[0], given) for given in person.given)
        ]
        return close, "nickname"

    def _titled_matches(self, use: NameUse) -> tuple[list[Person], str]:
        """“Mr. Brook” is a Brook by family, “Aunt Ada” and “Sir Toby” go by the given name."""
        name = use.name
        word = name.single or ""
        family = [person for person in self._by_word[word] if word in person.families]
        by_given = [
            person
            for person in self._by_word[word]
            if word in person.given and not _has_husbands_name(person)
        ]
        alone = [person for person in self._by_word[word] if word in person.singles]
        if name.has_title("mrs", "madame"):
            family = _wives(family)
        courtesy = any(title.kind in {"courtesy", "rank", "profession"} for title in name.titles)
        ordered = (family, by_given, alone) if courtesy else (by_given, family, alone)
        for people, reason in zip(ordered, ("title and name",) * 3, strict=True):
            if any(self._may_join(person, use) for person in people):
                return people, reason
        return [], ""

    def _bare_matches(self, use: NameUse) -> tuple[list[Person], str]:
        word = use.name.single or ""
        known = self._by_word[word]
        by_given = [
            person for person in known if word in person.given and not _has_husbands_name(person)
        ]
        family = [person for person in known if word in person.families]
        alone = [person for person in known if word in person.singles]
        nicknamed = [
            person
            for person in self._people
            if any(are_nicknames(word, given) for given in person.given | _given_like(person))
        ]
        for people, reason in (
            (by_given, "first name"),
            (_without_women_by_title(_distinct(family, alone), use), "family name"),
            (nicknamed, "nickname"),
        ):
            fitting = [person for person in people if self._may_join(person, use)]
            if fitting:
                return fitting, reason
        return [], ""

    def _join_rare_forms(self) -> None:
        """Clipped forms (“Slim” for Slimosh) and slips of the pen, once everyone is known."""
        for person in sorted(self._people, key=lambda person: person.count):
            if len(person.uses) != 1 or not person.uses[0].name.single:
                continue
            use = person.uses[0]
            for fits, reason in ((_is_clipped, "short form"), (_is_slip, "spelling")):
                others = [
                    other
                    for other in self._people
                    if other is not person and fits(use, other) and self._may_join(other, use)
                ]
                others = [o for o in others if set(use.name.titles) & set(o.titles)] or others
                if len(others) == 1:
                    others[0].join(use, reason)
                    self._people.remove(person)
                    break


def _is_somebody(person: Person) -> bool:
    """Whether the names are more than a cry or a capitalised word in somebody's mouth.

    A word that is told of once or twice in speech alone, is no usual name and has no title, is
    mostly “Humph” or “Whizz”.
    """
    use = person.uses[0]
    if len(person.uses) > 1 or use.name.titles or use.name.is_full:
        return True
    if use.count > 2 or usual_pronoun(use.name.single or "") is not None:
        return True
    return use.narrated > 0 and (use.count > 1 or bool(use.pronouns))


def _commonest_first(uses: Iterable[NameUse]) -> list[NameUse]:
    return sorted(uses, key=lambda use: (-use.count, use.first))


def _clear_winner(people: Sequence[Person], name: PersonName) -> Person | None:
    """The only one, or the one who bears this name far more often than any other.

    Joe and Berry Brook may both be Brook; it is Berry if he is mostly called Mr. or Berry Brook,
    and Joe mostly Joe.
    """
    if len(people) < 2:
        return people[0] if people else None
    nameless = [person for person in people if not person.given]
    if name.titles == () and len(nameless) == 1 and len(people) > 2:
        # Several Brooks with given names: “Brook” is the one who is always just that.
        return nameless[0]
    ranked = sorted(((person.count_with(name.words), person) for person in people), key=_by_count)
    (most, winner), (next_most, _) = ranked[:2]
    return winner if most >= FAR_MORE * next_most else None


def _by_count(item: tuple[int, Person]) -> int:
    return -item[0]


def _is_husbands(name: PersonName) -> bool:
    """“Mrs. Henry Brook” goes by her husband's given name."""
    return name.is_full and name.has_title("mrs") and usual_pronoun(name.given[0]) != "she"


def _has_husbands_name(person: Person) -> bool:
    return any(_is_husbands(use.name) for use in person.uses)


def _given_names_agree(one: str, other: str) -> bool:
    """An initial, a nickname or a clipped form of the other."""
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    return are_nicknames(one, other) or shortens(one, other) or shortens(other, one)


def _wives(people: Sequence[Person]) -> list[Person]:
    """Who may be “Mrs. Brook”: those called Mrs., or the only woman of the name."""
    married = [person for person in people if any(t.key == "mrs" for t in person.titles)]
    if married:
        return married
    women = [
        person
        for person in people
        if person.pronoun == "she" or any(usual_pronoun(name) == "she" for name in person.given)
    ]
    return women if len(women) == 1 else []


def _without_women_by_title(people: Sequence[Person], use: NameUse) -> list[Person]:
    """A family name alone is seldom Mrs. or Miss Brook's, unless the story says she of it."""
    if learnt_pronoun(use.pronouns) == "she":
        return list(people)
    return [
        person
        for person in people
        if not any(title.key in {"mrs", "miss"} for title in person.titles)
    ]


def _distinct(*groups: Sequence[Person]) -> list[Person]:
    return list({id(person): person for group in groups for person in group}.values())


def _given_like(person: Person) -> frozenset[str]:
    """Names of one word that are usual given names."""
    return frozenset(name for name in person.singles if usual_pronoun(name))


def _is_clipped(use: NameUse, person: Person) -> bool:
    """A short form that is called out, of a name that is not clipped itself."""
    word = use.name.single or ""
    if not use.called or use.name.titles:
        return False
    names = person.given | person.singles
    return any(shortens(word, name) for name in names)


def _is_slip(use: NameUse, person: Person) -> bool:
    """One letter wrong in a long name, once or twice, where the right form is common."""
    word = use.name.single or ""
    if len(word) < LEAST_MISSPELT or use.count > 2 or person.count < OFTEN_FOR_SLIP:
        return False
    return any(_one_letter_apart(word, name) for name in person.singles | person.families)


def _one_letter_apart(one: str, other: str) -> bool:
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) == len(longer):
        return shorter[start + 1 :] == longer[start + 1 :]
    return shorter[start:] == longer[start + 1 :]
