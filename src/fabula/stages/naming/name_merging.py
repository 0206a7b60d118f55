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
from fabula.stages.naming.person_names import (
    PersonName,
    any_titles_conflict,
    genders_conflict,
    shortens,
)
from fabula.stages.naming.rare_forms import RareForms

FAR_MORE = 3
"""Of two people who could bear a name, one has to be named this many times as often."""

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
        self._join_rare_forms()
        if corrected is not None:
            self._people = corrected.applied(self._people)
        people = [person for person in self._people if _is_somebody(person)]
        return sorted(people, key=lambda person: min(use.first for use in person.uses))

    def _only_given(self, full: Sequence[NameUse], titled: Sequence[NameUse]) -> frozenset[str]:
        """The first names of full names that are nobody's family name.

        They say as much as the full names, and what the story says of “Ada” is said of Ada Brook
        when it is asked who “Miss Brook” is.
        """
        families = {use.name.family for use in full} | {use.name.single for use in titled}
        return frozenset(use.name.given[0] for use in full) - families

    def _place(
        self, use: NameUse, matches: Callable[[NameUse], tuple[Sequence[NamedPerson], str]]
    ) -> None:
        candidates, reason = matches(use)
        fitting = [person for person in candidates if self._may_join(person, use)]
        chosen = _clear_winner(fitting, use.name)
        if chosen is None:
            chosen = NamedPerson(use)
            self._people.append(chosen)
        else:
            chosen.join(use, reason)
        self._index(chosen, use)

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

        Example:
            “Mrs. Brook” does not join “Miss Ada Brook”.
        """
        if any_titles_conflict(self._weighed(person, use), use.name.titles):
            return False
        # A few doubtful pronouns after “Frank” do not make a woman of him.
        if genders_conflict(person.likely_pronoun, NamedPerson(use).likely_pronoun):
            return False
        return not any(
            frozenset((use.name.key, other.name.key)) in self._evidence.apart
            for other in person.uses
        )

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
        courtesy = any(title.kind in {"courtesy", "rank", "profession"} for title in name.titles)
        ordered = (family, by_given, alone) if courtesy else (by_given, family, alone)
        for people, reason in zip(ordered, ("title and name",) * 3, strict=True):
            if any(self._may_join(person, use) for person in people):
                return people, reason
        return [], ""

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
        if _outnumbered(by_given, family, use.name):
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
    mostly “Humph” or “Whizz”.
    """
    use = person.uses[0]
    if CORRECTION in person.reasons:
        return True
    if len(person.uses) > 1 or use.name.titles or use.name.is_full:
        return True
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


def _clear_winner(people: Sequence[NamedPerson], name: PersonName) -> NamedPerson | None:
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


def _by_count(item: tuple[int, NamedPerson]) -> int:
    return -item[0]


def _outnumbered(
    given: Sequence[NamedPerson], family: Sequence[NamedPerson], name: PersonName
) -> bool:
    """Whether a word is a family name far more often than a given name in fuller names.

    Of Ada Brook, who is named so on every page, and a “Brook Trout” served once, Ada is Brook.
    """
    as_given = sum(person.count_with(name.words) for person in given)
    return sum(person.count_with(name.words) for person in family) >= FAR_MORE * as_given > 0


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
