from hand_built import story
from stage_by_stage import read_to

from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.people import People
from fabula.stages.speaking.surroundings import surroundings
from fabula.stages.speaking.turns import TurnReader
from fabula.stages.speaking.vocatives import address


def turns_of(prose, **people):
    built = story(prose, **people)
    narration = Narration(built.document, built.mentions)
    addresses = [
        address([p for part in one.parts for p in narration.pieces(part.start, part.end)])
        for one in built.quotations
    ]
    reader = TurnReader(People(built), built.document, built.scenes)
    around = surroundings(built.document, built.quotations, narration)
    return reader.turns(built.quotations, around, addresses)


def places(prose, **people):
    return [turn.places for turn in turns_of(prose, **people)]


def test_the_quotations_of_a_paragraph_are_one_turn():
    assert places("“Look,” said {t|Tom}. The gulls rose. “There!”\n\n“Where?”") == [(0, 1), (2,)]


def test_two_names_make_two_turns():
    prose = "“Look,” said {t|Tom}. “Where?” asked {i|Ines}."
    assert places(prose) == [(0,), (1,)]


def test_a_pronoun_that_disagrees_makes_a_turn_of_its_own():
    assert places("“Look,” said {t|Tom}. “Where?” {i|she} asked.", t="he", i="she") == [(0,), (1,)]
    assert places("“Look,” said {t|Tom}. “Up!” {t|he} added.", t="he") == [(0, 1)]


def test_quotations_side_by_side_are_two_turns():
    assert places("“Well?” “Gone.”") == [(0,), (1,)]


def test_a_name_is_settled_and_a_pronoun_is_not():
    [named, pointed] = turns_of("“Look,” said {t|Tom}.\n\n“Where?” {i|she} asked.")
    assert named.claim.settled
    assert named.claim.person == "t"
    assert not pointed.claim.settled
    assert pointed.claim.pronouns == "she"


def test_someone_outside_the_cast_gets_a_stand_in():
    [turn] = turns_of("“Halt!” a voice cried.")
    assert turn.claim.person == "?voice"
    assert turn.claim.settled


def test_a_noun_without_a_link_leaves_room_for_doubt():
    [turn] = turns_of("“Halt!” cried {?|the girl}.")
    assert (turn.claim.person, turn.claim.settled, turn.claim.pronouns) == ("?girl", False, "she")


def test_whose_relative_speaks_is_known_from_the_possessive():
    story = read_to("links", "Tom sat on the quay. “Home,” said his sister.")
    people = People(story)
    [sister] = [m for m in story.mentions if story.document[m] == "his sister"]
    [tom] = [entity.id for entity in story.cast if entity.name == "Tom"]
    assert people.owner(sister) == tom


def test_a_title_belongs_to_nobody():
    story = read_to("links", "Tom sat on the quay. “Home,” said his lordship.")
    assert not any(People(story).owner(mention) for mention in story.mentions)


def test_going_on_and_replying_are_told_by_the_verb():
    going, replying = turns_of("“And,” {i|she} added, “so.”\n\n“No,” replied {t|Tom}.")
    assert going.claim.goes_on
    assert replying.claim.replies


def test_a_turn_knows_its_scene():
    turns = turns_of("“One.”\n\n***\n\n“Two.”")
    assert [turn.scene for turn in turns] == [0, 1]


def test_a_turn_may_follow_a_silence():
    [_, after] = turns_of("“Is it true?” asked {t|Tom}.\n\nNobody spoke.\n\n“Well?”")
    assert after.after_silence
    [_, at_once] = turns_of("“Is it true?” asked {t|Tom}.\n\n“Nobody spoke. Well?”")
    assert not at_once.after_silence


def antecedents(prose, **people):
    claim = turns_of(prose, **people)[-1].claim
    return claim.antecedent, claim.antecedent_earlier


def test_a_pronoun_has_the_name_that_acts_before_it_for_its_antecedent():
    prose = "{i|Ines} laughed. {r|She} laughed till dark. “Gone,” {r|she} said."
    assert antecedents(prose, i="she", r="she") == ("i", None)


def test_an_antecedent_may_stand_in_the_paragraph_before():
    prose = "{i|Ines} laughed.\n\n“Gone,” {r|she} said."
    assert antecedents(prose, i="she", r="she") == (None, "i")


def test_a_name_of_other_pronouns_between_is_passed_over():
    prose = "{i|Ines} laughed. {t|Tom} sat down. “Gone,” {r|she} said."
    assert antecedents(prose, i="she", t="he", r="she") == ("i", None)


def test_a_name_of_other_pronouns_is_no_antecedent():
    prose = "{t|Tom} laughed. “Gone,” {r|she} said."
    assert antecedents(prose, t="he", r="she") == (None, None)
