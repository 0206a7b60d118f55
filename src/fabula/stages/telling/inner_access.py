"""Rules for what only the person it happens to could know: thoughts, feelings, perceptions."""

from collections.abc import Iterator

from fabula.lexicon.body_words import GUT_NOUNS, GUT_VERBS
from fabula.lexicon.emotion_words import (
    EMOTION_ADJECTIVES,
    EMOTION_NOUNS,
    KNOWING_ADJECTIVES,
    MIND_NOUNS,
    NEEDS_OF_THE_BODY,
)
from fabula.lexicon.mental_verbs import (
    FAINT_MENTAL_VERBS,
    FELT_WITH_THE_HAND,
    HEDGING_ADVERBS,
    HEDGING_VERBS,
    MENTAL_VERBS,
)
from fabula.lexicon.perception_verbs import LOOKING_VERBS, PERCEPTION_VERBS
from fabula.lexicon.verb_forms import all_forms, forms_of
from fabula.stages.telling.outer_view import is_guess
from fabula.stages.telling.possession import PLAIN_PREPOSITIONS, is_possessive, possessed
from fabula.stages.telling.predicates import BE_FORMS, NEGATIONS, Predicate, is_adverb
from fabula.stages.telling.scene_narration import NarratedPerson, Passage
from fabula.stages.telling.signs import FAINT, Sign, SignRule, sign_of


def thinking(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person as the subject of a verb of thinking, wanting or feeling.

    Why it holds: nobody else can vouch for it, so the narrator speaks from inside.
    Misses: reports of what the person said they thought; narrators who know everything.
    Example: “She wondered whether to follow it.”
    """
    for predicate in found:
        verb = passage.words[_inner_verb(passage, predicate)]
        if predicate.hedged:
            continue
        if _is_said_within(passage, predicate):
            yield from sign_of(predicate.subject, "thinks")
            continue
        if not (verb in MENTAL_VERBS or _is_insight(passage, predicate)):
            continue
        if _is_unaware(passage, predicate):
            continue
        if verb in _FELT and _is_of_the_hand(passage, predicate):
            continue
        supposed = predicate.is_supposed and not _ABLE & set(predicate.auxiliaries)
        shown = verb in FAINT_MENTAL_VERBS or _is_shown(passage, predicate.verb)
        faint = shown or supposed or predicate.habitual
        part = FAINT if faint else 1.0
        yield from sign_of(predicate.subject, "thinks", part)


def _is_said_within(passage: Passage, predicate: Predicate) -> bool:
    """Whether nobody else hears it: “told herself”, “said to himself”, “could tell he lied”."""
    word, after = passage.words[predicate.verb], predicate.verb + 1
    if word == "tell" and _ABLE & set(predicate.auxiliaries):
        return passage.word(after) not in _TOLD
    if word not in _TELLING:
        return False
    return passage.word(after + (passage.word(after) == "to")) in _REFLEXIVES


_TELLING = all_forms("tell ask say promise remind".split())
_TOLD = frozenset("him her them you me us it the a his their".split())
_REFLEXIVES = frozenset("himself herself themselves themself itself".split())


def _inner_verb(passage: Passage, predicate: Predicate) -> int:
    """The verb itself, or the one it leads to: “tried to remember”, “began to wonder”.

    What someone seems to remember is left to the verb of seeming.
    """
    verb = predicate.verb
    if passage.words[verb] in HEDGING_VERBS or passage.words[verb] in MENTAL_VERBS:
        return verb
    following = passage.word(verb + 1)
    if following in _MENTAL_GERUNDS and passage.words[verb] in _GOING_ON:
        return verb + 1
    if following == "to" and passage.word(verb + 2):
        return verb + 2
    return verb


_MENTAL_GERUNDS = frozenset(word for word in MENTAL_VERBS if word.endswith("ing"))
_GOING_ON = all_forms("keep start begin stop help avoid remember".split())


def _is_insight(passage: Passage, predicate: Predicate) -> bool:
    """Whether somebody sees with the mind: “was beginning to see why”, “saw the point of it”."""
    verb = _inner_verb(passage, predicate)
    after = passage.words[verb + 1 : verb + 3]
    return passage.words[verb] in _SEEING and (after[:1] in _WHY or after == ("the", "point"))


_WHY = {("why",), ("how",)}
_SEEING = forms_of("see").all


def _is_shown(passage: Passage, verb: int) -> bool:
    """Whether all can see it: “thought for a bit”, “He considered.”, “considered his shoes”."""
    word, following = passage.words[verb], passage.word(verb + 1)
    if word in _THOUGHT:
        return following in {"for", "hard"} or len(passage.words) <= _BARE
    bare = not following[:1].isalpha() and len(passage.words) <= _BARE
    return word in _CONSIDERED and (bare or following in _POSSESSIVES)


_BARE = 5
"""A sentence of no more words, its mark included, is a pause between two lines of a talk."""

_THOUGHT = forms_of("think").all
_CONSIDERED = all_forms("consider contemplate".split())
_POSSESSIVES = frozenset("his her their the this that him them".split())


def _is_unaware(passage: Passage, predicate: Predicate) -> bool:
    """Whether the reader learns what the person does not: “Tom did not know that she saw him”.

    What somebody “had not noticed” they have noticed now, and “did not know how to say it” is told
    from inside.
    """
    if not predicate.negated or not _SIMPLE & set(predicate.auxiliaries):
        return False
    verb = passage.words[predicate.verb]
    if verb in _NOTICING:
        return True
    following = passage.word(predicate.verb + 1)
    return verb == "know" and (not following[:1].isalpha() or following in {"it", "that"})


_SIMPLE = frozenset({"do", "does", "did"})
_NOTICING = frozenset({"notice", "realise", "realize", "suspect"})

_FELT = forms_of("feel").all
_ABLE = frozenset({"can", "could"})
"""“She could hear the gate”: she hears it."""


def _is_of_the_hand(passage: Passage, predicate: Predicate) -> bool:
    """“felt in his pocket”, “felt her lip.”, not “felt his ears go hot”, “could feel her toes.”."""
    verb = predicate.verb
    following, noun, behind = (passage.word(verb + step) for step in (1, 2, 3))
    if following not in _OWN:
        return following in FELT_WITH_THE_HAND and noun not in GUT_NOUNS | _FELT_OF_OTHERS
    if noun in GUT_NOUNS | EMOTION_NOUNS | _FELT_OF_OTHERS:
        return False
    if not behind[:1].isalpha():  # “felt her lip.”
        return not predicate.auxiliaries
    return noun == "way" or behind in PLAIN_PREPOSITIONS  # “felt his pockets for the key”


_OWN = frozenset({"his", "her", "their"})
_FELT_OF_OTHERS = frozenset(
    "eyes gaze stare look breath hand hands fingers arm arms weight".split()
)
"""“felt his eyes on her”"""


def having(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person who has a feeling, an idea, a suspicion; who finds that something is so.

    Why it holds: what one has in mind, or finds, is told from there.
    Misses: ideas that were talked of (“she had an idea, she said”).
    Example: “She had the feeling that there was something about his hands.”
    """
    for predicate in found:
        if predicate.hedged or predicate.is_supposed:
            continue
        verb = predicate.verb
        if passage.word(verb - 1) in _HAVING and passage.words[verb] not in _HAVING:
            verb -= 1  # “had the …”: what looks like an auxiliary is the verb itself
        after = passage.words[verb + 1 : verb + 4]
        if passage.words[verb] in _HAVING and any(word in _HELD_IN_MIND for word in after):
            yield from sign_of(predicate.subject, "thinks")
        elif _finds_out(passage, verb) or _catches(passage, verb):
            yield from sign_of(predicate.subject, "perceives")
        elif passage.words[verb] in _FINDING and not predicate.auxiliaries:
            yield from sign_of(predicate.subject, "perceives", FAINT)  # “found eleven empty tins”


def _finds_out(passage: Passage, verb: int) -> bool:
    """Whether something is found to be so: “found that”, “found now, with some surprise, that”."""
    if passage.words[verb] not in _FINDING:
        return False
    if passage.word(verb + 1) in _FOUND_OUT:
        return True
    after = passage.words[verb + 1 : verb + 1 + _BETWEEN]
    return "that" in after and (after[0] == "," or is_adverb(after[0]) or after[0] in _SOON)


def _catches(passage: Passage, verb: int) -> bool:
    """“caught a glimpse of red”, “got a whiff of tar”."""
    return passage.words[verb] in _CATCHING and not _CAUGHT.isdisjoint(
        passage.words[verb + 1 : verb + 4]
    )


_BETWEEN = 8
"""Words that may stand between “found” and its “that”."""

_SOON = frozenset("now then out at too".split())
_HAVING = forms_of("have").all
_FINDING = forms_of("find").all
_CATCHING = all_forms("catch get".split())
_CAUGHT = frozenset("glimpse sight smell whiff scent sound".split())
_HELD_IN_MIND = frozenset(
    """
    feeling idea impression suspicion sense notion thought hunch sensation illusions hopes
    doubts doubt intention premonition urge qualms misgivings regrets dream nightmare inkling
    """.split()
)
_FOUND_OUT = frozenset("that it himself herself themselves themself itself he she they".split())


def perceiving(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person as the subject of a verb of perception, or (weaker) of looking.

    Why it holds: what someone sees or hears is told from where they stand.
    Misses: “saw to it”, and plot told from far away (“they saw him next in Rome”).
    Example: “Lena heard the gate.”
    """
    for predicate in found:
        verb = passage.words[predicate.verb]
        able = bool(_ABLE & set(predicate.auxiliaries))
        if predicate.hedged or (predicate.is_supposed and not able):
            continue
        if verb in PERCEPTION_VERBS and not able and _is_seen_to(passage, predicate.verb):
            continue
        if predicate.is_passive and not verb.endswith("ing"):
            continue  # “had been seen on the road” is what others saw
        if _is_unaware(passage, predicate):
            continue
        if verb in PERCEPTION_VERBS:
            part = FAINT if _recalls_whom(passage, predicate) else 1.0
            yield from sign_of(predicate.subject, "perceives", part)
        elif verb in LOOKING_VERBS and not is_guess(passage, predicate.verb):
            following = next((each.verb for each in found if each.verb > predicate.verb), None)
            shown = ":" in passage.words[predicate.verb + 1 : following]  # “looked at it: a hat”
            yield from sign_of(predicate.subject, "perceives" if shown else "looks")


def _recalls_whom(passage: Passage, predicate: Predicate) -> bool:
    """Whether it only says which is meant: “the woman Tom had seen in the hall came in”."""
    before = passage.word(predicate.subject.first - 1)
    bare = before.isalpha() and before not in _OPENS_CLAUSE and not is_adverb(before)
    return bare and predicate.is_completed_before


_OPENS_CLAUSE = frozenset(
    """
    and or but so for yet when while as if because since until till before after though although
    unless where how why what that than then now once
    """.split()
)


def _is_seen_to(passage: Passage, verb: int) -> bool:
    """Whether it is no perception: “saw to the ropes”, “smelled astonishing”, “smelled of tar”."""
    word, following = passage.words[verb], passage.word(verb + 1)
    if word in _SEEING:
        return following == "to"
    return word in _SMELLING and following not in _DETERMINERS


_SMELLING = all_forms("smell taste".split())
_DETERMINERS = frozenset("a an the his her its their some that this it something nothing".split())


def asides(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: “seeing …”, “wondering …” at the start of a sentence or after a comma.

    Why it holds: the unspoken subject is that of the clause it hangs on.
    Misses: asides that hang on something else (“the dog, hearing this, …”).
    Example: “He spoke softly, not wanting to wake the owl.”
    """
    for position, word in enumerate(passage.words):
        if word not in _INNER_GERUNDS:
            continue
        before = position - 1
        while passage.word(before) in NEGATIONS or is_adverb(passage.word(before)):
            before -= 1
        if before >= 0 and passage.words[before] != ",":
            continue
        if any(word in HEDGING_ADVERBS for word in passage.words[before + 1 : position]):
            continue
        person = _implied_subject(passage, found, position, opens=before < 0)
        if any(each.subject is person and is_guess(passage, each.verb) for each in found):
            continue  # “Hearing this, he seemed to wake”
        if person is not None:
            yield from sign_of(person, "aside")


def _implied_subject(
    passage: Passage, found: tuple[Predicate, ...], position: int, *, opens: bool
) -> NarratedPerson | None:
    """Whose aside stands at `position`.

    The next subject's if it opens the sentence, else the last one's; an owner at the start
    counts too (“Lena’s eyes widened, seeing …”).
    """
    subjects = {predicate.subject for predicate in found}
    people = [
        person
        for person in passage.people
        if person in subjects or (person.first == 0 and is_possessive(passage, person))
    ]
    if opens:
        return people[0] if people else None
    return next((person for person in reversed(people) if person.first < position), None)


_INNER_GERUNDS = frozenset(
    word for word in MENTAL_VERBS | PERCEPTION_VERBS if word.endswith("ing")
) - {"meaning", "liking", "loving", "missing", "gathering", "minding", "caring"}


def feeling(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: “was”, “felt” or “grew” with an adjective of feeling or certainty.

    Why it holds: how sure or how glad a person is does not show.
    Misses: moods that do show (“he was furious”), which therefore weigh less.
    Example: “Ines was certain that there had been twelve.”
    """
    for predicate in found:
        if predicate.hedged or not set(predicate.auxiliaries) & BE_FORMS:
            continue
        for position in range(predicate.verb, min(predicate.verb + 3, len(passage.words))):
            word = passage.words[position]
            if word in KNOWING_ADJECTIVES or word in EMOTION_ADJECTIVES | NEEDS_OF_THE_BODY:
                inward = word in KNOWING_ADJECTIVES | NEEDS_OF_THE_BODY
                inward = inward or passage.word(position + 1) in _OF_WHAT
                part = 1.0 if inward else FAINT
                yield from sign_of(predicate.subject, "feels", part)
                break
            if not (is_adverb(word) or word in _DEGREES):
                break


_OF_WHAT = frozenset("to that of at about by for because lest".split())
"""What the feeling is about follows: “horrified to find”, “ashamed of his hat”."""

_DEGREES = frozenset("so very too quite rather more as not never only half a little beyond".split())


def reaction(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: “to”, a person and a feeling as a noun.

    Why it holds: an event is measured by what one person feels about it.
    Misses: reactions put another way (“much as it pleased her”).
    Example: “To her relief, the boat was still there.”
    """
    for person in passage.people:
        if passage.word(person.first - 1) != "to":
            continue
        position = person.last
        while passage.word(position) in {"'s", "'", "great", "own", "intense", "utter"}:
            position += 1
        if passage.word(position) in EMOTION_NOUNS:
            yield from sign_of(person, "reaction")


def inner_parts(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a person's mind, memory, attention or feeling; a heart that sinks.

    Why it holds: only the owner can look into a mind or feel a stomach drop.
    Misses: set phrases (“changed his mind”).
    Example: “Her heart sank.”
    """
    for person in passage.people:
        if not is_possessive(passage, person):
            continue
        noun = possessed(passage, person, _INNER_NOUNS)
        word, following = passage.word(noun), passage.word(noun + 1)
        if word in GUT_NOUNS and following in GUT_VERBS:
            yield from sign_of(person, "gut")
        elif passage.word(person.first - 1) == "to" and word in EMOTION_NOUNS:
            continue  # `reaction` takes “to her relief”
        elif word in MIND_NOUNS or word in EMOTION_NOUNS or _in_the_head(passage, person, word):
            yield from sign_of(person, "inner part")


def _in_the_head(passage: Passage, person: NarratedPerson, word: str) -> bool:
    """Whether something goes on “in his head”; a head alone is seen by all."""
    return word == "head" and passage.word(person.first - 1) in {"in", "inside", "through"}


_INNER_NOUNS = MIND_NOUNS | EMOTION_NOUNS | GUT_NOUNS | {"head"}


INNER_RULES: tuple[SignRule, ...] = (
    thinking,
    having,
    perceiving,
    asides,
    feeling,
    reaction,
    inner_parts,
)
