"""What people are bound and locked up with, and what takes it off again.

The lists were written by hand for this project from ordinary English usage.
"""

from fabula.lexicon.verb_forms import all_forms

RESTRAINTS = frozenset(
    """
    shackle shackles chain chains irons iron fetters manacles handcuffs handcuff cuffs cuff rope
    ropes bonds bindings cords straps leg-irons ties zip-ties zip-tie manacle fetter
    """.split()
)
"""What binds: “the shackles that bound his wrists”."""

BINDS = all_forms("bind tie chain shackle fasten secure strap lash cuff manacle rope tape".split())
"""What is done with them, to a person or to wrists and ankles."""

BOUND_PARTS = frozenset(
    "wrist wrists hand hands ankle ankles arms legs feet limbs neck waist".split()
)
"""Parts by which people are bound; less than that is a bandage."""

REMOVES = all_forms("remove unlock unfasten undo unbuckle cut open loosen untie break".split())
"""What is done to a restraint to free the one in it."""

FALLS = all_forms("fall drop slip come".split())
"""What a restraint does, with “off” or “away”, when it lets go: “the irons fell off”."""

PRISONS = frozenset(
    """
    cell cage dungeon jail gaol prison pen crate brig box kennel cellar pound stocks pillory
    tower
    """.split()
)
"""Where people are shut up."""

LOCKUPS = frozenset("cell cage dungeon jail gaol prison brig stocks pillory".split())
"""Where nobody is put who is free to go."""

LOCKABLE_ROOMS = frozenset(
    """
    room pantry larder cupboard closet attic loft cellar basement shed bathroom bedroom kitchen
    wardrobe trunk boot barn stable vestry store storeroom store-room warehouse vault hold cabin
    coal-hole outhouse lavatory toilet garage hut chapel crypt study office library
    """.split()
)
"""Where people are locked up who are locked up at home."""

WINDS = all_forms("wind wrap loop pull slip knot pass twist".split())
"""How a bond gets round somebody."""

WOUND_ON = frozenset(
    """
    tape rope ropes cord cords wire belt chain chains string twine iron irons noose cuffs cuff
    handcuffs strap straps zip-tie cable-tie
    """.split()
)
"""What is wound round wrists and ankles to bind them."""

PUTS_AWAY = all_forms("put push shove bundle march fling toss".split())
"""What is done with people who are put there."""

SHUTS = all_forms("lock shut imprison cage confine throw trap".split())
"""How they get there: “locked her in the tower”."""
