"""What people do day by day, to what they are by it: who tunes pianos is a piano tuner.

The lists were written by hand for this project from ordinary English usage.
"""

from collections.abc import Mapping
from types import MappingProxyType

from fabula.lexicon.verb_forms import forms_of

_BY_OBJECT = {
    "keep": """
        inn=innkeeper tavern=innkeeper pub=publican shop=shopkeeper store=shopkeeper
        hotel=hotelkeeper lighthouse=lighthouse-keeper light=lighthouse-keeper bees=beekeeper
        lodgings=landlady school=schoolteacher
    """,
    "run": """
        inn=innkeeper tavern=innkeeper pub=publican bar=publican shop=shopkeeper
        store=shopkeeper hotel=hotelkeeper bakery=baker office=postmaster
    """,
    "teach": """
        music=teacher piano=teacher violin=teacher guitar=teacher singing=teacher dancing=teacher
        french=teacher latin=teacher german=teacher english=teacher history=teacher
        geography=teacher maths=teacher mathematics=teacher chemistry=teacher physics=teacher
        biology=teacher art=teacher school=teacher class=teacher infants=teacher yoga=teacher
        drama=teacher literature=teacher philosophy=teacher law=teacher
    """,
    "drive": """
        bus=driver lorry=driver taxi=driver cab=driver truck=driver tram=driver train=driver
        ambulance=driver coach=driver
    """,
    "tune": "pianos=tuner organs=tuner",
    "mend": """
        bicycles=mender shoes=mender clocks=mender watches=mender nets=mender roofs=mender
        boots=mender umbrellas=mender
    """,
    "write": "books=writer novels=novelist poems=poet poetry=poet plays=playwright",
    "paint": "portraits=painter pictures=painter landscapes=painter",
}

BY_OBJECT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (form, noun): trade
        for verb, entries in _BY_OBJECT.items()
        for noun, trade in (entry.split("=") for entry in entries.split())
        for form in forms_of(verb).all
    }
)
"""A verb and its object, to the trade of whoever does it day by day."""

WORKS = frozenset(form for verb in ("work", "train", "serve") for form in forms_of(verb).all)
"""Verbs that name a trade with “as”: “she worked as a nurse”."""
