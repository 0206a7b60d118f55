from fabula.stages.telling.person import PronounCounts, count_pronouns, person_of


def test_pronouns_in_speech_are_not_counted(passages_of):
    counts = count_pronouns(passages_of("“I love you,” she told her owl."))
    assert (counts.first, counts.second, counts.third) == (0, 0, 2)


def test_each_person_has_its_pronouns(passages_of):
    counts = count_pronouns(passages_of("I gave you our oars, and they rowed for me."))
    assert counts == PronounCounts(words=12, first=2, first_plural=1, second=1, third=1)


def test_a_narrator_who_mostly_watches_is_still_first_person():
    assert person_of(PronounCounts(words=1000, first=10, third=60)) == "first"


def test_a_rare_i_of_a_chatty_author_is_not():
    assert person_of(PronounCounts(words=1000, first=4, third=60)) == "third"


def test_much_you_and_hardly_any_i_is_second_person():
    assert person_of(PronounCounts(words=200, second=14, third=5)) == "second"


def test_you_beside_i_is_said_to_the_reader():
    assert person_of(PronounCounts(words=200, first=10, second=6)) == "first"


def test_a_few_words_say_nothing():
    assert person_of(PronounCounts(words=8, first=1)) is None
