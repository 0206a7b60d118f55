"""What a noun makes of two people: “Tom's nephew” is a niece_or_nephew of Tom.

The lists were written by hand for this project from ordinary English usage.
"""

from collections.abc import Mapping
from types import MappingProxyType

from fabula.labels import INVERSES, RelationKind
from fabula.lexicon.roles import plural_of

_NOUNS: Mapping[RelationKind, str] = {
    "parent": """
        father dad daddy da papa pa pop pops parent
        mother mom mommy mum mummy mama mamma mammy mam ma
        papá mamá maman vati mutti amma appa baba
        stepfather stepmother stepdad stepmum stepmom
    """,
    "child": "son daughter child stepson stepdaughter stepchild",
    "grandparent": """
        grandfather grandpa granddad grandad grandmother grandma granny gran nan nana grandparent
        grandpapa grandmama grandmamma gramps abuela abuelo nonna nonno oma opa avó avô bubbe zayde
        nain taid nani babcia babushka yiayia pappou
        great-grandfather great-grandmother
    """,
    "grandchild": "grandson granddaughter grandchild great-grandson great-granddaughter",
    "sibling": "brother sister sibling half-brother half-sister stepbrother stepsister",
    "twin": "twin",
    "aunt_or_uncle": "aunt auntie aunty uncle great-aunt great-uncle tía tío tante",
    "niece_or_nephew": "niece nephew great-niece great-nephew",
    "cousin": "cousin",
    "in_law": """
        father-in-law mother-in-law brother-in-law sister-in-law son-in-law daughter-in-law
    """,
    "guardian": "guardian foster-parent godfather godmother foster-father foster-mother",
    "ward": "ward godson goddaughter godchild foster-son foster-daughter",
    "spouse": "husband wife spouse widow widower bride bridegroom hubby missus",
    "engaged": "fiancé fiancée fiance fiancee betrothed",
    "lover": "lover boyfriend girlfriend sweetheart beau paramour",
    "former_lover": "ex ex-boyfriend ex-girlfriend ex-lover",
    "former_spouse": "ex-husband ex-wife",
    "friend": "friend pal chum buddy bestie",
    "enemy": "enemy foe archenemy arch-enemy nemesis",
    "rival": "rival",
    "neighbour": "neighbour neighbor",
    "colleague": """
        colleague co-worker coworker workmate teammate team-mate shipmate crewmate crew-mate
        bandmate
    """,
    "flatmate": "flatmate roommate housemate room-mate flat-mate bunkmate",
    "employer": "employer",
    "employee": """
        employee butler housekeeper maid housemaid cook valet gardener chauffeur secretary
        deckhand nanny steward manservant maidservant groom coachman footman bodyguard guide
        servant nursemaid clerk charwoman bookkeeper gamekeeper stableboy stable-boy groundsman
    """,
    "owned": """
        dog cat horse pony hound puppy kitten spaniel terrier parrot donkey mule mare camel
        collie sheepdog labrador retriever poodle whippet greyhound dachshund beagle pug lurcher
        bulldog mastiff alsatian tomcat tortoise budgie canary goldfish hamster ferret
    """,
    "superior": """
        boss captain commander superior general chief manager supervisor foreman forewoman skipper
        sergeant colonel admiral inspector overseer leader ringleader
    """,
    "subordinate": """
        lieutenant subordinate deputy squire henchman second-in-command aide assistant engineer
        bosun purser navigator quartermaster constable corporal ensign helmsman
    """,
    "teacher": """
        teacher tutor mentor professor governess instructor coach headmaster headmistress
        headteacher schoolmaster schoolmistress schoolteacher
    """,
    "pupil": "pupil student apprentice disciple protégé protégée",
    "captor": "captor jailer gaoler kidnapper",
    "captive": "prisoner captive hostage",
}

KIND_OF_NOUN: Mapping[str, RelationKind] = MappingProxyType(
    {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
)
"""Every noun for one person in the singular, in lower case."""

KIND_OF_PLURAL: Mapping[str, RelationKind] = MappingProxyType(
    {
        plural_of(noun): kind
        for noun, kind in KIND_OF_NOUN.items()
        # Of “Ned and Tom were pupils” neither is the other's: only what holds both ways is told.
        if kind not in INVERSES
    }
)
"""“Tom and Ned were brothers”: the nouns that hold both ways, in the plural."""

KIND_OF_PLURAL_OF_ONE: Mapping[str, RelationKind] = MappingProxyType(
    {plural_of(noun): kind for noun, kind in KIND_OF_NOUN.items()}
)
"""“her sons”: the nouns of which several people may be something to one."""

FAMILY = frozenset(
    """
    parent child grandparent grandchild sibling aunt_or_uncle niece_or_nephew cousin in_law spouse
    former_spouse engaged
    """.split()
)
"""Two people are hardly more than one of these to each other at a time."""

OF_WORK = frozenset(
    "superior subordinate employer employee teacher pupil captor captive guardian ward".split()
)
"""What people are to each other by their places in a house, a school or a ship."""

_PAST: Mapping[RelationKind, RelationKind] = {
    "spouse": "former_spouse",
    "lover": "former_lover",
    "engaged": "former_lover",
}

ENDS: Mapping[RelationKind, tuple[RelationKind, ...]] = MappingProxyType(
    {
        "former_spouse": ("spouse",),
        "former_lover": ("lover", "engaged"),
        "spouse": ("engaged", "lover"),
    }
)
"""What a relation puts an end to: a wedding the engagement, a divorce the marriage."""

KIND_THROUGH: Mapping[tuple[RelationKind, RelationKind], RelationKind] = MappingProxyType(
    {
        ("parent", "parent"): "grandparent",
        ("sibling", "parent"): "aunt_or_uncle",
        ("child", "sibling"): "niece_or_nephew",
        ("child", "child"): "grandchild",
        ("child", "aunt_or_uncle"): "cousin",
        ("parent", "spouse"): "in_law",
        ("sibling", "spouse"): "in_law",
        ("spouse", "sibling"): "in_law",
        ("spouse", "child"): "in_law",
    }
)
"""“her mother's brother” is an aunt_or_uncle of hers: the kind of the outer noun, of the inner."""

_FORMERLY = frozenset("former ex erstwhile one-time onetime".split())
_OF_ANOTHER_TIME: Mapping[RelationKind, frozenset[str]] = MappingProxyType(
    {"lover": frozenset({"old", "first", "childhood"}), "spouse": frozenset({"first"})}
)
"""“her old sweetheart” is hers no more, nor her first husband; an old friend still is."""

_NOT_PEOPLE_OF_ONE = frozenset("no any every each some another".split())


def kind_said(noun: str, modifiers: frozenset[str]) -> RelationKind | None:
    """The kind that a noun names with the words before it; None if it names none.

    `kind_said("husband", {"former"})` is “former_spouse”. A former friend is nothing that is
    kept, and “her imaginary brother” or “like a brother” no brother.
    """
    kind = KIND_OF_NOUN.get(noun)
    if kind is None or modifiers & _UNREAL:
        return None
    if modifiers & _FORMERLY or modifiers & _OF_ANOTHER_TIME.get(kind, frozenset()):
        return _PAST.get(kind)
    return None if modifiers & _NOT_PEOPLE_OF_ONE else kind


def past_of(kind: RelationKind) -> RelationKind | None:
    """What is left of a relation that is over: former_spouse of spouse; None of most."""
    return _PAST.get(kind)


_UNREAL = frozenset(
    "imaginary pretend supposed so-called would-be future fake left-hand right-hand next".split()
)
"""No brother is an imaginary one, and no neighbour one's left-hand neighbour at table."""

KIN_TITLES: Mapping[str, RelationKind] = MappingProxyType(
    {
        word: KIND_OF_NOUN[word]
        for word in """
            uncle aunt auntie aunty cousin great-aunt great-uncle grandma grandpa granny gran nana
            granddad grandad grandmother grandfather tía tío tante abuela abuelo nonna nonno oma opa
        """.split()
    }
)
"""Before a name they say whose relative: “Uncle Joe”.

A Brother or Father may be a monk, a Nan Prentice have been christened so.
"""

KIN_ADDRESS: Mapping[str, RelationKind] = MappingProxyType(
    {
        word: KIND_OF_NOUN[word]
        for word in """
            father dad daddy da papa pa mother mom mommy mum mummy mama mamma mammy mam ma nain taid
            nani babcia babushka yiayia pappou grandfather grandpa granddad grandad grandmother
            grandma granny gran nana nan auntie aunty papá mamá maman vati mutti amma appa baba
            grandpapa grandmama grandmamma gramps abuela abuelo nonna nonno oma opa avó avô bubbe
            zayde
        """.split()
    }
)
"""Words that stand alone for the relative of the one who says them: “Mum was out.”"""
