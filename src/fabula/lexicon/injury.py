"""What hurts people where: parts of the body, verbs of harm, words for wounds.

The lists were written by hand for this project from ordinary English usage.
"""

from collections.abc import Mapping
from types import MappingProxyType

from fabula.lexicon.verb_forms import all_forms, forms_of

PARTS = frozenset(
    """
    arm arms hand hands wrist wrists finger fingers thumb elbow shoulder shoulders head skull
    face nose lip lips cheek chin jaw ear neck throat chest rib ribs side back hip leg legs
    thigh calf shin knee knees ankle ankles foot feet toe toes heel forehead brow eye collarbone
    tooth palm palms knuckle knuckles temple scalp thumbs elbows hips heels shins toenail eyelid
    collar-bone spine belly eyebrow
    """.split()
)
"""What can be broken, cut or burned: “she broke her wrist”."""

_HARMS = (
    "break=broken cut=cut twist=twisted sprain=sprained burn=burned bruise=bruised graze=grazed "
    "scrape=scraped dislocate=dislocated fracture=fractured crack=cracked scald=scalded "
    "gash=gashed slash=slashed split=split skin=skinned stub=stubbed injure=injured hurt=hurt "
    "wound=wounded bite=bitten pierce=pierced turn=turned rick=ricked wrench=wrenched slice=cut "
    "slit=cut nick=cut "
    "crush=crushed shatter=shattered smash=smashed lacerate=cut stab=stabbed"
)

HARMS: Mapping[str, str] = MappingProxyType(
    {
        form: value
        for lemma, value in (entry.split("=") for entry in _HARMS.split())
        for form in forms_of(lemma).all
    }
)
"""Form of a verb to how a part of the body is afterwards: “sprained her ankle”."""

SORE = frozenset(
    """
    broken sprained burned burnt bruised bleeding swollen injured hurt split cut bandaged twisted
    dislocated fractured bloody blistered scalded grazed gashed torn aching hurting throbbing
    cracked chapped stiff sore raw strained frostbitten scratched stung
    """.split()
)
"""What is said of a part that is hurt: “his lip was split”, “her broken wrist”."""

TWISTABLE = frozenset("ankle ankles knee knees wrist wrists foot arm leg back shoulder".split())
"""Parts that are hurt when they are twisted; a twisted face is another thing."""

WOUNDS = frozenset(
    """
    wound wounds injury injuries gash bruise bruises blister blisters concussion splinter splinters
    burn burns lump bump welt welts sting stings scratch scratches cut cuts graze grazes sprain
    fracture bullet-hole scrape scrapes laceration lacerations scab scabs sunburn swelling nosebleed
    shiner abrasion contusion gunshot
    """.split()
)
"""Who has one of these is hurt: “she looked over his injuries”."""

PIERCING = frozenset(
    """
    arrow bolt bullet knife dagger sword blade dart spear splinter splinters thorn thorns nail
    shard shrapnel hook fishhook fish-hook harpoon glass
    """.split()
)
"""What hurts whoever has it in a part of the body."""

SMALL_THORNS = frozenset("splinter splinters thorn thorns shard shrapnel".split())
"""Of these also what is in a hand hurts it; a knife in a hand is held."""

GRASPING = frozenset("hand hands finger fingers palm palms teeth arms lip lips".split())
"""Parts that hold things."""

HITS = all_forms(
    "take hit strike catch pierce graze enter find skewer nick clip transfix scratch".split()
)
"""What a weapon does to whom it hits: “the arrow took him in the thigh”."""

JUTS = all_forms("stand stick jut protrude project poke".split())
"""How a weapon stays in whom it has hit."""

CUT_OPEN = frozenset(
    "arm forearm cheek palm thigh scalp forehead side leg brow shoulder calf".split()
)
"""Parts that are opened by nothing but a wound."""

DRESSES_WOUNDS = all_forms("bandage stitch splint suture".split())
"""What is done to parts that are hurt."""

DRESSINGS = frozenset(
    "bandage bandages sling splint plaster stitches crutches tourniquet crutch cast".split()
)
"""Who wears one of these is hurt."""

BLEEDS_FROM = frozenset(
    "eye eyes face nose lip lips head forehead ear ears cheek chin leg arm mouth temple brow neck"
    " scalp knee shoulder hair shin side thigh calf wrist elbow ankle jaw".split()
)
"""Blood on one of these is mostly its owner's; on hands it may be another's."""

GIVES_WAY: Mapping[str, str] = MappingProxyType(
    {
        form: value
        for lemma, value in (
            entry.split("=")
            for entry in "split=split crack=cracked swell=swollen blister=blistered bleed=bleeding"
            " throb=throbbing ache=aching hurt=hurting".split()
        )
        for form in forms_of(lemma).all
    }
)
"""What a part that is hurt does by itself, to how it is: “their lips had split”."""

ACHES = all_forms("ache hurt throb".split())
TIRED_PARTS = frozenset("feet legs arms back neck shoulder shoulders knees hips".split())
"""What aches after a long day: no wound."""

JOINTS = frozenset("knee knees knuckle knuckles neck back jaw finger fingers ankle ankles".split())
"""What cracks when it is bent: no wound."""

ACHING_INSIDE = frozenset("head stomach tummy belly tooth teeth throat".split())
"""What aches without a wound: “my head hurts”."""

HEALS = all_forms("heal mend".split())
"""What a wound or a part does in the end: “the wrist healed”."""
