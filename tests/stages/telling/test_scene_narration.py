from viewpoint_passages import attributed_story

from fabula.stages.telling.scene_narration import scene_narrations


def test_what_people_say_is_no_narration(passages_of):
    (passage,) = passages_of("“I am late,” said {lena|Lena}, and ran.")
    assert passage.words == ("said", "lena", ",", "and", "ran", ".")


def test_what_people_think_in_emphasis_is_no_narration(passages_of):
    (passage,) = passages_of("*Not again,* thought {lena|Lena}.")
    assert passage.words == ("thought", "lena", ".")


def test_contractions_are_two_words(passages_of):
    (passage,) = passages_of("{lena|She} didn’t know he’d gone.")
    assert passage.words == ("she", "did", "n't", "know", "he", "'d", "gone", ".")


def test_the_ending_of_a_possessive_is_a_word_of_its_own(passages_of):
    (passage,) = passages_of("{lena|Lena}’s boat and {?|the twins}’ oars lay there.")
    assert passage.words[:3] == ("lena", "'s", "boat")
    assert [passage.words[person.first : person.last] for person in passage.people] == [
        ("lena",),
        ("the", "twins"),
    ]


def test_words_know_their_place_in_the_text():
    story = attributed_story("“Oh!” {lena|Lena} couldn’t look.")
    (narration,) = scene_narrations(story)
    (passage,) = narration.passages
    text = story.document.text
    assert [text[start] for start in passage.starts] == ["L", "c", "n", "l", "."]
    assert text[passage.start : passage.end] == "Lena couldn’t look."


def test_a_mention_keeps_its_entity_and_an_unknown_one_has_none(passages_of):
    (passage,) = passages_of("{lena|Lena} met {?|a stranger}.")
    assert [person.entity_id for person in passage.people] == ["lena", None]


def test_only_a_sentence_of_narration_is_a_question_of_the_narrator(passages_of):
    said, asked = passages_of("“Why?” {lena|she} said. Where had {tom|he} been?")
    assert (said.is_question, asked.is_question) == (False, True)


def test_each_scene_has_its_own_narration():
    story = attributed_story("{lena|Lena} rowed.\n\n***\n\n“Ahoy!”\n\n***\n\nIt rained all day.")
    assert [narration.word_count for narration in scene_narrations(story)] == [3, 0, 5]
