import pytest
from msgspec import structs
from placed import marked
from viewpoint_passages import PASSAGES, attributed_story, read_passage

from fabula.stages.presence import FindPresence
from fabula.story import Attribution, Quotation
from fabula.text import Span


def present(prose):
    return [record.entity_ids for record in FindPresence()(attributed_story(prose))]


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_the_people_of_a_passage_are_there_and_no_others(path):
    expected, story = read_passage(path)
    (presence,) = FindPresence()(story)
    assert presence.entity_ids == expected.present


def test_someone_only_talked_about_is_not_there():
    assert present("“{tom|Tom} will be sorry,” said {ada|Ada}. “{tom|He} loves plums.”") == [
        ("ada",)
    ]


def test_someone_only_thought_of_is_not_there():
    assert present("{ada|Ada} thought of {tom|Tom}. {ada|She} missed {tom|him}.") == [("ada",)]


def test_an_owner_is_not_there_because_the_house_is():
    assert present("{ada|Ada} passed {tom|Tom}’s house and {tom|Tom}’s gate.") == [("ada",)]


def test_someone_who_would_have_laughed_is_not_there():
    assert present("{ada|Ada} laughed. {tom|Tom} would have laughed too.") == [("ada",)]


def test_someone_looked_at_and_handed_a_plum_is_there():
    prose = "{ada|Ada} looked at {tom|Tom}. {ada|She} gave {tom|him} a plum."
    assert present(prose) == [("ada", "tom")]


def test_someone_who_only_speaks_is_there():
    assert present("“Plums!” came {tom|Tom}’s voice.") == [("tom",)]


def test_people_stand_in_order_of_appearance():
    prose = "{tom|Tom} whistled. {ada|Ada} came in. {tom|He} stopped."
    assert present(prose) == [("tom", "ada")]


def test_each_scene_has_its_own_people():
    assert present("{ada|Ada} rowed.\n\n***\n\n{tom|Tom} slept.") == [("ada",), ("tom",)]


def test_who_is_never_told_of_but_given_lines_is_not_there():
    prose = "{ada|Ada} sat down.\n\n“Plums?”\n\n“Two.”\n\n“Thanks.”\n\n{tom|Tom}{more}"
    spoken = {"q1": "ada", "q2": "tom", "q3": "tom"}

    def there(rest):
        story = marked(prose.replace("{more}", rest), spoken=spoken)
        return [record.entity_ids for record in FindPresence()(story)]

    assert there(" nodded.") == [("ada", "tom")]
    assert there("’s plums were famous.") == [("ada",)]


def test_who_has_a_part_in_the_talk_is_there_without_being_told_of():
    prose = "{ada|Ada} sat down.\n\n“Plums?”\n\n“Two.”\n\n“Three.”\n\n{tom|Tom}’s plums!"

    def there(**spoken):
        story = marked(prose, spoken=spoken)
        said = [structs.replace(each, evidence="explicit") for each in story.attributions]
        return FindPresence()(structs.replace(story, attributions=tuple(said)))[0].entity_ids

    assert there(q1="ada", q2="tom", q3="tom") == ("ada", "tom")
    assert there(q1="ada", q2="tom", q3="ada") == ("ada",)


@pytest.mark.parametrize(
    "told",
    [
        "{tom|Tom} was away at sea, where {tom|he} was a cook.",
        "{tom|Tom} used to row here.",
        "{ada|She} had been meeting {tom|Tom} in the mill, and {ada|she} had kissed {tom|him}.",
    ],
)
def test_what_is_told_of_other_times_and_places_brings_nobody_here(told):
    assert present("{ada|Ada} sat down. " + told) == [("ada",)]


@pytest.mark.parametrize(
    "told",
    ["{tom|Tom} was there by ten.", "Then came {tom|Tom}.", "Up jumped {tom|Tom}."],
)
def test_who_is_said_to_be_there_or_to_come_is_there(told):
    assert present("{ada|Ada} sat down. " + told) == [("ada", "tom")]


def test_a_stretch_runs_from_the_first_sign_of_somebody_to_the_last():
    prose = "{ada|Ada} sang. {tom|Tom} came in. {ada|She} laughed."
    story = attributed_story(prose)
    (presence,) = FindPresence()(story)
    text = story.document.text
    assert [text[each.start : each.end] for each in presence.stretches] == [
        text[: text.index("She") + 1],
        "T",
    ]


def test_somebody_whose_hands_are_told_of_is_there():
    assert present("{ada|Ada} sang. {tom|Tom}’s hands shook.") == [("ada", "tom")]


@pytest.mark.parametrize(
    "prose",
    [
        "{ada|Ada} sang. Under the table sat {tom|Tom}.",
        "{ada|Ada} sang. {tom|Tom}, who was asleep on a stool, had his boots on.",
    ],
)
def test_somebody_who_does_nothing_but_sit_or_sleep_is_there(prose):
    assert present(prose) == [("ada", "tom")]


def test_somebody_who_was_only_a_sailor_may_be_anywhere():
    assert present("{ada|Ada} sang. {tom|Tom} was a sailor.") == [("ada",)]


@pytest.mark.parametrize(
    "told",
    [
        "{tom|Tom}, who had been up since five, yawned.",
        "{tom|Tom} from the dairy drove them.",
        "It was {tom|Tom} who laughed.",
        "{tom|Tom} was beside her.",
        "{tom|Tom} was back.",
        "{tom|Tom} was shown in.",
        "{ada|She} waved at {tom|the baker}.",
    ],
)
def test_one_clear_sign_of_somebody_is_enough(told):
    assert present("{ada|Ada} sang. " + told) == [("ada", "tom")]


@pytest.mark.parametrize(
    "told",
    [
        "{tom|Tom}, who had been a sailor, was a baker now.",
        "{tom|Tom} owned the mill.",
        "{tom|Tom} lived in Osker.",
        "{ada|She} had a boat called {tom|Tom}.",
        "It was for {tom|Tom} that {ada|she} sang.",
    ],
)
def test_somebody_told_of_in_passing_may_be_anywhere(told):
    assert present("{ada|Ada} sang. " + told) == [("ada",)]


@pytest.mark.parametrize(
    "told",
    [
        "Her phone buzzed. “Where are you?” said {tom|Tom}.",
        "“All well here,” said {tom|Tom}’s voice from the loudspeaker.",
    ],
)
def test_who_is_only_heard_by_wire_is_not_there(told):
    assert present("{ada|Ada} sang.\n\n" + told) == [("ada",)]


def test_who_takes_up_a_telephone_is_there():
    assert present("{ada|Ada} sang. “Hello?” said {tom|Tom}, and {tom|he} put down the phone.") == [
        ("ada", "tom")
    ]


def test_who_died_before_is_not_there():
    told = "{tom|Tom} had died in the autumn. {tom|Tom}’s eyes had been green."
    assert present("{ada|Ada} sang. " + told) == [("ada",)]


def test_the_teller_is_among_us():
    prose = "{narrator|I} had a boat.\n\n***\n\n{?|We} rowed to Osker. {ada|Ada} sang."
    assert present(prose)[1] == ("narrator", "ada")


def test_a_he_or_two_may_be_anybody_and_four_are_somebody():
    def there(told):
        return present("{ada|Ada} sang. {tom|Tom}’s boat rocked. " + told)

    assert there("{tom|He} laughed. {tom|He} jumped.") == [("ada",)]
    assert there("{tom|He} laughed. {tom|He} jumped. {tom|He} sat. {tom|He} sang.") == [
        ("ada", "tom")
    ]


def test_who_writes_a_letter_is_there_and_who_is_told_of_in_it_is_not():
    letter = "Dear {tom|Tom},\n\nI sang all day. {bea|Bea} is well.\n\n{ada|Ada}"
    story = attributed_story(letter)
    whole = Span(0, len(story.document.text))
    writing = Quotation(
        id="q1", start=0, end=whole.end, parts=(whole,), kind="writing", style="block"
    )
    inside = [structs.replace(each, quotation_id="q1") for each in story.mentions]
    story = structs.replace(
        story,
        quotations=(writing,),
        mentions=tuple(inside),
        attributions=(Attribution(quotation_id="q1"),),
    )
    assert FindPresence()(story)[0].entity_ids == ("ada",)


@pytest.mark.parametrize(("name", "there"), [("the voice", ("ada",)), ("Tom", ("ada", "tom"))])
def test_a_voice_without_a_name_shows_nobody_yet(name, there):
    story = attributed_story("{ada|Ada} sat up. {tom|He} called twice. “Come out,” said {tom|Tom}.")
    cast = [structs.replace(each, name=name) if each.id == "tom" else each for each in story.cast]
    (presence,) = FindPresence()(structs.replace(story, cast=cast))
    assert presence.entity_ids == there
