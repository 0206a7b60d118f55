"""Trades, ranks and kinds of being, as nouns for people.

The lists were written by hand for this project from ordinary English usage. Left out are nouns
that are more often a part in one scene than a trade (“guard”, “passenger”, “stranger”).
"""

from collections.abc import Mapping
from types import MappingProxyType

TRADES = frozenset(
    """
    doctor physician surgeon dentist chemist apothecary healer medic lawyer barrister solicitor
    attorney judge magistrate clerk notary detective constable policeman policewoman fireman
    firefighter soldier sailor marine pilot navigator engineer mechanic driver chauffeur conductor
    jailer gaoler turnkey midwife nurse carpenter blacksmith smith baker butcher grocer tailor
    seamstress cobbler shoemaker weaver potter miller mason builder plumber electrician painter
    gardener farmer miner woodcutter lumberjack bartender barkeep publican innkeeper landlord
    shopkeeper storekeeper merchant pedlar peddler banker broker pawnbroker accountant bookkeeper
    cashier secretary typist receptionist librarian teacher schoolmaster schoolmistress tutor
    governess professor lecturer apprentice author writer poet novelist journalist reporter editor
    printer artist sculptor musician singer pianist violinist cellist fiddler drummer actor
    actress dancer cook chef waiter waitress butler footman housekeeper maid cleaner caretaker
    porter hunter gamekeeper shepherd goatherd fisherman ferryman boatman deckhand bosun purser
    cooper chandler tinker tanner thatcher glazier locksmith clockmaker watchmaker jeweller
    goldsmith silversmith priest vicar parson curate monk nun friar bishop rabbi imam hairdresser
    barber postman courier messenger waterman docker stevedore botanist astronomer scientist
    architect photographer vet veterinarian programmer guide stagehand usher joiner wheelwright
    brewer plasterer roofer bricklayer optician pharmacist coachman groom actuary stoker inspector
    umbrella-maker washerwoman laundress launderer dressmaker milliner postmaster postmistress
    postwoman principal janitor concierge doorman bookseller bookbinder stationer greengrocer
    fishmonger ironmonger florist confectioner chimney-sweep sweep undertaker gravedigger sexton
    verger organist composer playwright critic translator interpreter surveyor valuer auctioneer
    trader smuggler pirate thief burglar pickpocket forger poacher beekeeper farmhand shearer
    drover carter cabman cabbie trucker signalman stationmaster engine-driver lamplighter watchman
    nightwatchman hedge-witch alchemist herbalist paramedic radiographer dietitian therapist
    psychologist psychiatrist biologist geologist physicist mathematician historian archaeologist
    economist developer designer welder fitter machinist glassblower upholsterer saddler farrier
    tiler stonemason sailmaker shipwright boatbuilder lifeguard diver referee jockey boxer acrobat
    juggler clown conjurer magician puppeteer busker barista sommelier dishwasher bouncer
    bailiff beadle warden lighthouse-keeper harbourmaster customs-officer councillor diplomat
    ambassador spy babysitter nanny au-pair schoolteacher bursar registrar archivist curator
    bodyguard wrestler hygienist gatekeeper steward stewardess manager mapmaker cartographer
    quartermaster helmsman gunner bellringer choirmaster organ-builder ferrywoman
    fisherwoman milkman milkmaid dairymaid chambermaid housemaid parlourmaid kitchenmaid valet
    chaplain deacon missionary ostler stable-boy stablehand minstrel bard jester scribe copyist
    priestess sorcerer sorceress enchanter astrologer fortune-teller mercenary bounty-hunter
    ranger forester zookeeper technician analyst consultant astronaut cosmonaut cameraman
    broadcaster presenter producer comedian columnist footballer cricketer paperboy swineherd
    matron cowherd charwoman cleaning-woman storyteller toymaker candlemaker bargeman boatwoman
    oarsman coach barman barmaid umpire goalkeeper intern trainee neurosurgeon anaesthetist
    pathologist paediatrician gynaecologist cardiologist radiologist hypnotist masseur masseuse
    stylist choreographer conservator lexicographer linguist philosopher theologian sociologist
    anthropologist ecologist zoologist vulcanologist meteorologist astrophysicist engraver
    illustrator animator screenwriter songwriter scriptwriter copywriter ghostwriter biographer
    essayist blogger podcaster coder lorry-driver taxi-driver bus-driver truck-driver
    cab-driver van-driver headhunter recruiter estate-agent housewife homemaker
    barrister-at-law stockbroker trawlerman lobsterman whaler trapper falconer huntsman huntress
    gravekeeper tavern-keeper shopgirl shop-girl salesman saleswoman salesgirl hawker
    costermonger ratcatcher rat-catcher knife-grinder rag-and-bone-man swordsmith armourer
    bowyer fletcher mage warlock necromancer druid seer soothsayer
    assassin highwayman bandit outlaw gladiator squire herald wet-nurse nursemaid cabin-boy
    ship's-boy paratrooper infantryman cavalryman guardsman rifleman bombardier copilot
    firewoman lifeboatman boatswain coastguard tailoress tuner piano-tuner basket-maker
    """.split()
)
"""What people do for a living, or are known for doing."""

REPROACHES = frozenset(
    "thief burglar pickpocket forger poacher smuggler pirate spy clown jester butcher bandit"
    " outlaw assassin witch puppeteer magician actor actress poet philosopher".split()
)
"""Trades that people call each other in anger or in jest: “you thief!”."""

TRADE_PHRASES = frozenset(
    """
    manager=stage manager=bank manager=hotel manager=shop manager=office agent=estate
    agent=travel agent=insurance officer=customs officer=police officer=probation
    mate=surgeon's keeper=lighthouse keeper=assistant keeper=light keeper=shop keeper=inn keeper=bee
    driver=bus driver=taxi driver=lorry driver=cab driver=van driver=tram driver=train
    assistant=shop attendant=flight attendant=lift attendant=museum lady=dinner
    officer=prison operator=crane operator=radio operator=telephone mender=bicycle mender=clock
    seller=umbrella maker=clock maker=violin maker=instrument maker=boat teacher=piano
    teacher=music teacher=maths teacher=school hand=farm worker=social worker=factory
    dealer=antiques dealer=art fighter=fire guard=security nurse=district nurse=ward
    driver=engine driver=crane driver=truck mistress=games mistress=music mistress=dancing
    master=games master=music master=dancing master=fencing
    """.split()
)
"""Nouns that name a trade only with a word before them: “stage manager”."""

RANKS = frozenset(
    """
    captain lieutenant sergeant corporal major colonel general admiral commodore commander marshal
    brigadier king queen prince princess duke duchess earl countess baron baroness emperor
    empress sultan chief chieftain mayor director headmaster headmistress president minister
    forewoman foreman supervisor overseer reeve deputy viscount viscountess lord-mayor knight
    sheriff
    superintendent skipper adjutant sergeant-major field-marshal wing-commander
    marquess marquis marchioness margrave margravine chancellor abbot abbess archbishop
    midshipman cadet governor chairman
    chairwoman headteacher ensign senator viceroy regent warlord prefect
    """.split()
)
"""Standing over or under others."""

SPECIES = frozenset(
    """
    elf dwarf goblin orc troll giant ogre fairy vampire werewolf witch wizard ghost demon angel
    mermaid dragon unicorn centaur robot android alien dog cat horse pony donkey mule goose duck
    hen cock cockerel fox wolf bear rabbit hare mouse rat toad frog tortoise turtle parrot crow
    raven owl hawk ferret spaniel terrier hound puppy kitten goat sheep cow bull pig badger otter
    budgie hamster gerbil peacock ewe lamb newt lizard snake canary pigeon gull collie greyhound
    whippet poodle mastiff falcon eagle mare stallion foal camel hedgehog dove heron jackdaw magpie
    squirrel stork swan llama elephant labrador dachshund beagle lurcher alsatian tomcat
    gnome halfling imp pixie sprite nymph faun selkie banshee ghoul zombie
    """.split()
)
"""Kinds of being, said of someone in the cast."""

PLAINLY_MEANT = frozenset(
    """
    tortoise turtle hamster gerbil budgie robot android alien vampire werewolf mermaid centaur
    elf dwarf halfling gnome selkie banshee faun nymph
    """.split()
)
"""Kinds of being that people seldom call each other in love or in anger, as they do “angel”."""


RANK_PHRASES = frozenset(
    """
    mate=first mate=second officer=first officer=second officer=third officer=commanding
    head=deputy teacher=head master=head manager=watch manager=regional minister=prime
    captain=team captain=vice officer=chief officer=executive inspector=chief constable=chief
    """.split()
)
"""Nouns that name a rank only with a word before them: “deputy head”."""

TITLES_OF_RANK = frozenset("lord lady sir dame count".split())
"""What stands before a name and gives the rank; alone it is politeness or something else."""

TRADES_BEFORE_NAMES = frozenset(
    """
    doctor nurse inspector constable detective professor judge bishop farmer parson engineer chef
    coach matron friar deacon rabbi imam pilot surgeon lawyer squire magistrate steward warden
    ranger navigator quartermaster bosun chaplain vicar witch wizard gunner
    policeman policewoman cardinal curate canon
    """.split()
)
"""Trades that stand before a name as a title: “Farmer Hall”, but “Carter Hall” is a name."""

TITLES_OF_TRADE: Mapping[str, str] = MappingProxyType(
    {"father": "priest", "reverend": "clergyman", "rev": "clergyman", "rev.": "clergyman"}
)
"""What stands before a name, to the trade of the one called so: “Father Hall” is a priest."""


CALLING_NOUNS = frozenset(
    {
        *(*TRADES, *RANKS, *SPECIES, *TITLES_OF_RANK, *TITLES_OF_TRADE),
        *(phrase.split("=")[0] for phrase in (*TRADE_PHRASES, *RANK_PHRASES)),
    }
)
"""All nouns that may say what somebody is."""


PRACTISED = frozenset({"witch", "wizard"})
"""Kinds of being in some stories and trades in most, and given as trades."""


def rank_of(noun: str, before: str) -> str | None:
    """The rank that a noun names: `rank_of("mate", "first")` is "first mate"."""
    if f"{noun}={before}" in RANK_PHRASES:
        return f"{before} {noun}"
    return noun if noun in RANKS else None


def trade_of(noun: str, before: str) -> str | None:
    """The trade that a noun names, with the word before it where it needs one.

    `trade_of("baker", "young")` is "baker", `trade_of("manager", "stage")` "stage manager",
    `trade_of("keeper", "the")` nothing.
    """
    if f"{noun}={before}" in TRADE_PHRASES:
        return f"{before} {noun}"
    return noun if noun in TRADES or noun in PRACTISED else None
