from hand_built import story

from fabula.stages.speakers import AttributeQuotations
from fabula.stages.speech_links import LinkSpeech


def linked(prose, **people):
    """The mentions inside quotations as they are written, with the person each is linked to."""
    built = story(prose, **people)
    built = built.with_layer("attributions", AttributeQuotations()(built))
    mentions = {mention.id: mention for mention in built.mentions}
    return [
        (built.document[mentions[link.mention_id].span], link.entity_id)
        for link in LinkSpeech()(built)
    ]


def test_i_is_the_speaker_and_you_the_one_spoken_to():
    prose = "“{?|I} saw {?|you}, {tom|Tom},” said {ines|Ines}, “with {?|my} own eyes.”"
    assert linked(prose) == [("I", "ines"), ("you", "tom"), ("my", "ines")]


def test_nobody_is_linked_where_the_speaker_is_open():
    assert linked("It rained.\n\n“{?|I} am lost.”") == []


def test_you_is_whom_the_conversation_turns_to_among_all_who_take_part():
    prose = (
        "“Look,” said {tom|Tom}.\n\n“Where?” asked {ines|Ines}.\n\n“There,” said {tom|Tom}.\n\n"
        "“{?|You} are right,” said {rosa|Rosa}."
    )
    assert linked(prose) == [("You", "tom")]


def test_you_is_left_open_between_several_who_are_called():
    prose = "“Hey {tom|Tom}, {rosa|Rosa}! {?|You} are late,” said {ines|Ines}."
    assert linked(prose) == []


def test_we_is_a_group_only_where_a_group_speaks():
    assert linked("“{?|We} won!” cried {twins|the twins}.", twins="group") == [("We", "twins")]
    assert linked("“{?|We} won!” cried {ines|Ines}.") == []


def test_i_in_a_thought_is_the_thinker_and_you_is_nobody():
    assert linked("{ines|Ines} sighed. *{?|I} miss {?|you}.*") == [("I", "ines")]


def test_a_link_is_no_surer_than_the_speaker():
    built = story("“{?|I} stay.” {ines|Ines} frowned.")
    built = built.with_layer("attributions", AttributeQuotations()(built))
    [link] = LinkSpeech()(built)
    assert link.confidence == built.attributions[0].confidence
