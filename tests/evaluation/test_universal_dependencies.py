import pytest
from evaluation.figures import NotMeasured
from evaluation.universal_dependencies import load, parse


def row(number, form, tag, head, relation, misc="_"):
    return f"{number}\t{form}\t{form.lower()}\t{tag}\t_\t_\t{head}\t{relation}\t_\t{misc}"


SOURCE = "\n".join(
    [
        "# newdoc id = ferry",
        "# sent_id = ferry-1",
        "# newpar id = ferry-p1",
        "# text = Ada didn't wave.",
        row(1, "Ada", "PROPN", 4, "nsubj"),
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
        row(2, "did", "AUX", 4, "aux"),
        row(3, "n't", "PART", 4, "advmod"),
        row(4, "wave", "VERB", 0, "root", "SpaceAfter=No"),
        row(5, ".", "PUNCT", 4, "punct"),
        "",
        "# sent_id = ferry-2",
        "# text = Tom rowed.",
        row(1, "Tom", "PROPN", 2, "nsubj"),
        row(2, "rowed", "VERB", 0, "root", "SpaceAfter=No"),
        row("2.1", "rowed", "VERB", "_", "_"),
        row(3, ".", "PUNCT", 2, "punct"),
        "",
        "# newpar id = ferry-p2",
        row(1, "Gonna", "VERB", 0, "root"),
        "",
        "# newdoc id = mill",
        "# newpar id = mill-p1",
        "1-2\tGotcha\t_\t_\t_\t_\t_\t_\t_\t_",
        row(1, "got", "VERB", 0, "root"),
        row(2, "you", "PRON", 1, "obj"),
    ]
)


@pytest.fixture
def texts():
    return list(parse(SOURCE))


def test_sentences_follow_each_other_and_paragraphs_have_a_blank_line(texts):
    assert [each.id for each in texts] == ["ferry", "mill"]
    assert texts[0].text == "Ada didn't wave. Tom rowed. \n\nGonna "


def test_every_word_has_its_place_in_the_text(texts):
    ferry = texts[0]
    words = [ferry.text[word.start : word.end] for word in ferry.words]
    assert words == ["Ada", "did", "n't", "wave", ".", "Tom", "rowed", ".", "Gonna"]


def test_heads_count_words_of_the_whole_text_and_a_root_is_its_own(texts):
    words = texts[0].words
    assert [word.head for word in words] == [3, 3, 3, 3, 3, 6, 6, 6, 8]
    assert words[5].relation == "nsubj"


def test_letters_that_cannot_be_shared_out_belong_to_all_words(texts):
    got, you = texts[1].words
    assert (got.start, got.end) == (you.start, you.end) == (0, 6)


def test_a_folder_without_the_treebank_is_not_measured(tmp_path):
    with pytest.raises(NotMeasured, match="en_ewt-ud-dev"):
        list(load(tmp_path, "dev"))
