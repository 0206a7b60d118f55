from fabula.stages.telling.person import (
    PronounCounts,
    count_pronouns,
    count_stretches,
    person_of_scene,
    person_of_story,
)


def test_pronouns_in_speech_are_not_counted(passages_of):
    counts = count_pronouns(passages_of("“I love you,” she told her owl."))
    assert (counts.first, counts.second, counts.third) == (0, 0, 2)


def test_the_me_before_a_text_message_is_no_narrator(passages_of):
    counts = count_pronouns(passages_of("*ME: Snow. No ferry.*\n\nShe put the telephone away."))
    assert (counts.first, counts.third) == (0, 1)


def test_each_person_has_its_pronouns(passages_of):
    counts = count_pronouns(passages_of("I gave you our oars, and they rowed for me."))
    assert counts == PronounCounts(words=12, first=2, first_plural=1, second=1, third=1)


def test_a_narrator_who_mostly_watches_is_still_first_person():
    assert person_of_story([PronounCounts(words=1000, first=9, third=60)]) == "first"


def test_a_rare_i_of_a_chatty_author_is_not():
    assert person_of_story([PronounCounts(words=1000, first=3, third=60)]) == "third"


def test_one_long_letter_does_not_make_a_story_first_person(passages_of):
    letter = "I wrote to my aunt that I missed my owl and my boat. " * 80
    story = "She rowed home in the rain with the owl on her shoulder. " * 120
    passages = passages_of(f"{letter}\n\n{story}")
    assert count_pronouns(passages).first_rate > 0.1
    assert person_of_story(tuple(count_stretches(passages))) == "third"


def test_much_you_and_hardly_any_i_is_second_person():
    assert person_of_story([PronounCounts(words=200, second=14, third=5)]) == "second"


def test_you_beside_i_is_said_to_the_reader():
    assert person_of_story([PronounCounts(words=200, first=10, second=6)]) == "first"


def test_a_story_without_narration_has_no_person():
    assert person_of_story([PronounCounts()]) is None


def test_a_letter_is_first_person_in_a_third_person_story():
    assert person_of_scene(PronounCounts(words=200, first=12), "third") == "first"


def test_a_short_scene_without_pronouns_follows_its_story():
    assert person_of_scene(PronounCounts(words=80, third=6), "first") == "first"


def test_a_long_scene_without_the_narrator_is_third_person():
    assert person_of_scene(PronounCounts(words=900, third=60), "first") == "third"


def test_a_few_overheard_words_do_not_change_the_person():
    assert person_of_scene(PronounCounts(words=60, first=2), "third") == "third"
