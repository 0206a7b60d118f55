"""The words of a passage by which somebody comes to where the scene is, or goes from there.

Whether that is an arrival or a departure depends on the scene too (`comings`): “he went in” is said
of who comes to us and of who leaves us.
"""

from collections.abc import Iterator, Sequence, Set

from msgspec import structs

from fabula.lexicon.motion import BRINGING_VERBS, MOTION_VERBS
from fabula.lexicon.number_words import ORDINALS, TENS_ORDINALS
from fabula.lexicon.perception_verbs import PERCEPTION_VERBS
from fabula.lexicon.place_nouns import PLACE_NOUNS
from fabula.lexicon.time_words import DAYTIMES, MEALS, MONTHS, SEASONS
from fabula.lexicon.verb_forms import all_forms, forms_of
from fabula.stages.placing.doorways import FETCHING, at_the_door, fetched, is_shown, turns_up
from fabula.stages.placing.traces import is_moved_before
from fabula.stages.placing.ways import AWAY, DETERMINERS, DOORS, IN, OTHERS, Told, ends
from fabula.stages.telling.outer_view import is_guess
from fabula.stages.telling.possession import is_possessive
from fabula.stages.telling.predicates import BE_FORMS, HAVE_FORMS, Predicate, is_adverb
from fabula.stages.telling.scene_narration import NarratedPerson, Passage

_COME = forms_of("come").all
_GET = forms_of("get").all
_LEAVE = forms_of("leave").all
_FOLLOW = forms_of("follow").all
_ENTERING = all_forms("enter arrive appear join return".split())
_EXITING = all_forms("depart exit flee vanish disappear".split())
_RUNNING = all_forms("run bolt flee".split())
_GOING = (
    MOTION_VERBS
    - _COME
    - _GET
    - _FOLLOW
    - all_forms("drive fly sail row fall swing sweep skip retire burst".split())
)
_LETTING = forms_of("let").all

_PATH = frozenset("up over round around along down across".split())
_WAYS = frozenset(
    "stairs steps ladder street road lane hill path corridor passage drive track".split()
)
_NO_PLACE = frozenset(
    """
    conclusion decision halt stop end mind senses rest standstill agreement terms point pass light
    life know see understand be think believe realise realize like love hate
    """.split()
)
"""“Came to” these is no coming."""

_PLACED = frozenset({*ORDINALS, *TENS_ORDINALS})
"""“Came first”, “came in nineteenth”: in a race."""

_TIMES = (
    DAYTIMES
    | MONTHS
    | SEASONS
    | frozenset("middle end beginning moment second minute hour day week month year time".split())
)
"""“In the middle of the night” leads nowhere."""

_NOT_OFF = all_forms(
    """
    take put turn look break cut nod doze show laugh back throw give pass start wipe pull tear
    switch set drift pay call finish wear kick push fling wave move shake brush fend hold keep bite
    peel clear shave drop chop ward square sleep write go come run be get stand stay lie lean draw
    shrink flinch cringe jerk
    """.split()
)
"""With “off” or “away” these are other things than going."""


def moves_in(passage: Passage, predicates: Sequence[Predicate]) -> Iterator[Told]:
    """Who comes and who goes, as far as the words tell it; `predicates` say who does what.

    Finds:
        People who come, enter, get in or go somewhere; who are brought or led; whom others see
        come; who stand in the doorway, put their head round it or shut it behind them.
    Misses:
        Comings told by a voice, a knock or a step on the stairs.

    Example:
        In “Tom came in and Ines left the room.” Tom comes and Ines goes.
    """
    followed = any(
        _FOLLOW & set(passage.words[max(each.first - 2, 0) : each.first]) for each in passage.people
    )
    moves = list(_all_moves(passage, predicates))
    gone = {told.person.entity_id for told in moves if told.away and not told.here}
    for told in moves:
        word = passage.words[told.person.first]
        away = told.away and word not in _TELLERS and not followed
        here = told.here and not (told.away and told.person.entity_id in gone)
        if word not in _SEVERAL and (here or away):  # “slipped out and shut the door behind her”
            beside = told.beside and not _comes_upon_others(passage, told.person)
            yield structs.replace(told, here=here, away=away, beside=beside)


def _comes_upon_others(passage: Passage, person: NarratedPerson) -> bool:
    """“It was noon when Tom came into the kitchen”: to those of whom it goes on to tell."""
    return passage.word(person.first - 1) == "when" and passage.word(person.first - 2).isalnum()


_SEVERAL = frozenset({"they", "them", "we", "us"})
"""Whoever else is meant beside the one that the word is linked to is not known."""

_TELLERS = frozenset({"i", "you", "me"})
"""The story goes with these; they leave nobody behind."""


def _all_moves(passage: Passage, predicates: Sequence[Predicate]) -> Iterator[Told]:
    verbs = set()
    for predicate in predicates:
        verbs.add(predicate.verb)
        if predicate.negated or predicate.is_supposed or _is_wont(passage, predicate.verb):
            continue
        if predicate.is_completed_before:
            yield from _done_before(passage, predicate)
            continue
        if _is_setting(passage, predicate.subject.first):
            continue
        yield from _by_verb(passage, predicate)
    yield from _beside_verbs(passage, verbs)


def _is_wont(passage: Passage, verb: int) -> bool:
    """“He came over every morning”, “Every day at ten he came” are no comings."""
    return bool(_WONT & {passage.word(0), *passage.words[max(verb - 3, 0) : verb + 5]})


_WONT = frozenset({"every", "always", "often", "usually", "sometimes"})


def _done_before(passage: Passage, predicate: Predicate) -> Iterator[Told]:
    """“Tom had gone”, “when Tom had left the room”, “behind him Tom had come in”.

    Who was there is gone now, and who was not seen yet is there; but “Tom had left home at ten”
    tells of another time.
    """
    verb = predicate.verb
    long_ago = bool(_TIMES_AGO & set(passage.words[verb:]))
    if passage.words[verb] in {"gone", "left"}:
        if _has_left(passage, verb) and not long_ago and not _is_described(passage, predicate):
            yield Told(predicate.subject, away=True)
    elif passage.words[verb : verb + 2] == ("come", "in") and not long_ago:
        yield Told(predicate.subject, here=True, beside=True, unseen=True)


def _is_described(passage: Passage, predicate: Predicate) -> bool:
    """“The only family she had left”: the clause says what it is that she has."""
    before = passage.word(predicate.subject.first - 1)
    joins = before in _JOINING or is_adverb(before)
    return passage.words[predicate.verb] == "left" and before.isalpha() and not joins


_JOINING = frozenset("and but or so for that when once after as until because since now".split())


def _has_left(passage: Passage, verb: int) -> bool:
    """“Had left the room”, “had gone down”, “when Tom had gone Ines sat”; not “gone as red as”."""
    if passage.words[verb] == "left":
        return _is_leaving(passage, verb)
    word = passage.word(verb + 1)
    others = any(each.first == verb + 1 for each in passage.people)
    return others or word in AWAY | IN | _STOREYS or (ends(word) and word not in {"as", "with"})


_TIMES_AGO = frozenset(
    """
    at ago before yesterday earlier since once noon midnight morning evening o'clock monday tuesday
    wednesday thursday friday saturday sunday week year years day days
    """.split()
)
"""“Had come in at noon” tells of then."""


def _is_setting(passage: Passage, subject: int) -> bool:
    """Whether a clause only says when or where something else was: “by the time he got there”.

    “She was at the stove when Tom came in” tells of a coming.
    """
    opening, earlier = passage.word(subject - 1), passage.word(subject - 2)
    return opening in _SETTING or (opening in {"when", "as"} and not earlier[:1].isalpha())


_SETTING = frozenset("time since until till before after if where whenever once".split())


def _by_verb(passage: Passage, predicate: Predicate) -> Iterator[Told]:
    who, at = predicate.subject, predicate.verb
    if passage.words[at] in FETCHING:
        yield from fetched(passage, predicate)
    elif BE_FORMS & {*predicate.auxiliaries, passage.words[at]}:
        yield from _being(passage, predicate)
    else:
        yield from _moving(passage, who, at)
    yield from at_the_door(passage, who, at)
    yield from turns_up(passage, who, at)


def _moving(passage: Passage, who: NarratedPerson, at: int) -> Iterator[Told]:
    """Moves by a verb of going or coming."""
    verb, following = passage.words[at], passage.word(at + 2)
    if passage.word(who.first - 1) in _OFF and who.last == at and verb in MOTION_VERBS:
        yield Told(who, away=True)  # “off she went”
    elif verb in _COME:
        yield from _coming(passage, who, at)
    elif verb in _ENTERING:
        if _is_entering(passage, at):
            yield Told(who, here=True)
    elif verb in _GOING or verb in _GET or verb in _FOLLOW:
        yield from _going(passage, who, at)
    elif _sets_out(passage, at):
        yield Told(who, away=True)
    elif verb in _LETTING and passage.word(at + 1).endswith("self"):
        inside, outside = following in IN, following in AWAY
        yield from [Told(who, here=inside, away=outside)] if inside or outside else []


_OFF = frozenset({"off", "away"})


def _sets_out(passage: Passage, verb: int) -> bool:
    """“Left”, “vanished”, “headed for the stairs”, “squeaked off”."""
    word = passage.words[verb]
    if word in _LEAVE:
        return _is_leaving(passage, verb)
    heads = word in _HEADING and passage.word(verb + 1) in _HEADED
    away = heads and _goes_away(passage, verb, verb + 1)
    return word in _EXITING or away or _slips_away(passage, verb)


_HEADING = all_forms("head make set start".split())
_HEADED = frozenset("for off out back home down up".split())
"""“Headed for the stairs”, “set off”, “made for the door”; not “set out the cups”."""


def _particle(passage: Passage, verb: int) -> int:
    """The place of the first word after the verb that may say where to."""
    at = verb + 1
    while is_adverb(passage.word(at)) or passage.word(at) in _BETWEEN:
        at += 1
    if passage.word(at).endswith("ing"):  # “came stumbling through the reeds”
        at += 1
    return at


_BETWEEN = frozenset({"straight", "right", "over", "himself", "herself", "themselves"})


def _leads_in(passage: Passage, particle: int) -> bool:
    """“Went in”, “came in the kitchen”; “walked in front”, “in his socks”, “in time” do not."""
    if passage.word(particle) != "in":
        return True
    following = passage.word(particle + 1)
    if following in {"it", "them"}:
        return False  # “he swims in it”
    if following not in DETERMINERS:
        return following not in _MANNERS | _TIMES | _PLACED
    return _leads(passage, particle, PLACE_NOUNS | DOORS)


_MANNERS = frozenset(
    """
    last front silence single line step circles time turn search pursuit haste
    tears bed
    """.split()
)


def _coming(passage: Passage, who: NarratedPerson, verb: int) -> Iterator[Told]:
    particle = _particle(passage, verb)
    word, following = passage.word(particle), passage.word(particle + 1)
    if any(each.endswith("self") for each in passage.words[verb + 1 : verb + 4]):
        return  # “came to himself”
    if word == "from" and following not in DETERMINERS | _BEHIND:
        return  # “came from Ancona”
    if word in _INWARDS or (ends(word) and particle == verb + 1):
        clothed = following in DETERMINERS and not _leads(passage, particle, _TIMES)
        if _leads_in(passage, particle):
            approaches = word == "and"  # “came and sat beside her”, from across the room
            yield Told(who, here=True, beside=approaches, unseen=approaches)
        elif clothed:  # “came in his socks”
            yield Told(who, here=True, beside=True, unseen=True)
    elif word in {"into", "out", "on"} or (word in _PATH and _leads(passage, particle, _WAYS)):
        yield Told(who, here=True, beside=word != "on")
    elif word == "to" and following in DETERMINERS | OTHERS:
        if not _NO_PLACE & set(passage.words[particle + 1 : particle + 4]):
            yield Told(who, here=True)
    elif particle > verb + 1 and not is_adverb(passage.words[particle - 1]):
        yield Told(who, here=True, beside=True)  # “came running”
    elif word not in _NO_COMING | _PLACED and not _NO_PLACE & set(
        passage.words[particle : particle + 4]
    ):
        yield Told(who, here=True, beside=True, unseen=True)  # “came by the alley door”


_BEHIND = frozenset("behind under beneath across outside inside somewhere nowhere".split())
_NO_COMING = frozenset("of true last next undone loose apart alive unstuck close off round".split())
"""“Came from Ancona”, “came true”."""


_INWARDS = (IN | {"back", "through"}) - {"into"}


def _leads(passage: Passage, particle: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns follows soon: “along the passage”."""
    return bool(nouns & set(passage.words[particle + 1 : particle + 5]))


def _is_entering(passage: Passage, verb: int) -> bool:
    word, following = passage.words[verb], passage.word(verb + 1)
    if word.startswith("return"):  # “returned the key” and “returned her smile” are no coming
        return following not in DETERMINERS and following not in OTHERS and following != "it"
    if word.startswith("join"):  # “joined in the song”
        return following != "in"
    if word.startswith("appear"):
        return not is_guess(passage, verb)
    return True


def _is_leaving(passage: Passage, verb: int) -> bool:
    """“Left”, “left the room” and “left them to it”, but not “left the key on the table”."""
    word = passage.word(verb + 1)
    if ends(word) or word in {"by", "for", "without", "through"}:
        return True
    if word in OTHERS:
        following = passage.word(verb + 2)
        return ends(following) or following in {"to", "there", "alone", "standing", "sitting"}
    if word not in DETERMINERS:
        return False
    noun = next((n for n in (2, 3) if passage.word(verb + n) in PLACE_NOUNS), 0)
    return noun > 0 and ends(passage.word(verb + noun + 1))


def _going(passage: Passage, who: NarratedPerson, verb: int) -> Iterator[Told]:
    if passage.words[verb] in _FOLLOW:
        verb += 1  # whom they follow
    particle = _particle(passage, verb)
    word, following = passage.word(particle), passage.word(particle + 1)
    if passage.words[verb] in _GET:
        if word in {"there", "here", "home", "back"} or (word == "in" and following in _ARRIVALS):
            yield Told(who, here=True)
    elif word == "into":
        place = _leads(passage, particle, PLACE_NOUNS)
        yield Told(who, here=place or following == "the", away=place, beside=True)
    elif word in IN:
        if _leads_in(passage, particle):
            yield Told(who, here=True, away=True)
    else:
        away = _goes_away(passage, verb, particle)
        here = word in _TOWARDS and not away
        if here or away:
            yield Told(who, here=here, away=away, beside=True, unseen=True)


_TOWARDS = frozenset("through aboard past towards toward".split())
"""Who is told of for the first time as going this way comes to where the scene is."""


def _goes_away(passage: Passage, verb: int, particle: int) -> bool:
    """Whether the words after a verb of motion lead from here."""
    word, following = passage.word(particle), passage.word(particle + 1)
    after = set(passage.words[particle + 1 : particle + 4])
    if word in AWAY:
        return _is_away(passage, particle)
    if word in _PATH or word == "back":
        home = word == "back" and after & (IN | AWAY | _ROUTINE | _STOREYS)
        further = word in _STOREYS and following == "to" and bool(after & (_ROUTINE | PLACE_NOUNS))
        return following == "again" or further or bool(after & _WAYS or home)
    if word == "to":
        return following in _ROUTINE
    if word == "for":
        return following in DETERMINERS and passage.words[verb] in _SETS_OUT
    if passage.words[verb] in _WENT and (word in {".", ";"} or not word):
        return True
    return passage.words[verb] in _RUNNING and not word[:1].isalpha() and word != ","


_STOREYS = frozenset({"up", "down"})
_GO = forms_of("go").all
_WENT = frozenset("went goes".split())
_SETS_OUT = _GO | _RUNNING | all_forms("head make set start dash rush sprint hurry".split())
"""With “for” these lead away: “ran for the tram”, “went for a swim”."""


def _is_away(passage: Passage, particle: int) -> bool:
    """“Out of the room” is, “out of money” and “off her head” are not."""
    word, following = passage.word(particle), passage.word(particle + 1)
    if word == "out" and following == "of":
        return _leads(passage, particle, PLACE_NOUNS | DOORS)
    return word != "off" or following not in DETERMINERS


_ARRIVALS = frozenset({"on", "at", "from", "late", ".", ","})
_ROUTINE = MEALS | frozenset("bed work school church town market sea war".split())


_DRIVING = all_forms("drive ride row sail fly".split())


def _slips_away(passage: Passage, verb: int) -> bool:
    """Whether any other verb with “off” or “away” tells of going: “she squeaked off”."""
    word, following = passage.word(verb + 1), passage.word(verb + 2)
    if word not in {"off", "away"} or passage.words[verb] in _NOT_OFF:
        return False
    if word == "away" and passage.words[verb] not in MOTION_VERBS | _DRIVING:
        return False  # “digging away”
    if following == "from":
        return False  # “shrank away from her”
    return ends(following) or following in _PATH | IN | {"to", "across", "home"}


def _being(passage: Passage, predicate: Predicate) -> Iterator[Told]:
    at = predicate.verb
    near = passage.words[at : at + 3]
    if "gone" in near[:2]:
        yield Told(predicate.subject, away=True)
    elif ("back" in near[:2] and _ends_after(passage, at, "back")) or "there by" in " ".join(near):
        yield Told(predicate.subject, here=True, beside=True)
    elif passage.words[at] in _GOING | _COME and passage.words[at].endswith("ing"):
        if passage.words[at] == "coming":
            yield from _coming(passage, predicate.subject, at)
        else:
            yield from _going(passage, predicate.subject, at)


def _ends_after(passage: Passage, start: int, word: str) -> bool:
    at = passage.words.index(word, start)
    return ends(passage.word(at + 1)) or passage.word(at + 1) == "in"


def _beside_verbs(passage: Passage, verbs: Set[int]) -> Iterator[Told]:
    """Moves of people who are no subject before their verb; `verbs` have a known subject."""
    for person in passage.people:
        if is_possessive(passage, person):
            continue
        yield from is_shown(passage, person)
        if is_moved_before(passage, person):
            yield Told(person, here=True)
        elif passage.word(person.first - 1) in PERCEPTION_VERBS and (
            passage.word(person.last) in {"come", "coming"}
        ):
            had = HAVE_FORMS & set(passage.words[max(person.first - 3, 0) : person.first])
            yield from () if had else _coming(passage, person, person.last)  # “saw them come in”
        elif passage.word(person.last) == ",":
            yield from _adjunct(passage, person)
        elif person.first - 1 not in verbs and passage.word(person.first - 1) in BRINGING_VERBS:
            yield from _taken(passage, person)


def _taken(passage: Passage, person: NarratedPerson) -> Iterator[Told]:
    """Who is brought, whoever brings them: “the beadle led him out”."""
    particle = passage.word(person.last)
    if particle in IN:
        if _leads_in(passage, person.last):
            yield Told(person, here=True, away=True)
    elif particle in AWAY and _is_away(passage, person.last):
        yield Told(person, away=True)


def _adjunct(passage: Passage, person: NarratedPerson) -> Iterator[Told]:
    """What somebody does meanwhile: “said Tom, coming in with the tea”."""
    verb = person.last + 1
    word = passage.word(verb)
    if word == "coming":
        yield from _coming(passage, person, verb)
    elif word in {"entering", "arriving", "returning"}:
        yield Told(person, here=True)
    elif word == "leaving":
        if _is_leaving(passage, verb):
            yield Told(person, away=True)
    elif word in _GOING and word.endswith("ing"):
        yield from _going(passage, person, verb)
