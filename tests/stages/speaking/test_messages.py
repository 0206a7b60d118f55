"""Who writes the messages of a chat, and to whom."""

from stage_by_stage import read_to

CHAT = (
    "orlo: has anyone seen my boots\n\nmaud: Orlo, no. Ask Gerald\n\norlo: Maud!\n\n"
    "unknown: Good evening. This is Ada Finch.\n\nunknown: I have the boots."
)


def _read(text):
    story = read_to("attributions", text)
    names = {entity.id: entity.name for entity in story.cast}
    return [
        (
            names.get(item.speaker_id),
            item.evidence,
            story.document[item.cue] if item.cue else None,
            [names[person] for person in item.addressee_ids],
        )
        for item in story.attributions
    ]


def test_the_name_before_a_message_is_its_writer_and_cue():
    assert _read(CHAT)[0][:3] == ("orlo", "explicit", "orlo")


def test_a_message_is_for_whom_it_calls():
    assert [heard for *_, heard in _read(CHAT)[1:3]] == [["orlo"], ["maud"]]


def test_a_message_that_calls_nobody_is_for_who_wrote_last_or_answers_it():
    lines = _read("orlo: boots?\n\nmaud: no\n\nmaud: ask Gerald\n\norlo: pity")
    assert [heard for *_, heard in lines] == [["maud"], ["orlo"], ["orlo"], ["maud"]]


def test_a_name_and_an_hour_may_stand_above_the_message():
    text = (
        "The phone went off in its saucer. Maud sighed. It was Tom, said the phone.\n\n"
        "**Tom** 18:02\nboots?\n\n**Maud** 18:03\nno\n\n**Tom** 18:04\npity"
    )
    assert [line[0] for line in _read(text)] == ["Tom", "Maud", "Tom"]


def test_a_stranger_is_who_the_messages_say():
    assert [line[:3] for line in _read(CHAT)[3:]] == [("Ada Finch", "explicit", "unknown")] * 2


def test_a_stranger_who_gives_no_name_stays_unknown():
    lines = _read("orlo: who is it\n\nunknown: guess\n\norlo: no")
    assert lines[1] == (None, "none", "unknown", [])


def test_the_narrators_own_messages_are_hers():
    text = (
        "I put my feet up and I waited. I was tired, and my tea was cold.\n\n"
        "Orlo: boots?\n\nMe: no\n\nOrlo: pity"
    )
    assert [line[0] for line in _read(text)] == ["Orlo", "the narrator", "Orlo"]
