from hand_scored import row_of
from told import narrated

from fabula.stages.clauses.narration import Narration
from fabula.stages.holding.things import FARTHEST_PRONOUN, Things


def things(prose, grammar="", **given):
    """A look-up from a word to the chain that stands for its thing."""
    story, scores = narrated(prose, grammar, **given)
    found = Things(Narration(story, scores))

    def named(word):
        thing = found.at(row_of(story.document, word))
        return thing and thing.chain_id

    return named


def test_the_same_name_is_the_same_thing():
    named = things("{#one|A key} lay there. {#two|The key} shone.", "A det key")
    assert named("key") == named("key#2") == "#one"


def test_a_new_thing_is_another_one():
    named = things("{#one|A key} lay there. {#two|Another key} shone.", "Another det key#2")
    assert (named("key"), named("key#2")) == ("#one", "#two")


def test_his_boots_are_not_hers():
    named = things(
        "{tom|His} {#one|boots} shone. {ada|Her} {#two|boots} creaked.",
        "His poss boots, Her poss boots#2",
    )
    assert (named("boots"), named("boots#2")) == ("#one", "#two")


def test_it_does_not_reach_far_back():
    grammar = "key nsubj shone"
    near = things("{#key|The key} shone. He took it.", grammar, tags="key=NOUN")
    assert near("it") == "#key"
    far = things(
        "{#key|The key} shone. " + "On and on. " * FARTHEST_PRONOUN + "He took it.",
        grammar,
        tags="key=NOUN",
    )
    assert far("it") is None


def test_it_is_one_thing_and_them_are_several():
    named = things(
        "{#gloves|The gloves} hid {#ring|a ring}. He took them. He took it.",
        "gloves nsubj hid, a det ring, ring dobj hid, them dobj took, it dobj took#2",
        tags="gloves=NOUN ring=NOUN them=PRON it=PRON",
    )
    assert (named("them"), named("it")) == ("#gloves", "#ring")


def test_what_somebody_never_had_is_not_it():
    grammar = "never neg had, umbrella dobj had, an det umbrella, hat nsubj fell, it dobj took"
    prose = "{#hat|The hat} fell. He never had {#umbrella|an umbrella}. He took it."
    named = things(prose, grammar, tags="hat=NOUN umbrella=NOUN it=PRON had=VERB")
    assert named("it") == "#hat"


def test_a_ring_is_no_newspaper_whatever_the_chain_says():
    named = things("{#paper|His newspaper} shone. {#paper|The ring} shone.")
    assert (named("newspaper"), named("ring")) == ("#paper", None)


def test_a_gun_may_be_a_pistol():
    named = things("{#gun|His gun} shone. {#gun|The pistol} shone.")
    assert named("gun") == named("pistol") == "#gun"


def test_what_it_is_said_to_be_is_no_other_thing():
    grammar = "It nsubj was, a det cake#2, cake#2 attr was"
    named = things("{#one|The cake} fell. It was {#two|a cake}.", grammar)
    assert named("cake#2") == "#one"


def test_several_that_are_counted_are_new():
    grammar = "The det guns, two nummod guns#2"
    named = things("{#one|The guns} lay. He saw {#two|two guns}.", grammar)
    assert (named("guns"), named("guns#2")) == ("#one", "#two")


def test_other_words_name_no_thing():
    assert things("{#key|The key} shone.")("shone") is None


def test_the_other_key_is_another_key(custodies):
    grammar = "Ines nsubj had, key dobj had, Tom nsubj took, the det key#2, key#2 dobj took"
    prose = "{ines|Ines} had {#key|a key}. {tom|Tom} took {#second|the key}."
    assert custodies(prose, grammar) == ["ines had key", "tom took key"]
    other = prose.replace("the key", "the other key")
    told = custodies(other, f"{grammar}, other amod key#2")
    assert told == ["ines had key", "tom took second"]
    one_chain = other.replace("#second", "#key")
    assert custodies(one_chain, f"{grammar}, other amod key#2") == ["ines had key"]


def test_what_a_thing_has_round_its_edge_is_no_other_thing(custodies):
    prose = "{ines|Ines} found {#hat|a hat}. It had wool round the edge. {ines|She} hurled it down."
    grammar = (
        "Ines nsubj found, hat dobj found, It nsubj had, wool dobj had, She nsubj hurled, "
        "it dobj hurled, down prt hurled"
    )
    tags = "hat=NOUN wool=NOUN it=PRON"
    assert custodies(prose, grammar, tags=tags) == ["ines found hat", "nobody dropped hat"]
    of_hers = prose.replace("It had", "{ines|Ines} had")
    grammar = grammar.replace("It nsubj had", "Ines#2 nsubj had")
    assert custodies(of_hers, grammar, tags=tags) == ["ines found hat"]
