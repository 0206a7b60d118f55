"""Nouns for places that someone can be in: rooms, buildings, grounds, country, parts of a ship.

Written by hand for this project from ordinary English usage, after the classes of LitBank's
guidelines for facilities and places (Bamman, Popat and Shen, NAACL 2019) and the everyday words of
modern stories. Furniture and words that are as often no place (“bar”, “point”) are left out.
"""

ROOMS = frozenset(
    """
    room kitchen kitchenette pantry larder scullery hall hallway corridor passage passageway
    bedroom bathroom washroom toilet lavatory nursery study parlour parlor lounge library attic
    loft garret cellar basement office cubicle cell cage dungeon staircase stairs stairwell
    stairway landing porch veranda verandah balcony terrace vestibule foyer lobby antechamber
    chamber ballroom classroom playroom storeroom workroom guardroom cloakroom courtroom
    boardroom lunchroom canteen cafeteria dormitory dorm ward surgery infirmary sickroom vestry
    crypt vault nave gallery wings backstage lift elevator closet cupboard conservatory
    sitting-room dining-room drawing-room living-room wash-house workshop sickbay airlock
    taproom saloon refectory mezzanine auditorium armoury belfry turret undercroft bunkroom
    boiler-room engine-room box-room waiting-room changing-room dressing-room hayloft loo snug
    booth cloister entrance sacristy throne-room strongroom greenroom medbay shuttlebay alcove
    stateroom wardroom newsroom showroom guestroom common-room catacombs
    """.split()
)
"""Places inside a building."""

BUILDINGS = frozenset(
    """
    house cottage cabin hut shack shed barn byre stable stables outhouse garage greenhouse
    boathouse lighthouse farmhouse farm mill windmill inn tavern pub alehouse café cafe
    restaurant diner bakery shop store bookshop pharmacy supermarket school schoolhouse college
    gym gymnasium church chapel cathedral abbey monastery convent temple shrine mosque synagogue
    hospital clinic hospice asylum prison gaol jail station depot garrison barracks fort
    fortress castle palace tower keep mansion manor villa bungalow apartment flat hotel hostel
    museum theatre theater cinema opera factory warehouse foundry smithy forge laundry bank
    embassy observatory laboratory lab tent camp headquarters post-office tollhouse gatehouse
    library hangar studio marquee pavilion gazebo summerhouse treehouse bandstand kiosk henhouse
    cowshed woodshed toolshed lean-to outbuilding granary silo icehouse ice-house glasshouse
    orangery conservatory kennels pottery brewery distillery sawmill colliery launderette
    laundrette hairdresser salon barbershop sanatorium orphanage workhouse almshouse parsonage
    vicarage rectory manse priory nunnery seminary university academy kindergarten
    boarding-house guesthouse guest-house homestead ranch lodge chalet igloo yurt caravan motel
    casino nightclub bistro tearoom teashop saloon courthouse stadium arena airport terminal zoo
    aquarium planetarium bunker dugout pool shelter baths dome mall pizzeria bedsit penthouse
    citadel stronghold outpost encampment amphitheatre mausoleum playhouse
    """.split()
)

GROUNDS = frozenset(
    """
    yard courtyard backyard farmyard churchyard graveyard cemetery garden orchard vineyard lawn
    park playground square market marketplace plaza street road lane alley alleyway avenue
    driveway path trail track bridge pier jetty quay wharf dock docks harbour harbor slipway
    platform car-park pavement sidewalk gate gateway crossroads motorway highway roadside field
    meadow pasture paddock moor heath marsh swamp forest wood woods clearing grove beach shore
    strand cove bay cave cavern hill hillside hilltop hillock ridge cliff mountain valley ravine
    gorge canyon desert dune dunes oasis river riverbank stream brook lake lakeside pond ditch
    island islet sea ocean lagoon village town city suburb mainland countryside allotment patio
    rooftop battlements ramparts parapet quad quadrangle schoolyard campsite fairground airfield
    marina towpath footbridge viaduct tunnel underpass promenade boardwalk seafront waterfront
    quayside dockside embankment glade copse thicket woodland jungle prairie steppe tundra
    plateau summit crag clifftop ledge foothills slope glen dell fen bog estuary delta fjord
    inlet creek ford weir waterfall reef sandbank shingle quarry hamlet port district
    neighbourhood neighborhood cul-de-sac precinct layby lay-by
    """.split()
)

DECKS = frozenset(
    """
    deck cabin wheelhouse hold galley cockpit bridge foretop masthead forecastle fo'c'sle
    steerage ship boat ferry barge yacht train carriage compartment bus tram car taxi van lorry
    truck wagon coach cab plane aeroplane airplane airship spaceship shuttle submarine sledge
    rowboat flagship foredeck quarterdeck gangway companionway crow's-nest brig minibus
    limousine ambulance dinghy canoe raft punt gondola schooner galleon frigate trawler
    freighter steamer lifeboat helicopter
    """.split()
)
"""Vessels and vehicles, and the places on board."""

CONVEYANCES = frozenset(
    """
    ship boat ferry barge yacht train carriage bus tram car taxi van lorry truck wagon coach cab
    plane aeroplane airplane airship shuttle sledge sled rowboat minibus limousine ambulance
    dinghy canoe raft punt bike bicycle motorbike motorcycle scooter cart tractor tanker jeep
    sleigh helicopter jet lift elevator escalator
    """.split()
)
"""What takes people elsewhere: who “came in a taxi” is where the story is, not in the taxi."""

FIXTURES = frozenset(
    """
    door doors doorway fireplace hearth mantelpiece window windows table tables desk counter chair
    chairs armchair ground floor post gatepost lamppost post-box wall walls ceiling bars railings
    """.split()
)
"""One goes to these and stands at them, and is in no other place by that."""

PLACE_NOUNS = ROOMS | BUILDINGS | GROUNDS | DECKS
"""Where somebody may be, whatever kind of place it is."""
