"""Words for how people look: eyes, hair, height, build, skin, marks, age.

The lists were written by hand for this project from ordinary English usage.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Look = Literal["eyes", "hair", "age", "height", "build", "skin", "handedness", "mark"]
"""What an adjective for looks is about."""

COLOURS = frozenset(
    """
    black brown blue green grey gray hazel amber violet golden silver silvery red white yellow
    pale dark light emerald chestnut auburn blond blonde fair ginger sandy copper raven brunette
    orange pink purple
    """.split()
)

EYE_WORDS = (COLOURS - frozenset("red pink orange".split())) | frozenset(
    """
    small large big round slanted glass lazy palest bluest darkest blackest greenest
    smallest largest mismatched
    """.split()
)
"""What is said of eyes that lasts: “her grey eyes”, not “her wide eyes”."""

HAIR_WORDS = COLOURS | frozenset(
    """
    long short curly straight wavy cropped shaved bald thick thin frizzy braided plaited shaggy
    spiky bobbed new neat little pointed grizzled mousy strawberry straw-coloured fine
    """.split()
)
"""What is said of hair that lasts a while: “his curly hair”, not “his wet hair”."""

HAIR = frozenset(
    """
    hair beard moustache mustache curls fringe braid plait ponytail locks whiskers streak braids
    plaits pigtail pigtails eyebrows bun goatee sideburns dreadlocks ringlets mohawk stubble
    """.split()
)
"""What grows on a head."""

HEAD_WORDS = frozenset("shaved cropped bald grey gray white red fair dark blond".split())
"""What is said of a head when its hair is meant."""

HAIR_ALONE = frozenset(
    "beard moustache mustache whiskers ponytail plait plaits braids pigtails pigtail fringe"
    " goatee sideburns dreadlocks ringlets mohawk".split()
)
"""Hair that says something without another word: “he had a beard”."""

SKIN_WORDS = frozenset("pale dark brown black white freckled tanned olive bronzed sallow".split())

_FIGURE: Mapping[Look, str] = {
    "height": "long tall short taller shorter tallest shortest smallest small tiny",
    "build": """
        thin slim slender skinny lean fat plump stout stocky burly broad-shouldered lanky heavy
        muscular gaunt wiry thinner portly round big large huge square wide thickset tubby bony
        enormous broad strapping willowy
        biggest thinnest fattest heavyset big-boned barrel-chested chubby rotund stouter fatter
        slight narrow
    """,
    "age": "elderly middle-aged young old",
    "hair": """
        bald red-haired fair-haired dark-haired grey-haired gray-haired white-haired bearded
        black-haired brown-haired yellow-haired silver-haired curly-haired long-haired
        short-haired clean-shaven moustached red-headed sandy fair blond blonde ginger balding
        grey gray grey-bearded white-bearded redhead brunette
    """,
    "skin": "brown freckled dark-skinned tanned sallow sunburnt sunburned",
    "handedness": "left-handed right-handed ambidextrous",
    "eyes": """
        blue-eyed green-eyed brown-eyed grey-eyed gray-eyed dark-eyed black-eyed hazel-eyed
    """,
    "mark": "lame one-eyed one-armed one-legged scarred tattooed pockmarked",
}

FIGURE: Mapping[str, Look] = MappingProxyType(
    {word: attribute for attribute, words in _FIGURE.items() for word in words.split()}
)
"""An adjective said of a person that lasts: “tall” is `height`."""

_COMPOUNDS: Mapping[str, Look] = MappingProxyType(
    {"haired": "hair", "bearded": "hair", "eyed": "eyes", "skinned": "skin"}
)
_EYED = frozenset("almond cross squint sloe ice steel".split())
_MOODS_OF_EYES = frozenset("wide round bright red dry starry sharp heavy hollow bleary big".split())


def figure_of(word: str) -> Look | None:
    """What an adjective said of a person is about, if it lasts.

    `figure_of("tall")` is height, `figure_of("sandy-haired")` hair; “wide-eyed” passes, and is
    nothing.
    """
    if word in FIGURE:
        return FIGURE[word]
    how, _, part = word.rpartition("-")
    if how in _MOODS_OF_EYES or not how:
        return None
    if part == "eyed" and how not in EYE_WORDS | _EYED:
        return None  # “pie-eyed”, “starry-eyed”
    return _COMPOUNDS.get(part)


CARRIED_ALONE = frozenset(
    """
    old young big round broad enormous heavy short large square slight wide grey gray fair
    long brown narrow
    """.split()
)
"""Of these only the plain nouns for a person say so: “a young man”, not “old friend”."""

PLAIN_PEOPLE = frozenset(
    """
    man woman boy girl lady gentleman fellow lad lass person creature child chap guy kid bloke
    youth teenager teen youngster widow widower bachelor spinster baby toddler soul figure gal
    redhead brunette blonde
    """.split()
)
"""Nouns whose adjectives tell what someone looks like."""

NAMED_BY_HAIR: Mapping[str, str] = MappingProxyType(
    {"redhead": "red-haired", "brunette": "brown-haired"}
)
"""What people are called by their hair, to how it is."""

MARKS = frozenset(
    "scar scars tattoo tattoos birthmark mole limp dimple dimples stammer lisp".split()
)
"""What people are known by: “a scar through one eyebrow”."""

BROKEN_ONCE = frozenset("nose tooth teeth".split())
"""What breaks and is known by it for life: “with a broken nose”."""

FALSE_PARTS = frozenset("arm hand leg foot tooth teeth nose ear finger fingers knee hip".split())
"""Parts of a body that somebody may have of wood or brass, or stiff for life."""

PAIRED = frozenset("arm eye leg hand ear foot".split())
"""Parts of which it tells that somebody has one: “a captain with one arm”."""

LACKED = frozenset("teeth tooth eyebrows hair chin neck legs arms nose ears fingers beard".split())
"""Parts that somebody may be known for not having: “with no front teeth”."""

KINDLY = frozenset("poor dear good jolly silly funny sweet".split())
"""“poor old Tom” and “good old Tom” may be any age."""

MADE_OF = frozenset(
    """
    wooden artificial false black chipped crooked brass iron steel tin gold silver golden
    mechanical missing hooked stiff lame crippled withered gammy
    """.split()
)
"""What such a part is made of: “a wooden leg”."""

AGE_HEADS = frozenset(
    """
    boy girl man woman lad lass child youth lady guy kid fellow gentleman person widow widower
    bachelor spinster chap bloke
    """.split()
)
"""“a boy of nineteen”."""

MEASURES = frozenset("feet foot inches inch metres meters".split())
"""“six feet tall”."""
