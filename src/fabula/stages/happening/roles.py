"""To whom, with what, where and when: what hangs on a verb beside those who act and suffer."""

from fabula.lexicon.body_words import BODY_NOUNS, FACE_NOUNS
from fabula.lexicon.break_words import DAY_PARTS, TIME_UNITS
from fabula.lexicon.time_words import DAYTIMES, FEASTS, MEALS, MONTHS, SEASONS, WEEKDAYS
from fabula.lexicon.transfer import HANDLING, HANDS, WORN_ON
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Narration
from fabula.text import Span

_WHERE = tuple(
    "in inside into at on onto aboard within to through across under behind".split(),
)
_ONTO = frozenset("in into on onto over round around across under against at".split())
_MADE_FOR = all_forms(
    """
    buy make get fetch bring find open hold keep leave cook bake pour cut order book build draw
    write do pack save
    """.split()
)
"""Verbs with whose object somebody behind “for” is served: “held the door for her”."""

_FILLING = all_forms("fill cover load pack line stuff heap deal do help mean begin".split())
"""Verbs behind which “with” names no tool: “filled the jug with water”."""

_USING = all_forms(["use"])
_DAYS = DAYTIMES | WEEKDAYS | MONTHS | SEASONS | MEALS | FEASTS | DAY_PARTS
_TIMES = _DAYS | TIME_UNITS | {"o'clock", "moment", "time"}
_WHEN = ("at", "on", "in", "by", "before", "after", "until", "till", "since", "during", "towards")
_WHEN_ADVERBS = frozenset("yesterday today tomorrow tonight later afterwards earlier".split())
_TELLS_HOW_OFTEN = frozenset("every each all any no".split())
_SMALL = tuple("det predet amod nummod compound nmod advmod quantmod npadvmod poss case".split())
MOST_DEEP = 3
"""“two hours and a half later” is as deep as the words of a time hang on each other."""


def recipients(told: Narration, verb: int) -> list[int]:
    """Rows of the nouns that may name who gets something, in text order.

    Finds:
        “Tom” of “gave Tom the key”, “slid the key across to Tom”, “put the key into Tom's hand”,
        “put the hat on Tom” and “held the door for Tom”.
    Why it holds:
        The indirect object and the person behind “to” of a verb with an object get that object.
    Misses:
        Whoever was named before: “Tom held out his hand, and she put the key there”.

    Example:
        Of “she took the boy to the mill” the mill: that it is no person, its mention has to say.
    """
    found = [row for row in told.hanging(verb, "dative") if told.tags[row] != "ADP"]
    if not _has_object(told, verb):
        return sorted([*found, *_behind_dative(told, verb)])
    found += [*told.behind(verb, "to"), *_first_of_two(told, verb)]
    for noun in _behind_place_words(told, verb):
        if told.words[noun] in HANDS | WORN_ON:
            found += told.hanging(noun, "poss")
        elif HANDLING.get(told.words[verb], frozenset()) & {"lay", "wear"}:
            found.append(noun)
    if told.words[verb] in _MADE_FOR:
        found += told.behind(verb, "for")
    return sorted(dict.fromkeys(found))


def _behind_dative(told: Narration, verb: int) -> list[int]:
    """“Tom” of “given to Tom”, where nothing else says that something is given."""
    small = told.hanging(verb, "dative")
    return [noun for each in small for noun in told.hanging(each, "pobj")]


def _first_of_two(told: Narration, verb: int) -> list[int]:
    """“me” of “gave me the cup”, where the grammar has two objects side by side."""
    objects = told.hanging(verb, "dobj")
    handled = HANDLING.get(told.words[verb], frozenset())
    return objects[:1] if len(objects) > 1 and handled & {"give", "send"} else []


def _behind_place_words(told: Narration, verb: int) -> list[int]:
    small = [each for each in told.hanging(verb, "prep") if told.words[each] in _ONTO]
    return [noun for each in small for noun in told.hanging(each, "pobj", "dobj")]


def _has_object(told: Narration, verb: int) -> bool:
    return bool(told.hanging(verb, "dobj", "nsubjpass"))


def instruments(told: Narration, verb: int) -> list[int]:
    """Rows of the nouns that may name the tool, in text order.

    Finds:
        “knife” of “cut the rope with a knife”, “used a knife to cut the rope”.
    Why it holds:
        A thing behind “with” of a verb that has an object is mostly what it is done with.
    Misses:
        Tools named in a clause of their own: “she took the knife and cut the rope”.

    Example:
        Of “she came with a knife” none: nothing is done to anything.
    """
    found = told.hanging(told.heads[verb], "dobj") if _is_use_of(told, verb) else []
    if _has_object(told, verb) and told.words[verb] not in _FILLING:
        found = [*found, *told.behind(verb, "with")]
    return sorted(found)


def _is_use_of(told: Narration, verb: int) -> bool:
    return told.relations[verb] in {"xcomp", "advcl"} and told.words[told.heads[verb]] in _USING


def owners_of_parts(told: Narration, verb: int) -> list[int]:
    """Rows of those whose body it happens to: “her” of “opened her arm”, “took hold of her hand”.

    Of “she shook her head” it is “her” too: that this is whoever acts, the mentions have to say.
    """
    objects = told.hanging(verb, "dobj", "nsubjpass")
    parts = [*objects, *(noun for each in objects for noun in told.behind(each, "of"))]
    return [
        owner
        for part in parts
        if told.words[part] in BODY_NOUNS - FACE_NOUNS
        for owner in told.hanging(part, "poss")
    ]


def whereabouts(told: Narration, verb: int) -> list[int]:
    """Rows of the nouns that may say where the word at this row happens, in text order.

    Finds:
        Nouns behind “in”, “at”, “into” and the like that hang on the word; what is entered.
    Why it holds:
        A preposition of place tells the place of what it hangs on.
    Misses:
        Places told before or after in a sentence of their own.

    Example:
        Of “Ines hid the key in the mill” the mill; that it is a place, its mention has to say.
    """
    return sorted([*told.behind(verb, *_WHERE), *told.hanging(verb, "dobj")])


def time_of(told: Narration, verb: int) -> Span | None:
    """The words on the verb that say when: “at noon”, “three days later”, “in the spring”.

    How long (“for a week”) and how often (“every day”) is no time. Of “on the evening of her
    birthday” it is “on the evening”.
    """
    for child in told.hanging(verb, "npadvmod", "prep", "advmod"):
        relation, word = told.relations[child], told.words[child]
        if relation == "advmod" and word in _WHEN_ADVERBS:
            return told.span(_phrase(told, child, MOST_DEEP))
        if relation == "npadvmod" and _is_time(told, child):
            return told.span(_phrase(told, child, MOST_DEEP))
        nouns = told.hanging(child, "pobj") if relation == "prep" and word in _WHEN else []
        if nouns and (_is_time(told, nouns[0]) or _is_clock(told, child, nouns[0])):
            return told.span([child, *_phrase(told, nouns[0], MOST_DEEP)])
    return None


def _is_time(told: Narration, noun: int) -> bool:
    small = {told.words[each] for each in told.hanging(noun, *_SMALL)}
    word = told.words[noun]
    by_itself = word in _DAYS or bool(told.hanging(noun, *_SMALL))
    return word in _TIMES and by_itself and not small & _TELLS_HOW_OFTEN


def _is_clock(told: Narration, small: int, noun: int) -> bool:
    """“at eight”, “in 1988”: a number alone behind these."""
    word = told.words[noun]
    year = told.words[small] == "in" and len(word) == len("1988") and word.isdigit()
    return year or (told.words[small] in {"at", "by"} and told.tags[noun] == "NUM")


def _phrase(told: Narration, row: int, deep: int) -> list[int]:
    """The word with the small words that hang on it, up to so deep."""
    below = told.hanging(row, *_SMALL) if deep else []
    return [row, *(each for child in below for each in _phrase(told, child, deep - 1))]
