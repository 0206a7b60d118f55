from hand_built import story as built

from fabula.stages.relating.wording import Wording
from fabula.stages.token_rows import TokenRows


def wording(prose):
    story = built(prose)
    return Wording(story, TokenRows(story.document))


def test_a_word_goes_without_what_it_carries():
    words = wording("{tom|Tom}’s boat leaked.")
    assert words.word(0) == "tom"
    assert [words.is_possessive(row) for row in (0, 1)] == [True, False]


def test_a_pronoun_may_carry_its_verb():
    words = wording("He’s late, and she’ll laugh, but I’d wait.")
    forms = {
        words.rows.text(words.rows.span(row, row)): row for row in range(len(words.rows.starts))
    }
    he, she, i = forms["He"], forms["she"], forms["I"]
    assert [words.is_contracted_be(row) for row in (he, she, i)] == [True, False, False]
    assert [words.is_contracted_will(row) for row in (he, she, i)] == [False, True, True]
    assert [words.is_promised(row) for row in (he, she, i)] == [False, True, False]


def test_what_ends_in_a_question_mark_is_asked():
    words = wording("Is it late? It is.")
    assert [words.is_asked(row) for row in (1, 5)] == [True, False]
    assert words.sentence_end(0) == 4


def test_words_quoted_in_a_line_are_in_the_inner_one():
    words = wording("“He said, ‘No, thanks.’ So I left.”")
    inner, outer = words.story.quotations[1], words.story.quotations[0]
    no, left = (words.rows.row_of(words.story.document.text.index(each)) for each in ("No", "left"))
    assert [words.spoken_in(row) for row in (no, left)] == [inner, outer]
