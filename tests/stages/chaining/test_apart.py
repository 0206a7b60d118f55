from stage_by_stage import read_to

from fabula.stages.chaining.apart import kept_apart
from fabula.stages.chaining.mention_tables import table_of


def ruled_out(text, words):
    """Names that the mention with these words cannot mean, and the words it is told apart from."""
    story = read_to("speech_links", text)
    apart = kept_apart(story, table_of(story))
    shown = [story.document[mention] for mention in story.mentions]
    row = shown.index(words)
    names = {story.cast[each].name for each in apart.members.get(row, ())}
    other = apart.rows.get(row)
    return names, None if other is None else shown[other]


TEXT = (
    "Captain Rook met Ines. She waved. Ines ran to her boat. Then she stopped. Tom sang. "
    "He was glad. Tom slept. "
)


def test_a_brother_is_neither_a_woman_nor_the_one_whose_he_is():
    assert ruled_out(TEXT + "Her brother laughed.", "Her brother") == ({"Ines"}, "Her")


def test_ones_aunt_is_told_apart_from_the_name():
    names, other = ruled_out(TEXT + "Tom’s aunt laughed.", "Tom’s aunt")
    assert "Tom" in names
    assert other == "Tom"


def test_a_child_is_nobody_with_an_adults_title():
    assert ruled_out(TEXT + "The child laughed.", "The child")[0] == {"Captain Rook"}


def test_a_noun_for_anybody_rules_nobody_out():
    assert ruled_out(TEXT + "The cook laughed.", "The cook") == (set(), None)
