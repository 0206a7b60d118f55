"""Names of places, and the words that make a name a place, a building, a body or a ship."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from fabula.lexicon.sections import read_lines

PlaceType = Literal["GPE", "LOC", "FAC", "ORG", "VEH"]

_ENDINGS: Mapping[PlaceType, str] = {
    "FAC": """
        street st road lane avenue boulevard square row court crescent terrace alley drive close
        house hall castle palace tower manor abbey priory church cathedral chapel temple
        hotel inn tavern restaurant café cafe bar theatre theater opera museum library hospital
        station airport bridge wharf dock pier lodge cottage villa mansion grange farm
        park gardens garden green common gate market prison jail gaol school college university
        academy building buildings camp fort arena stadium cemetery mill mine hostel
        chambers flats apartments arms
    """,
    "LOC": """
        river lake sea ocean bay gulf channel island islands isle isles mountain mountains mount
        hill hills valley desert forest wood woods heath moor moors plain plains coast beach
        cape creek falls glen peak cliff cliffs canyon pass ridge stream brook pond marsh swamp
        sector nebula galaxy planet
    """,
    "GPE": "city town village county shire kingdom empire republic province parish borough",
    "ORG": """
        company co club society bank office ministry department committee council union league
        association order party guild corporation inc ltd firm bureau agency institute force
        regiment battalion brigade squadron times gazette herald chronicle journal magazine
        review news post mail foundation trust
    """,
    "VEH": "express limited",
}

_BEGINNINGS: Mapping[PlaceType, str] = {
    "FAC": "hotel café cafe rue via casa chateau château villa palazzo fort place",
    "LOC": "mount lake cape river isle loch gulf",
    "GPE": "port san santa los las el saint st new",
}


def _by_word(table: Mapping[PlaceType, str]) -> Mapping[str, PlaceType]:
    return MappingProxyType({word: kind for kind, words in table.items() for word in words.split()})


PLACE_ENDINGS = _by_word(_ENDINGS)
"""The last word of a name that says what it is: Baker Street, Castle Rock House."""

SURNAME_ENDINGS = frozenset(
    """
    brook hill hills wood woods moor heath marsh glen peak lake rivers ford lane row close hall
    house castle church temple lodge park gardens green common gate market mill chambers banks
    order price bridge farm fields field street major plain beach bay forest court crescent
    """.split()
)
"""Those of the endings that are also family names: Ada Brook is a person, Mill Brook is none."""

PLACE_BEGINNINGS = _by_word({kind: _BEGINNINGS[kind] for kind in ("FAC", "LOC", "GPE")})
"""The first word of a name that says so: Mount Doom, Hotel Splendid."""

VESSELS = frozenset(
    """
    ship ships boat schooner brig barque bark frigate cutter steamer steamship yacht sloop launch
    submarine cruiser destroyer battleship galleon starship spaceship shuttle freighter tug
    liner barge airship train locomotive
    """.split()
)
"""Nouns that make the name beside them a ship’s or a train’s: “the schooner Petrel”."""


@cache
def _gazetteer() -> dict[str, PlaceType]:
    kinds: tuple[PlaceType, ...] = ("GPE", "LOC", "ORG")
    sections = read_lines("place_names.txt")
    return {name.lower(): kind for kind in kinds for name in sections[kind]}


def known_place(name: str) -> PlaceType | None:
    """What a name is that the world knows: “GPE” for London, “LOC” for the Thames."""
    return _gazetteer().get(name.lower())
