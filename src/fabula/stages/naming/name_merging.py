"""Which names are one person's: “Captain Brook”, “Ada Brook”, “Ada”, “Addie”.

Names are taken in the order of how much they say: full names first, then titles with one name,
then names alone, then clipped and misspelt forms. A name joins a person only if nothing forbids
it and only one person fits (or one is far more in view than the others).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import structs

from fabula.corrections.records import CORRECTION
from fabula.lexicon.given_names import usual_pronoun
from fabula.lexicon.nicknames import are_nicknames, related_names
from fabula.lexicon.pronouns import Agreement
from fabula.lexicon.titles import Title, title
from fabula.stages.naming.corrected_names import CorrectedNames
from fabula.stages.naming.learnt_pronouns import learnt_pronoun
from fabula.stages.naming.name_evidence import NameEvidence, NameUse
from fabula.stages.naming.named_people import NamedPerson, distinct, is_husbands
from fabula.stages.naming.namesakes import clear_winner, far_most, namesakes, outnumbered
from fabula.stages.naming.person_names import (
    PersonName,
    any_titles_conflict,
    genders_conflict,
    is_of_rank,
    ranks_conflict,
    shortens,
)
from fabula.stages.naming.rare_forms import RareForms
from fabula.stages.naming.sisters import families_of_sisters, first_names_of_misses

LEAST_OF_SAINTS = 3
"""Times that somebody is named whose name begins with “Saint”, if they are in the story."""

MEETINGS = 2
"""Sentences with two names in them after which the one is no guess for the other."""


def merge_names(
    evidence: NameEvidence, corrected: CorrectedNames | None = None
) -> list[NamedPerson]:
    """The people behind the names, each with its names and the reason for every one.

    `corrected` is what the reader says of them, which counts more than any rule.
    """
    if corrected is None:
        return _Merger(evidence).people()
    kept_apart = structs.replace(evidence, apart=evidence.apart | corrected.never)
    return _Merger(kept_apart).people(corrected)


class _Merger:
    def __init__(self, evidence: NameEvidence) -> None:
        self._evidence = evidence
        self._people: list[NamedPerson] = []
        self._by_word: defaultdict[str, list[NamedPerson]] = defaultdict(list)
        self._alone: defaultdict[str, list[NameUse]] = defaultdict(list)
        for use in evidence.uses:
            if use.name.single and not use.name.titles:
                self._alone[use.name.single].append(use)
        self._misses = frozenset(first_names_of_misses(evidence.uses))
        self._sisters = frozenset(families_of_sisters(evidence.uses))

    def people(self, corrected: CorrectedNames | None = None) -> list[NamedPerson]:
        uses = [use for use in self._evidence.uses if not use.name.family_only]
        full = [use for use in uses if use.name.is_full]
        titled = [use for use in uses if not use.name.is_full and use.name.titles]
        bare = [use for use in uses if not use.name.is_full and not use.name.titles]
        for use in _commonest_first(full):
            self._place(use, self._full_matches)
        given = self._only_given(full, titled)
        for use in _commonest_first(use for use in bare if use.name.single in given):
            self._place(use, self._bare_matches)
        for use in _commonest_first(titled):
            self._place(use, self._titled_matches)
        for use in _commonest_first(use for use in bare if use.name.single not in given):
            self._place(use, self._bare_matches)
        self._join_eldest_sisters()
        self._join_rare_forms()
        if corrected is not None:
            self._people = corrected.applied(self._people)
        people = [person for person in self._people if _is_somebody(person)]
        return sorted(people, key=lambda person: person.first)

    def _only_given(self, full: Sequence[NameUse], titled: Sequence[NameUse]) -> frozenset[str]:
        """The first names of full names that are nobody's family name.

        They say as much as the full names, and what the story says of “Ada” is said of Ada Brook
        when it is asked who “Miss Brook” is. “Miss Ada” and “Mrs. Tom” have no family names.
        """
        families = {use.name.family for use in full} | {
            use.name.single for use in titled if not _goes_before_first_name(use.name)
        }
        return frozenset(use.name.given[0] for use in full) - families

    def _place(
        self, use: NameUse, matches: Callable[[NameUse], tuple[Sequence[NamedPerson], str]]
    ) -> None:
        candidates, reason = matches(use)
        fitting = [person for person in candidates if self._may_join(person, use)]
        sharing = namesakes(fitting, use) if reason == "first name" else []
        chosen = clear_winner(fitting, use.name)
        if sharing:
            for person in sharing:
                person.share(use, reason)
        elif chosen is not None:
            chosen.join(use, reason)
        else:
            chosen = NamedPerson(use)
            self._people.append(chosen)
        for person in sharing or filter(None, (chosen,)):
            self._index(person, use)

    def _index(self, person: NamedPerson, use: NameUse) -> None:
        name = use.name
        for word in {*name.given, name.family, name.single} - {None}:
            if word and person not in self._by_word[word]:
                self._by_word[word].append(person)

    def _may_join(self, person: NamedPerson, use: NameUse) -> bool:
        """Whether nothing forbids that this name is this person's.

        Finds:
            Titles or pronouns that disagree; two names that meet in one sentence or are joined
            by “and”; someone who calls another by that name.
        Why it holds:
            Nobody is both Mr. and Mrs., and nobody calls themselves.
        Misses:
            A person who changes title in the story: Miss Brook who marries.
        Mr. Brook who becomes Sir Toby, unless both are said with the same first name.

        Example:
            “Mrs. Brook” does not join “Miss Ada Brook”.
        """
        if any_titles_conflict(self._weighed(person, use), use.name.titles):
            return False
        # The same first and family name, once Mr. and once Sir: he was knighted.
        raised = use.name.is_full and use.name.given[0] in person.given
        if not raised and ranks_conflict(person.titles, use.name.titles):
            return False
        # A few doubtful pronouns after “Frank” do not make a woman of him.
        if genders_conflict(person.likely_pronoun, NamedPerson(use).likely_pronoun):
            return False
        return not self._are_apart(person, NamedPerson(use))

    def _weighed(self, person: NamedPerson, use: NameUse) -> tuple[Title, ...]:
        """The titles that count against a name: of “Deputy Ada Brook” none against “Miss Brook”.

        “Colonel Brook” is Miss Brook's father; but who has a given name and is no he may be she.
        """
        courtesy = use.name.pronoun == "she" and person.given
        if not courtesy or self._likely(person) == "he":
            return person.titles
        return tuple(title for title in person.titles if title.kind != "rank")

    def _likely(self, person: NamedPerson) -> Agreement | None:
        """The person's pronoun, by what is said of the bare given names as well."""
        bare = [use for given in sorted(person.given) for use in self._alone[given]]
        return NamedPerson.of([*person.uses, *bare], "name").likely_pronoun

    def _full_matches(self, use: NameUse) -> tuple[list[NamedPerson], str]:
        """The same given and family name; an initial or a nickname may stand for the given."""
        name = use.name
        family = [person for person in self._by_word[name.family or ""] if person.families]
        husbands = is_husbands(name)
        same = [
            person
            for person in family
            if name.given[0] in person.given and person.goes_by_husband == husbands
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

    def _titled_matches(self, use: NameUse) -> tuple[list[NamedPerson], str]:
        """“Mr. Brook” is a Brook by family, “Aunt Ada” and “Sir Toby” go by the given name."""
        name = use.name
        word = name.single or ""
        family = [person for person in self._by_word[word] if word in person.families]
        by_given = [
            person
            for person in self._by_word[word]
            if word in person.given and not person.goes_by_husband
        ]
        alone = [person for person in self._by_word[word] if word in person.singles]
        if name.has_title("mrs", "madame"):
            family = self._wives(family, name)
        if name.has_title("miss"):
            family = self._eldest(family, word)
        courtesy = any(title.kind in {"courtesy", "rank", "profession"} for title in name.titles)
        ordered = (family, by_given, alone) if courtesy else (by_given, family, alone)
        for people, reason in zip(ordered, ("title and name",) * 3, strict=True):
            fitting = [person for person in people if self._may_join(person, use)]
            if fitting:
                same = [person for person in fitting if set(person.titles) & set(name.titles)]
                return (same if same and is_of_rank(name.titles) else fitting), reason
        return [], ""

    def _eldest(self, people: list[NamedPerson], family: str) -> list[NamedPerson]:
        """Who may be “Miss Brook”: of several sisters none who is told apart as “Miss Ada”.

        Finds:
            Whoever is called Miss by her first name, where the story has another woman of that
            full name, or more than one Miss Brook at a time.
        Why it holds:
            The eldest daughter is Miss Brook and her sisters are Miss with their first names.
        Misses:
            The years after the eldest has married.

        Example:
            Of Ada Brook and Jane Brook, who is called Miss Jane, Ada is “Miss Brook”.
        """
        sisters = [
            person
            for person in people
            if self._likely(person) == "she" and not person.has_title("mrs", "lady")
        ]
        if len(sisters) < 2 and family not in self._sisters:
            return people
        return [person for person in people if not person.given & self._misses]

    def _join_eldest_sisters(self) -> None:
        """“Miss Brook” whom no full name fits is the sister whose family name is never said.

        Finds:
            The woman known by a first name alone who is told of beside a sister of that family,
            if no other such woman is named nearly as often.
        Why it holds:
            Narrators call sisters by their first names, and others call the eldest Miss Brook.
        Misses:
            Two such women who are named alike often.

        Example:
            In a story of Ines and Ada, where “Miss Ada” is Ada Brook, Ines is Miss Brook.
        """
        known_by_first = [
            person
            for person in self._people
            if _is_first_name(person) and person.likely_pronoun == "she"
        ]
        for person in list(self._people):
            name = person.uses[0].name
            if len(person.uses) > 1 or not (name.single and name.has_title("miss")):
                continue
            sisters = [one for one in self._by_word[name.single] if one.given & self._misses]
            beside = [
                other
                for other in known_by_first
                if any(self._are_apart(other, sister) for sister in sisters)
            ]
            eldest = far_most(beside)
            if eldest is None or not _is_first_name(eldest):
                continue
            if self._may_join(eldest, person.uses[0]):
                eldest.join(person.uses[0], "title and name")
                self._people.remove(person)

    def _are_apart(self, one: NamedPerson, other: NamedPerson) -> bool:
        return any(
            frozenset((key, another)) in self._evidence.apart
            for key in one.keys
            for another in other.keys
        )

    def _wives(self, people: Sequence[NamedPerson], name: PersonName) -> list[NamedPerson]:
        """Who may be “Mrs. Brook”: those called Mrs., else the only woman who is never called Miss.

        Not she if her given name meets “Mrs. Brook” in a sentence: “Mrs. Brook looked at Jane.”
        """
        married = [person for person in people if person.has_title("mrs")]
        if married:
            return married
        women = [
            person
            for person in people
            if self._likely(person) == "she" and not person.has_title("miss")
        ]
        if len(women) != 1:
            return []
        meetings = sum(
            self._evidence.met.get(frozenset((name.key, f"|{given}|")), 0)
            for given in women[0].given
        )
        return women if meetings < MEETINGS else []

    def _bare_matches(self, use: NameUse) -> tuple[list[NamedPerson], str]:
        word = use.name.single or ""
        known = self._by_word[word]
        by_given = [
            person for person in known if word in person.given and not person.goes_by_husband
        ]
        family = [person for person in known if word in person.families]
        if outnumbered(by_given, family, use.name):
            by_given = []
        alone = [person for person in known if word in person.singles]
        nicknamed = distinct(
            [
                person
                for name in sorted(related_names(word))
                for person in self._by_word.get(name, ())
                if name in person.given | person.singles
            ]
        )
        for people, reason in (
            (by_given, "first name"),
            (_without_women_by_title(distinct([*family, *alone]), use), "family name"),
            (nicknamed, "nickname"),
            (self._called_by_relation(word), "title and name"),
        ):
            fitting = [person for person in people if self._may_join(person, use)]
            if fitting:
                return fitting, reason
        return [], ""

    def _called_by_relation(self, word: str) -> list[NamedPerson]:
        """“Uncle” by himself is Uncle Lucas, if there is no other uncle."""
        found = title(word)
        if found is None or found.kind != "kin":
            return []
        bearers = [person for person in self._people if person.has_title(found.key)]
        return bearers if len(bearers) == 1 else []

    def _join_rare_forms(self) -> None:
        """Clipped forms (“Mel” for Melisar) and slips of the pen, once everyone is known."""
        forms = RareForms(self._people)
        joined: set[int] = set()
        for person in sorted(self._people, key=lambda person: person.count):
            if len(person.uses) != 1 or not person.uses[0].name.single:
                continue
            use = person.uses[0]
            for candidates, reason in forms.readings(use):
                others = [
                    other
                    for other in candidates
                    if other is not person and id(other) not in joined
                    if self._may_join(other, use)
                ]
                others = [o for o in others if set(use.name.titles) & set(o.titles)] or others
                if len(others) == 1:
                    others[0].join(use, reason)
                    joined.add(id(person))
                    break
        self._people = [person for person in self._people if id(person) not in joined]


def _is_somebody(person: NamedPerson) -> bool:
    """Whether the names are more than a cry or a capitalised word in somebody's mouth.

    A word that is told of once or twice in speech alone, is no usual name and has no title, is
    mostly “Humph” or “Whizz”; and a saint who is named as seldom is prayed to, or a church, a
    school or a day.
    """
    use = person.uses[0]
    if CORRECTION in person.reasons:
        return True
    if len(person.uses) > 1 or use.name.titles or use.name.is_full:
        return not use.name.has_title("saint") or person.count >= LEAST_OF_SAINTS
    if usual_pronoun(use.name.single or "") is not None:
        return True
    if not use.narrated and not use.inner:
        # “Uh-huh,” forty times, and never inside a sentence.
        return False
    if use.count > 2 or (use.inner and use.called):
        return True
    return use.narrated > 0 and (use.count > 1 or bool(use.pronouns))


def _commonest_first(uses: Iterable[NameUse]) -> list[NameUse]:
    return sorted(uses, key=lambda use: (-use.count, use.first))


def _goes_before_first_name(name: PersonName) -> bool:
    """Whether “Miss Ada”, “Mrs. Tom”, “Sir Toby” or “Cousin Ada” is likely a first name's title."""
    return any(title.key in {"miss", "mrs", "sir"} or title.kind == "kin" for title in name.titles)


def _is_first_name(person: NamedPerson) -> bool:
    """Whether all that is known of somebody's name is the first."""
    return all(use.name.single and not use.name.titles for use in person.uses)


def _given_names_agree(one: str, other: str) -> bool:
    """An initial, a nickname or a clipped form of the other."""
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    return are_nicknames(one, other) or shortens(one, other) or shortens(other, one)


def _without_women_by_title(people: Sequence[NamedPerson], use: NameUse) -> list[NamedPerson]:
    """A family name alone is seldom Mrs. or Miss Brook's, unless the story says she of it."""
    if learnt_pronoun(use.pronouns) == "she":
        return list(people)
    return [person for person in people if not person.has_title("mrs", "miss")]
