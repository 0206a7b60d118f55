"""Verbs by which a thing changes hands, is laid down, is lost, or is simply had.

The lists were written by hand for this project from ordinary English usage. Verbs that more often
take something else than a thing as their object (“bear”, “win”), or take hold of what stays
where it is (“grab”, “seize”), are left out.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from fabula.lexicon.portable_things import things_of_kind
from fabula.lexicon.verb_forms import forms_of

Handling = Literal[
    "give",
    "send",
    "take",
    "draw",
    "steal",
    "buy",
    "find",
    "make",
    "lose",
    "drop",
    "break",
    "lay",
    "stow",
    "hide",
    "pocket",
    "hold",
    "wear",
    "bring",
    "fasten",
    "tear",
    "grab",
    "use",
    "eat",
]

_VERBS: Mapping[Handling, str] = {
    # what is given has a receiver: “handed Tom the key”
    "give": """
        give hand pass lend return deliver entrust award bequeath restore bring present loan feed
        offer donate surrender
    """,
    # may have one: “slid the bag across the counter to her”
    "send": "slide push shove slip toss throw fling chuck hurl lob roll sell",
    "take": """
        take snatch pick fetch collect accept receive gather scoop retrieve reclaim
        confiscate unbuckle unhook unpin unclip unsling catch pluck get lift extract recover prise
        pry wrest
    """,
    # takes hold of what stays where it is, unless it can be carried: “grabbed his coat”
    "grab": "grab seize",
    # shows that the one who acts had it: “drew a key from his robes”
    "draw": """
        withdraw produce draw unsheathe pull fish slide slip tug wrench haul dig bring whip
    """,
    "steal": "steal filch pilfer purloin swipe",
    "buy": "buy purchase",
    "find": "find discover unearth",
    "make": "carve sew knit whittle forge",
    "lose": "lose mislay misplace",
    "drop": "drop fall clatter",
    "break": "break smash shatter",
    "lay": "put lay set place leave hang prop rest deposit tuck stuff thrust drop slip",
    # does so only where it is said into what, or down
    "stow": """
        press push cram jam squeeze poke count pop sling drape wrap tie pin clip strap dump plonk
        perch lean stand stick plant spread lower replace hook
    """,
    "hide": "hide bury stash conceal stow",
    "pocket": "pocket",
    "hold": """
        hold carry clutch grip grasp cradle lug brandish wield keep have clasp clench hug offer
        flourish shoulder tote balance
    """,
    "wear": "wear don sport",
    # done with what can be carried, it is in the hand: “sipped his coffee”, “waved a flag”
    "use": """
        sip munch nibble gnaw chew suck lick smoke wave swing twirl raise heft weigh
        hoist fold unfold unroll crumple peel sniff polish wipe read thumb show open turn aim
        cock load unwrap
    """,
    # leaves nothing to have: “ate the apple”
    "eat": "eat drink swallow devour gobble",
    # who comes with it has it: “he brought a lamp”
    "bring": "bring",
    # with “on”, and said of clothes: “she buttoned her coat on”
    "fasten": "pull tug tie strap buckle button zip sling clap throw slip fasten draw",
    # what is left are pieces or ashes, said of paper, cloth, string
    "tear": "tear rip shred burn cut slit",
}

HANDLING: Mapping[str, frozenset[Handling]] = MappingProxyType(
    {
        form: frozenset(
            kind
            for kind, lemmas in _VERBS.items()
            for lemma in lemmas.split()
            if form in forms_of(lemma).all
        )
        for lemmas in _VERBS.values()
        for lemma in lemmas.split()
        for form in forms_of(lemma).all
    }
)
"""Form of a verb to what it does with a thing: “slipped” may send it or lay it somewhere."""

HELD_WHILE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        form: frozenset(nouns.split())
        for lemma, nouns in {
            "turn": "key keys",
            "open": """
                letter envelope note book notebook newspaper paper parcel purse wallet umbrella
                parasol telegram packet diary map locket
            """,
            "read": "letter note book newspaper paper telegram message card diary page letters",
            "raise": """
                glass cup mug gun pistol rifle revolver sword knife stick hat cap axe hammer lantern
                lamp torch binoculars telescope camera spoon fork bottle umbrella candle whip staff
            """,
        }.items()
        for form in forms_of(lemma).all
    }
)
"""The things that are in the hand of who does this to them; of other verbs it may be any."""

TOOLS = frozenset(
    """
    knife penknife pocketknife jackknife sword dagger blade axe hatchet hammer screwdriver spanner
    wrench chisel saw crowbar poker stick cane whip spade shovel rake pitchfork fork spoon pen
    pencil brush broom mop
    key keys scissors shears needle tweezers pliers tongs torch flashlight lantern lamp candle
    umbrella gun pistol revolver rifle telescope binoculars camera
    """.split()
)
"""What is done with one of these is done by who has it in hand: “cut the rope with a knife”."""

FURNITURE = frozenset(
    """
    chair chairs seat stool bench sofa couch bed table desk cab taxi bus train tram stairs ladder
    lift place mast pole step steps
    """.split()
)
"""Who takes, has or is given one of these has nothing in hand."""

STEERED = frozenset("wheel helm tiller".split())
"""Who takes or holds one of these steers with it, and carries it nowhere."""

GESTURES = frozenset(
    "bow hug kiss pat push shove slap kick nod squeeze punch poke cuff look wave smile".split()
)
"""Who gives one of these, or leaves with one, hands nothing over."""

ON_THE_BODY = frozenset(
    """
    scar scars mole moles wart freckle freckles tattoo tattoos limp dimple dimples squint stoop rib
    ribs tooth tongue fang fangs claw claws bruise bruises wound wounds cut cuts blister blisters
    lump bump stitch stitches muscle muscles bone bones jaw thumb thumbs knuckle toe toes heel
    heels nail nails eyelash eyelashes lash lashes eyelid eyelids wrinkle wrinkles frown tear tears
    """.split()
)
"""What somebody has on the body and can give to nobody: “he has a scar”, “took her thumb away”."""

FOR_THE_BODY = frozenset("blanket blankets rug quilt shawl towel bandage sling garland".split())
"""Put round somebody these are theirs, as clothes are."""

HANDS = frozenset(
    "hand hands palm palms arms arm fist fists fingers lap grasp grip mouth teeth lips chin elbow"
    " armpit".split()
)
"""Who has a thing in one of these holds it: “put it into her hands”."""

WORN_ON = frozenset(
    """
    neck throat head finger fingers thumb wrist wrists forearm shoulder shoulders ear ears nose foot
    feet ankle ankles belt back waist knee knees hip hips knuckle
    """.split()
)
"""Who has a thing on one of these wears or carries it: “hung it round his neck”."""

KEPT_IN = things_of_kind("clothes") | frozenset(
    """
    pocket pockets sleeve sleeves cuff lapel buttonhole waistband bodice hood chain watch-chain
    keyring wallet wallets notebook pocketbook bag bags satchel purse handbag rucksack backpack
    pack pouch holster scabbard briefcase knapsack reticule sporran holdall haversack washbag
    kitbag bumbag fanny-pack tote pannier saddlebag saddlebags
    """.split()
)
"""Who puts a thing in one of these of their own carries it: “put it inside her shirt”."""

SHARED_OUT = frozenset("bread cheese toast cake pie food".split())
"""Who breaks one of these, or another thing to eat, has it still, in pieces."""

TORN = frozenset(
    """
    letter letters note notes page pages paper papers map photograph photo envelope card list
    contract deed will ticket cheque check certificate newspaper diary rope cord string thread
    ribbon tape cable wire net sheet shirt dress scarf handkerchief
    """.split()
)
"""Who tears, cuts or burns one of these leaves nothing to have."""

CORDS = frozenset("rope cord string thread ribbon tape cable wire net sheet line".split())
"""Of what is cut only these are no more; a dress that is cut may still be worn."""

GARMENTS = things_of_kind("clothes") | frozenset(
    """
    hood helmet helmets mask masks collar collars ring rings necklace necklaces pendant pendants
    locket lockets brooch brooches bracelet bracelets bangle bangles anklet anklets earring earrings
    glasses spectacles goggles armour armor belt belts
    """.split()
)
"""What is worn rather than held."""
