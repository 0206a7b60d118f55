from hypothesis import given
from hypothesis import strategies as st
from stage_by_stage import mentions_of, read_to


def test_names_nouns_and_pronouns_are_found():
    text = "Captain Brook lent her the ferryman’s boat."
    assert mentions_of(text, "proper") == ["Captain Brook"]
    assert mentions_of(text, "nominal") == ["the ferryman"]
    assert mentions_of(text, "pronominal") == ["her"]


def test_mentions_are_in_text_order_the_longer_first():
    assert mentions_of("They saw his two sons.") == ["They", "his two sons", "his"]


def test_a_mention_in_speech_knows_its_quotation():
    story = read_to("mentions", "“Ines!” cried Tom.")
    ines, tom = story.mentions
    assert ines.quotation_id == story.quotations[0].id
    assert tom.quotation_id is None


def test_a_contraction_lends_only_its_pronoun():
    assert mentions_of("“He’ll come,” she said.", "pronominal") == ["He", "she"]


def test_a_relatives_noun_may_be_a_name():
    assert mentions_of("At home Mother waited.", "proper") == ["Mother"]
    assert mentions_of("His Mother waited.", "proper") == []


def test_the_head_is_the_noun():
    story = read_to("mentions", "They saw the man with the red beard.")
    phrase = next(m for m in story.mentions if m.form == "nominal")
    assert story.document[phrase.head] == "man"


def test_names_in_notes_and_headings_are_left_out():
    text = "The Ferry by Quillon\n\nDisclaimer: I own nothing.\n\nInes rowed. Ines sang to herself."
    assert "Quillon" not in mentions_of(text, "proper")


@given(st.text(alphabet="AaBb .,!?“”‘’'\n-…*éÉ1", min_size=1, max_size=80))
def test_any_text_gives_mentions_inside_it(text):
    text += " Ines"
    story = read_to("mentions", text)
    for mention in story.mentions:
        assert 0 <= mention.start <= mention.head.start < mention.head.end <= mention.end
        assert mention.end <= len(text)
