"""Verbs of going and staying, and the small words that tell a way to a place from a way out.

The lists were written by hand for this project from ordinary English usage, after the classes of
motion in Levin (English Verb Classes and Alternations, 1993, chapter 51) and of posture (47, 50).
"""

from fabula.lexicon.perception_verbs import LOOKING_VERBS
from fabula.lexicon.verb_forms import all_forms

MOTION_VERBS = all_forms(
    """
    go come walk run step climb hurry rush stride march wander stroll stumble stagger limp creep
    crawl slip sneak slink tiptoe dash dart race sprint bolt jog trot gallop ride drive fly sail
    row swim wade travel journey hike trudge plod shuffle shamble lumber amble saunter pace troop
    file swagger stalk pad prowl scramble clamber descend ascend return retreat flee escape move
    proceed venture burst barge storm sweep glide float drift fall tumble leap jump hop
    spring vault dive plunge squeeze duck steal skip swing get follow emerge withdraw retire
    bustle hobble waddle scurry scuttle scamper breeze blunder trail toddle clomp stomp tramp lurch
    hurtle flounce sidle edge mosey strut traipse tread flit bound lope canter patter totter hasten
    scoot nip slither clump slouch
    """.split()
)
"""Those who do these are somewhere else afterwards, if a place is named: “she ran to the mill”."""

ARRIVING_VERBS = all_forms("arrive land alight settle dismount check move".split())
"""With “at”, “in” or “on” these bring someone to a place: “they arrived at the mill”."""

ENTERING_VERBS = all_forms("enter reach board invade re-enter".split())
"""Their object is the place where one is afterwards: “he entered the mill”."""

CROSSING_VERBS = all_forms("cross roam pace circle patrol search explore tidy sweep scrub".split())
"""Their object is the place where one is meanwhile: “she paced the cell”."""

LEAVING_VERBS = all_forms("leave exit quit flee depart vacate escape evacuate".split())
"""Their object is the place where one is no longer: “they left the mill”."""

BRINGING_VERBS = all_forms(
    "carry bring take lead drag pull guide escort lift help drive usher haul row march".split()
)
"""Both the one who does these and the one to whom it is done come along."""

SENDING_VERBS = all_forms(
    """
    push shove throw fling hurl toss bundle lock shut thrust put lay set place seat tuck tie chain
    dump deposit leave show admit invite let
    """.split()
)
"""Only the one to whom these are done comes to the place: “they threw him into the cell”."""

FINDING_VERBS = all_forms("find discover meet join surprise catch corner".split())
"""Both are in the place then: “he found her in the mill”."""

STAYING_VERBS = all_forms(
    """
    sit stand lie wait stay remain sleep kneel crouch squat lean perch huddle lounge linger loiter
    rest doze live lodge dwell camp hang slump sprawl stoop hide lurk hover wake awake be work
    eat dine breakfast lunch drink play sing dance cook read write wash
    """.split()
)
"""Whoever does these is where they do it: “he waited at the mill”."""

ELSEWHERE_VERBS = all_forms(
    """
    put set lay place drop leave hide throw toss hang stick tuck pour spill bury plant pack stow
    find see hear notice spot watch look stare gaze
    glance peer study examine point aim shoot nod wave
    smile laugh shout call swear curse think know remember believe imagine dream wish hope fear
    want like love hate trust say tell ask speak talk write read learn interest
    appear seem feel have own keep buy sell hold take get give send deliver spend knock fire end
    result involve engage invest include meet marry bear raise bring up
    """.split()
)
"""“He saw a light in the mill” and “they put him in the mill” do not say that he who does it is
there."""

AIMING_VERBS = LOOKING_VERBS | all_forms(
    """
    point aim shoot fire nod wave smile grin laugh shout yell swear throw hurl scowl frown wink snap
    sniff bark growl knock tap bang kick jab stab gesture
    """.split()
)
"""With “at” these lead to what they are aimed at: “she looked at the mill”."""

INTO = frozenset({"to", "into", "onto", "inside", "aboard", "in", "on"})
"""After a verb of motion these lead to a place."""

WITHIN = frozenset("in inside aboard on upon at within under beneath".split())
"""After a verb of staying these say where one is."""

ALONG = frozenset({"across", "along", "around", "round", "about", "up", "down"})
"""After a verb of motion these say where one is meanwhile."""

OUT_OF = frozenset({"from", "off", "out"})
"""These lead away from a place."""

AWAY = frozenset(
    "out away off outside outdoors along forth onward onwards downstairs upstairs indoors".split()
)
"""Adverbs that end a stay by themselves: “he went out”."""

SETTING_OUT = MOTION_VERBS | all_forms(["set"])
"""With one of these beside them they do: “she set off”."""

PARTS = frozenset(
    """
    corner middle centre center back front end edge side top bottom floor foot far rear half heart
    depths threshold rest inside deck bow stern step steps doorway doorstep window windowsill
    sill roof wall mouth carpet
    """.split()
)
"""“In the corner of the mill” is in the mill."""
