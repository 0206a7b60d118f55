"""Nouns for places that someone can be in: rooms, buildings, grounds, country, parts of a ship.

Written by hand for this project from ordinary English usage, after the classes of LitBank's
guidelines for facilities and places (Bamman, Popat and Shen, NAACL 2019) and the everyday words of
modern stories. Furniture and words that are as often no place (“bar”, “point”) are left out.
"""

ROOMS = frozenset(
    """
    room kitchen kitchenette pantry larder scullery hall hallway corridor passage passageway
    bedroom bathroom washroom toilet lavatory nursery study parlour parlor lounge library attic
    loft garret cellar basement office cubicle cell cage dungeon staircase stairs stairwell stairway
    landing porch veranda verandah balcony terrace vestibule foyer lobby antechamber chamber
    ballroom classroom playroom storeroom workroom guardroom cloakroom courtroom boardroom
    lunchroom canteen cafeteria dormitory dorm ward surgery infirmary sickroom vestry crypt vault
    nave gallery wings backstage lift elevator closet cupboard conservatory sitting-room
    dining-room drawing-room living-room wash-house workshop
    """.split()
)
"""Places inside a building."""

BUILDINGS = frozenset(
    """
    house cottage cabin hut shack shed barn byre stable stables outhouse garage greenhouse
    boathouse lighthouse farmhouse farm mill windmill inn tavern pub alehouse café cafe restaurant
    diner bakery shop store bookshop pharmacy supermarket school schoolhouse college gym
    gymnasium church chapel cathedral abbey monastery convent temple shrine mosque synagogue
    hospital clinic hospice asylum prison gaol jail station depot garrison barracks fort fortress
    castle palace tower keep mansion manor villa bungalow apartment flat hotel hostel museum theatre
    theater cinema opera factory warehouse foundry smithy forge laundry bank embassy observatory
    laboratory lab tent camp headquarters post-office tollhouse gatehouse library hangar studio
    """.split()
)

GROUNDS = frozenset(
    """
    yard courtyard backyard farmyard churchyard graveyard cemetery garden orchard vineyard lawn
    park playground square market marketplace plaza street road lane alley alleyway avenue
    driveway path trail track bridge pier jetty quay wharf dock docks harbour harbor slipway
    platform car-park pavement sidewalk gate gateway crossroads motorway highway roadside
    field meadow pasture paddock moor heath marsh swamp forest wood woods clearing grove
    beach shore strand cove bay cave cavern hill hillside hilltop hillock ridge cliff mountain
    valley ravine gorge canyon desert dune dunes oasis river riverbank stream brook lake lakeside
    pond ditch island islet sea ocean lagoon village town city suburb mainland countryside
    """.split()
)

DECKS = frozenset(
    """
    deck cabin wheelhouse hold galley cockpit bridge foretop masthead forecastle fo'c'sle steerage
    ship boat ferry barge yacht train carriage compartment bus tram car taxi van lorry truck wagon
    coach cab plane aeroplane airplane airship spaceship shuttle submarine sledge rowboat flagship
    """.split()
)
"""Vessels and vehicles, and the places on board."""

PLACE_NOUNS = ROOMS | BUILDINGS | GROUNDS | DECKS
