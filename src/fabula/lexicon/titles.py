"""Titles before names: what they say about the person, and which cannot be one person's."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

TitleKind = Literal["courtesy", "noble", "rank", "profession", "church", "kin", "epithet"]


class Title(Struct, frozen=True, gc=False):
    """“Mrs.” is a courtesy title that asks for she; “Captain” is a rank and asks for none.

    `key` is the same for all spellings of one title.
    """

    key: str
    kind: TitleKind
    pronoun: Literal["he", "she"] | None = None


_TITLES: Mapping[tuple[TitleKind, Literal["he", "she"] | None], str] = {
    ("courtesy", "he"): """
        mr=mister=mistah sir monsieur=m herr señor=senor signor don=dom mynheer esquire=esq master
        sahib effendi messrs maestro
    """,
    ("courtesy", "she"): """
        mrs=missus mistress miss ms madame=mme=madam mlle=mademoiselle frau fräulein=fraulein
        señora=senora señorita=senorita signora signorina donna doña dona senhora fru
        frøken=fröken=froken
        mevrouw
    """,
    ("noble", "he"): """
        lord king prince duke count=comte=conte=graf baron=freiherr earl viscount=vicomte
        marquis=marquess sultan emperor czar=tsar sheikh=sheik rajah=raja chevalier khan
        archduke vizier
    """,
    ("noble", "she"): """
        lady dame queen princess duchess=duchesse countess=comtesse baroness=baronne
        viscountess=vicomtesse marchioness=marquise empress czarina=tsarina
    """,
    ("rank", None): """
        captain=capt major=maj colonel=col general=gen lieutenant=lieut=lt sergeant=sgt=serjeant
        corporal=cpl private=pvt admiral=adm commander=cmdr commodore brigadier marshal ensign
        midshipman inspector detective constable officer agent superintendent sheriff deputy trooper
        president senator governor mayor chancellor minister ambassador commissioner secretary
        councillor congressman chief
    """,
    ("rank", "he"): "squire bosun bo'sun",
    ("profession", None): """
        doctor=dr professor=prof judge justice nurse coach comrade citizen=citoyen=citoyenne
        counsellor
    """,
    ("church", "he"): "father=fr reverend=rev bishop archbishop cardinal pope abbot brother parson",
    ("church", "she"): "sister mother abbess",
    ("church", None): "saint=st rabbi deacon pastor",
    ("kin", "he"): """
        uncle great-uncle grandfather grandpa granddad dad daddy papa tío=tio tito onkel oom
    """,
    (
        "kin",
        "she",
    ): """
        aunt=auntie=aunty great-aunt grandmother grandma granny gran mama mamma mammy goody
        tía=tia tita tante
    """,
    ("kin", None): "cousin",
    ("epithet", None): "old young little poor dear big fat",
}


def _entries() -> Mapping[str, Title]:
    entries: dict[str, Title] = {}
    for (kind, pronoun), spellings in _TITLES.items():
        for group in spellings.split():
            key, *others = group.split("=")
            for spelling in (key, *others):
                entries[spelling] = Title(key, kind, pronoun)
    return MappingProxyType(entries)


TITLES = _entries()
"""Every title in lower case without its full stop."""

ABBREVIATED = frozenset(
    """
    mr mrs ms dr st m mme mlle capt col gen lieut lt sgt prof rev fr esq maj adm messrs jr sr
    """.split()
)
"""Titles that may carry a full stop which ends no sentence."""

SUFFIXES = frozenset("jr sr esq esquire junior senior ii iii iv phd md".split())
"""What may follow a name as part of it."""

PARTICLES = frozenset(
    """
    de du des del della di da la le van von der den ten ter bin ibn al el y af av zu d' st st.
    """.split()
)
"""Lower-case words inside a family name: van der Meer, de la Cruz."""


def title(word: str) -> Title | None:
    """The title that a word is, with or without its full stop; None for another word.

    `title("Mrs.")` asks for she. Epithets (“old”, “poor”) count only in lower case before a
    name, so they are left out here.
    """
    found = TITLES.get(word.lower().rstrip("."))
    return None if found is None or found.kind == "epithet" else found


def titles_conflict(one: Title, other: Title) -> bool:
    """Whether the two cannot be one person's titles.

    Mr. and Mrs., Lord and Lady disagree in pronoun; Miss and Mrs., Uncle and Father in what
    they say. Mr. and Captain, Doctor and Professor may be one person's.
    """
    if one.pronoun and other.pronoun and one.pronoun != other.pronoun:
        return True
    if one.key == other.key:
        return False
    pair = {one.key, other.key}
    if pair in ({"mrs", "miss"}, {"madame", "mlle"}):
        return True
    if {one.kind, other.kind} == {"courtesy", "rank"} and "she" in {one.pronoun, other.pronoun}:
        # Colonel Brook is Miss Brook's father, not Miss Brook.
        return True
    return one.kind == other.kind == "kin"
