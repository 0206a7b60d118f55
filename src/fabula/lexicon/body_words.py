"""Parts of a body: what others see of it, and what its owner feels.

The lists were written by hand for this project from ordinary English usage.
"""

from fabula.lexicon.verb_forms import all_forms

GUT_NOUNS = frozenset("heart stomach pulse nerves skin blood spirits temper legs knees".split())
"""Parts of the body that feel, where one of `GUT_VERBS` follows."""

GUT_VERBS = frozenset(
    """
    sank sinks pounded pounds raced races leapt leaps leaped dropped drops lurched lurches
    hammered hammers twisted twists clenched clenches tightened tightens turned turns fluttered
    flutters skipped skips thudded thuds ached aches swelled swells crawled crawls prickled
    prickles froze freezes ran runs rose rises stopped stops beat beats thumped thumps churned
    churns knotted knots quickened quickens went goes go gave gives give buckled buckles buckle
    """.split()
)
"""What those parts do: “her heart sank”, “his skin prickled”."""

FACE_NOUNS = frozenset(
    """
    face eyes expression features brow brows eyebrows cheeks lips mouth smile gaze voice tone
    """.split()
)
"""What others see and hear of a person: “his eyes narrowed”."""

BODY_NOUNS = FACE_NOUNS | frozenset(
    """
    hand hands arm arms wrist wrists finger fingers fingertips elbow elbows shoulder shoulders
    head hair neck throat chin cheek ear ears nose forehead beard body chest back side waist hip
    hips lap leg legs knee knees foot feet ankle ankles shape figure fist fists skin breath tail
    wing wings paw paws
    """.split()
)
"""Where one of these is told of, its owner is there: “she took Tom’s arm”."""

SENSATION_FORMS = all_forms("ache hurt sting throb itch tingle burn smart prickle cramp".split())
"""What a part of the body does to its owner: “her calves are burning”."""
