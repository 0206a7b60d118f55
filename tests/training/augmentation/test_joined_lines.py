from training.augmentation import line_ends

WRAPPED = """THE FERRY

Ada Hart had rowed the ferry across the river since the spring that
her mother sold the mill, and she knew every stone of it; on the far-
off bank a boy stood waving, and she put the boat about--slowly
and without a word--to fetch him.

    Row, row, the river is wide,
    Row, row, to the other side.

“I thought you would never come,” said the boy, and climbed in over
the stern.
"""


def test_a_paragraph_is_one_line(document_with, words_of):
    document = document_with(WRAPPED, ["ada name Ada Hart", "boy noun the boy"], events=["rowed"])
    joined = line_ends.with_joined_lines(document)
    assert "since the spring that her mother sold" in joined.text
    assert "climbed in over the stern." in joined.text
    assert words_of(joined) == words_of(document)


def test_a_word_broken_at_its_hyphen_or_dash_gets_no_space(document_with):
    joined = line_ends.with_joined_lines(document_with(WRAPPED))
    assert "the far-off bank" in joined.text
    assert "about--slowly and" in joined.text


def test_verse_and_blank_lines_stay(document_with):
    joined = line_ends.with_joined_lines(document_with(WRAPPED))
    assert "is wide,\n    Row, row" in joined.text
    assert joined.text.startswith("THE FERRY\n\nAda")


def test_nothing_but_white_space_changes(document_with):
    joined = line_ends.with_joined_lines(document_with(WRAPPED))
    assert joined.text.split() == WRAPPED.replace("far-\noff", "far-off").split()
