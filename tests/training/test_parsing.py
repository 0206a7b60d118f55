from collections.abc import Iterable, Iterator, Sequence

import pytest
from training.parsing import Word, parsed, with_parse
from training.passages import IGNORED, Passage, document

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS


def words(*rows: str) -> list[Word]:
    """The words of one paragraph; a row is `start word tag relation head`."""
    split = [row.split() for row in rows]
    return [
        Word(int(start), int(start) + len(word), tag, relation, int(head))
        for start, word, tag, relation, head in split
    ]


class ByHand:
    """Gives out parses made up beforehand, and keeps what it was shown."""

    def __init__(self, *parses: Sequence[Word]) -> None:
        self.parses = parses
        self.shown: list[str] = []

    def __call__(self, texts: Iterable[str]) -> Iterator[Sequence[Word]]:
        self.shown += texts
        return iter(self.parses)


def rows(text: str, parser: ByHand) -> list[tuple[str, str, str, str]]:
    """Each token with its tag, the token that is its head, and its relation."""
    read = document(Passage(id="p", source="litbank", text=text))
    parse = parsed(read, parser)
    assert len(parse.tags) == len(parse.heads) == len(parse.relations) == len(read.tokens)
    return [
        (
            read[token],
            PARTS_OF_SPEECH[tag] if tag >= 0 else "",
            read[read.tokens[head]] if head >= 0 else "",
            RELATIONS[relation] if relation >= 0 else "",
        )
        for token, tag, head, relation in zip(
            read.tokens, parse.tags, parse.heads, parse.relations, strict=True
        )
    ]


DIDNT = words(
    "0 Ada PROPN nsubj 3",
    "4 did AUX aux 3",
    "7 n’t PART neg 3",
    "11 row VERB ROOT 3",
    "14 . PUNCT punct 3",
)


def test_a_word_that_the_parser_cuts_in_two_takes_the_outer_piece():
    found = rows("Ada didn’t row.", ByHand(DIDNT))
    assert found == [
        ("Ada", "PROPN", "row", "nsubj"),
        ("didn’t", "AUX", "row", "aux"),
        ("row", "VERB", "row", "ROOT"),
        (".", "PUNCT", "row", "punct"),
    ]


def test_a_compound_takes_the_piece_whose_head_is_elsewhere():
    parse = words(
        "0 A DET det 4",
        "2 well ADV advmod 3",
        "6 - PUNCT punct 3",
        "7 kept VERB amod 4",
        "12 boat NOUN ROOT 4",
    )
    found = rows("A well-kept boat", ByHand(parse))
    assert found[1] == ("well-kept", "VERB", "boat", "amod")


def test_a_root_inside_a_longer_token_is_that_tokens_own_head():
    parse = words("0 It PRON nsubj 1", "2 ’s AUX ROOT 1", "5 Ada PROPN attr 1")
    found = rows("It’s Ada", ByHand(parse))
    assert found == [("It’s", "AUX", "It’s", "ROOT"), ("Ada", "PROPN", "It’s", "attr")]


def test_tokens_that_share_a_piece_are_ignored_after_the_first():
    parse = words("0 wait…what VERB ROOT 0")
    assert rows("wait…what", ByHand(parse)) == [
        ("wait", "VERB", "wait", "ROOT"),
        ("…", "", "", ""),
        ("what", "", "", ""),
    ]


def test_white_space_and_labels_of_no_use_are_ignored():
    parse = words("0 Ada PROPN nsubj 1", "4 rowed VERB ROOT 1", "10 on SPACE strange 1")
    assert rows("Ada rowed on", ByHand(parse))[2] == ("on", "", "rowed", "")


def test_marks_of_emphasis_are_hidden_from_the_parser():
    parser = ByHand(words("0 Never ADV neg 1", "6 row VERB ROOT 1"))
    found = rows("*Never* row", parser)
    assert parser.shown == ["Never row"]
    assert found == [
        ("*", "PUNCT", "", "punct"),
        ("Never", "ADV", "row", "neg"),
        ("*", "PUNCT", "", "punct"),
        ("row", "VERB", "row", "ROOT"),
    ]


def test_a_broken_line_is_shown_whole():
    lines = [
        "Ada rowed across the river every morning before the bells of the town had",
        "rung for the first time, and every evening after they had rung for the last,",
        "and nobody in the town had ever seen her late.",
    ]
    parser = ByHand(words())
    rows("\n".join(lines), parser)
    assert parser.shown == [" ".join(lines)]


def test_heads_count_from_the_beginning_of_the_passage():
    first = words("0 Row VERB ROOT 0", "3 . PUNCT punct 0")
    second = words("0 Ada PROPN nsubj 1", "4 rowed VERB ROOT 1", "9 . PUNCT punct 1")
    text = document(Passage(id="p", source="litbank", text="Row.\n\nAda rowed."))
    assert parsed(text, ByHand(first, second)).heads == (0, 0, 3, 3, 3)


def test_an_arc_into_another_sentence_is_ignored():
    parse = words(
        "0 Ada PROPN nsubj 1",
        "4 rowed VERB ccomp 4",
        "9 . PUNCT punct 1",
        "11 Tom PROPN nsubj 4",
        "15 slept VERB ROOT 4",
        "20 . PUNCT punct 4",
    )
    found = parsed(
        document(Passage(id="p", source="litbank", text="Ada rowed. Tom slept.")), ByHand(parse)
    )
    assert found.heads == (1, IGNORED, 1, 4, 4, 4)


def test_text_without_capitals_has_no_parse():
    passages = [
        Passage(id="small", source="litbank", text="ada rowed."),
        Passage(id="usual", source="litbank", text="Ada didn’t row."),
    ]
    small, usual = with_parse(passages, ByHand(DIDNT))
    assert small.parse is None
    assert usual.parse is not None


@pytest.mark.parametrize("names", [PARTS_OF_SPEECH, RELATIONS])
def test_no_label_is_listed_twice(names):
    assert len(set(names)) == len(names)
