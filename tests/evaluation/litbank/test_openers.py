from evaluation.litbank.annotations import Annotations, QuotationRow
from evaluation.litbank.paragraphs import LONGEST, openers


def document(*sentences: str, speech: tuple[QuotationRow, ...] = ()) -> Annotations:
    firsts, tokens = [], []
    for sentence in sentences:
        firsts.append(len(tokens))
        tokens += sentence.split()
    return Annotations(tuple(tokens), tuple(firsts), (), (), (), (), speech)


def test_a_new_speaker_has_a_new_paragraph():
    speech = (QuotationRow(0, 4, "Q1", "ada"), QuotationRow(4, 8, "Q2", "tom"))
    assert openers("", document("“ Row ! ”", "“ Why ? ”", speech=speech)) == (4,)


def test_a_speaker_goes_on_in_the_same_paragraph():
    speech = (QuotationRow(0, 4, "Q1", "ada"), QuotationRow(7, 11, "Q2", "ada"))
    assert openers("", document("“ Row ! ”", "She said .", "“ Now ! ”", speech=speech)) == ()


def test_narration_after_speech_has_a_new_paragraph():
    speech = (QuotationRow(0, 4, "Q1", "ada"),)
    assert openers("", document("“ Row ! ”", "She waved .", speech=speech)) == (4,)


def test_a_cue_stays_with_its_speech():
    speech = (QuotationRow(0, 4, "Q1", "ada"),)
    assert openers("", document("“ Row ! ”", "Ada shouted .", speech=speech)) == ()


def test_speech_after_a_colon_stays_with_its_narration():
    speech = (QuotationRow(4, 8, "Q1", "ada"),)
    assert openers("", document("At last Ada :", "“ Row ! ”", speech=speech)) == ()


def test_long_narration_is_cut_between_sentences():
    sentence = "the boat went on " * (LONGEST // 8) + "."
    assert len(openers("", document(*[f"Once {sentence}"] * 4))) == 1


def test_headings_of_the_documents_without_a_book_are_known():
    assert openers("1245", document("CHAPTER I It was dark .")) == (2,)
