import pytest
from structured import DAY, FOG, SEA, mark, paratext_of, structured

from fabula.text import Mark


def roles(text, *marks):
    return [role for role, _ in paratext_of(text, *marks)]


def test_title_and_author_on_one_line_are_two_records():
    assert paratext_of(f"The Blue Sail by lampgirl77\n\n{DAY}") == [
        ("title", "The Blue Sail"),
        ("author", "by lampgirl77"),
    ]


def test_the_last_by_of_a_line_names_the_author():
    assert paratext_of(f"Death by Water by Emily Ash\n\n{DAY}")[0] == ("title", "Death by Water")


def test_a_first_sentence_with_by_in_it_is_story():
    assert paratext_of(f"She was followed by Tomas.\n\n{DAY}") == []


def test_lines_directly_below_one_another_are_read_one_by_one():
    text = f"The Blue Sail by lampgirl77\nDisclaimer: they’re not mine, ok?\n\n{DAY}"
    assert paratext_of(text) == [
        ("title", "The Blue Sail"),
        ("author", "by lampgirl77"),
        ("disclaimer", "Disclaimer: they’re not mine, ok?"),
    ]


def test_a_title_page_gives_title_author_dedication_and_epigraph():
    text = (
        "THE BLUE SAIL\n\n by\n\nEMILY ASH\n\n\nTo my mother\n\n\n“The sea is a door.”\n—Old song"
        f"\n\n\nCHAPTER I\n\n{DAY}\n\n\nCHAPTER II\n\n{FOG}"
    )
    assert paratext_of(text) == [
        ("title", "THE BLUE SAIL"),
        ("author", "by\n\nEMILY ASH"),
        ("dedication", "To my mother"),
        ("epigraph", "“The sea is a door.”\n—Old song"),
    ]


def test_a_short_line_in_title_case_at_the_start_is_the_title():
    assert paratext_of(f"The Blue Sail\n\n{DAY}") == [("title", "The Blue Sail")]


def test_a_short_first_sentence_is_no_title():
    assert paratext_of(f"It rained.\n\n{DAY}") == []


@pytest.mark.parametrize(
    "line", ["London, 1923", "Monday, 7:30", "Nadia’s POV", "Three Days Later"]
)
def test_a_first_line_that_heads_a_scene_is_no_title(line):
    assert paratext_of(f"{line}\n\n{DAY}") == []


def test_a_name_that_heads_several_scenes_is_no_title():
    assert paratext_of(f"**Nadia**\n\n{DAY}\n\n**Tomas**\n\n{FOG}\n\n**Nadia**\n\n{SEA}") == []


def test_a_head_block_gives_each_label_its_role():
    text = (
        "Title: The Blue Sail\nAuthor: lampgirl77\nRating: PG\nPairing: Nadia/Tomas\n"
        "Summary: Nadia waits for a boat.\nDisclaimer: Only borrowed.\nBeta: quillfeather\n"
        f"A/N: Written for the harbour challenge.\n\n{DAY}"
    )
    assert paratext_of(text) == [
        ("title", "Title: The Blue Sail"),
        ("author", "Author: lampgirl77"),
        ("tags", "Rating: PG\nPairing: Nadia/Tomas"),
        ("summary", "Summary: Nadia waits for a boat."),
        ("disclaimer", "Disclaimer: Only borrowed."),
        ("beta", "Beta: quillfeather"),
        ("author_note", "A/N: Written for the harbour challenge."),
    ]


def test_a_copied_web_page_is_paratext_up_to_the_work_text():
    text = (
        "Rating:\nGeneral Audiences\nFandom:\nHarbour Lights\nStats:\nPublished:\n2021-03-04\n"
        "The Blue Sail\nlampgirl77\nSummary:\n\nNadia waits.\n\nNotes:\n\nFor quill.\n\n"
        f"Work Text:\n\n{DAY}"
    )
    story = structured(text)
    assert roles(text) == ["tags", "title", "author", "summary", "author_note", "navigation"]
    assert story.document[story.scenes[0]] == DAY


@pytest.mark.parametrize("label", ["A/N:", "AN:", "Author's Note:", "Author’s Notes -", "**A/N:**"])
def test_the_usual_labels_begin_a_note(label):
    assert paratext_of(f"{label} Enjoy!\n\n\n{DAY}") == [("author_note", f"{label} Enjoy!")]


def test_a_note_runs_over_paragraphs_up_to_the_row_of_glyphs():
    note = "A/N: I am back!\n\nI had exams, and then it snowed.\n\nEnjoy the chapter.\n\n~ Lamp"
    assert paratext_of(f"{note}\n\n***\n\n{DAY}") == [("author_note", note)]


def test_a_note_runs_up_to_wider_space():
    note = "A/N: I am back!\n\nSorry for the long wait, and thanks for the reviews."
    assert paratext_of(f"{note}\n\n\n{DAY}") == [("author_note", note)]


def test_a_note_that_nothing_sets_off_does_not_swallow_the_story():
    assert paratext_of(f"A/N: Enjoy!\n\n{SEA}\n\n***\n\n{SEA}") == [("author_note", "A/N: Enjoy!")]


def test_a_note_without_a_label_is_known_by_its_words_and_a_rule():
    note = "Hey guys! Thanks for all the reviews, I hope you like this chapter."
    assert paratext_of(f"{note}\n\n-----\n\n{DAY}") == [("author_note", note)]


def test_a_note_after_the_last_rule_is_known_by_its_words():
    note = "That was it! Let me know what you think.\n\nReviews make me happy, you guys."
    assert paratext_of(f"{DAY}\n\n-----\n\n{note}") == [("author_note", note)]


def test_a_few_words_of_what_comes_next_are_a_note():
    note = "TBC!! next chapter: the letter. kudos = buns"
    assert paratext_of(f"{DAY}\n\n-----\n\n{note}") == [("author_note", note)]


def test_a_paragraph_in_brackets_about_the_writing_is_a_note():
    aside = "(okay so i wrote this scene twice. back to the boats)"
    assert paratext_of(f"{DAY}\n\n{aside}\n\n{SEA}") == [("author_note", aside)]
    assert paratext_of(f"{DAY}\n\n(I had my doubts about the boats.)\n\n{SEA}") == []


def test_a_last_scene_in_the_first_person_is_story():
    assert paratext_of(f"{DAY}\n\n-----\n\n{SEA}") == []


def test_a_last_scene_about_a_writer_is_story():
    writer = (
        "I posted the last chapter at midnight and lay awake. In the morning there were nine "
        "reviews, and you would have thought that I had won a prize."
    )
    assert paratext_of(f"{DAY}\n\n-----\n\n{writer}") == []


def test_a_note_at_the_end_of_a_chapter_ends_it():
    text = f"Chapter 1\n\n{DAY}\n\nA/N: What did you think?\n\nChapter 2\n\n{FOG}"
    assert paratext_of(text) == [("author_note", "A/N: What did you think?")]


def test_a_note_in_brackets_is_cut_out_of_its_paragraph():
    text = f"{DAY}\n\nShe bowed (A/N: people did that then) and went away."
    assert paratext_of(text) == [("author_note", "(A/N: people did that then)")]


def test_a_note_between_paragraphs_is_one_record():
    text = f"{DAY}\n\n**A/N: Sorry for the cliffhanger!**\n\n{FOG}"
    assert paratext_of(text) == [("author_note", "**A/N: Sorry for the cliffhanger!**")]


def test_a_letter_that_begins_with_note_is_story():
    note = "Note: leave the key under the mat. Nadia read it twice."
    assert paratext_of(f"{DAY}\n\n{note}\n\n{FOG}") == []


def test_the_sentence_that_credits_the_beta_is_a_record_inside_the_note():
    note = "Author’s Note: Much love to Quill, my beta for this story. I hope you enjoy."
    assert paratext_of(f"{note}\n\n\n{DAY}") == [
        ("author_note", note),
        ("beta", "Much love to Quill, my beta for this story."),
    ]


@pytest.mark.parametrize(
    "words", ["This is not beta’d.", "I am looking for a beta!", "An alpha/beta/omega story."]
)
def test_a_beta_who_is_not_there_gets_no_credit(words):
    assert "beta" not in roles(f"A/N: {words} Enjoy!\n\n\n{DAY}")


def test_a_betaed_by_line_is_a_beta_credit():
    text = f"The Blue Sail\n\nBetaed by Quill\n\n\n{DAY}"
    assert paratext_of(text)[1:] == [("beta", "Betaed by Quill")]


def test_review_replies_are_kept_apart_from_the_note_before_them():
    text = (
        "Chapter 1\n\nA/N: I’m sorry for the wait.\n\nReview replies:\n\nstarlight: Thanks!\n\n"
        f"moonchild: Wait and see.\n\n-x-\n\n{DAY}"
    )
    assert paratext_of(text) == [
        ("author_note", "A/N: I’m sorry for the wait."),
        ("review_reply", "Review replies:\n\nstarlight: Thanks!\n\nmoonchild: Wait and see."),
    ]


def test_review_replies_may_end_a_chapter():
    replies = "Review replies:\n\nstarlight: You’ll find out.\n\nmoonchild: Glad you liked it."
    text = f"Chapter 1\n\n{DAY}\n\n{replies}\n\nChapter 2\n\n{FOG}"
    assert paratext_of(text) == [("review_reply", replies)]


@pytest.mark.parametrize("words", ["THE END", "The End.", "~ Fin ~", "To be continued…", "TBC"])
def test_words_that_only_close_the_text_are_no_story(words):
    assert paratext_of(f"{DAY}\n\n{words}") == [("navigation", words)]


def test_a_plea_for_reviews_is_a_note():
    assert paratext_of(f"{DAY}\n\nPlease review!") == [("author_note", "Please review!")]


def test_a_last_sentence_with_the_word_review_is_story():
    assert paratext_of(f"{DAY}\n\nHe went home to review the papers.") == []


def test_a_chapter_that_is_only_a_note_is_paratext_below_its_heading():
    note = "Hi all, I have exams and will be back in June.\n\nPlease stay with me!"
    text = f"Chapter 1\n\n{DAY}\n\nChapter 2: Author’s Note\n\n{note}\n\nChapter 3\n\n{FOG}"
    assert paratext_of(text) == [("author_note", note)]


def test_a_contents_list_is_one_record():
    contents = "CONTENTS\n\nI. The Quay\nII. The Bell\nIII. The Fog"
    text = (
        f"{contents}\n\n\nI. The Quay\n\n{DAY}\n\n{SEA}\n\n\nII. The Bell\n\n{FOG}\n\n{SEA}\n\n\n"
        f"III. The Fog\n\n{DAY}"
    )
    assert paratext_of(text) == [("contents", contents)]


def test_a_list_of_headings_is_a_contents_list_without_a_label():
    headings = [f"Chapter {number}" for number in range(1, 6)]
    chapters = [f"{heading}\n\n{DAY}" for heading in headings]
    text = "\n\n".join([*headings, *chapters])
    assert paratext_of(text) == [("contents", "\n\n".join(headings))]


def test_who_made_the_file_and_whose_it_is_are_credits_and_licence():
    text = (
        "The Blue Sail\n\nby Emily Ash\n\nTranslated by A. Reed\n\nCopyright © 1931 Emily Ash\n\n"
        f"Chapter 1\n\n{DAY}"
    )
    assert roles(text) == ["title", "author", "credits", "licence"]


def test_a_preface_is_story():
    assert "THE PREFACE" not in [words for _, words in paratext_of(f"THE PREFACE\n\n{DAY}")]


def test_an_epigraph_below_a_heading_is_no_speech():
    epigraph = "“The tide knows no master.”\n  —Harbour Saying"
    assert paratext_of(f"Chapter 1\n\n{epigraph}\n\n{DAY}") == [("epigraph", epigraph)]


def test_a_speech_after_a_dash_is_no_attribution():
    text = f"Chapter 1\n\n“Come along, then.”\n\n—Yes, sir, said Tomas.\n\n{DAY}"
    assert paratext_of(text) == []


def test_what_the_file_marks_is_taken_as_it_is():
    text = f"Some words on the page\n\n{DAY}"
    assert paratext_of(text, mark("paratext", text, "Some words on the page", value="summary")) == [
        ("summary", "Some words on the page")
    ]


def test_marks_of_one_role_that_touch_are_one_record_without_white_space():
    text = f"Rating: T\n\nWords: 12\n\n{DAY}"
    marks = [Mark("paratext", 0, 11, value="tags"), Mark("paratext", 11, 22, value="tags")]
    assert paratext_of(text, *marks) == [("tags", "Rating: T\n\nWords: 12")]


def test_the_beta_is_credited_inside_a_marked_note_too():
    text = f"Thanks to Quill for beta reading! Have fun.\n\n{DAY}"
    note = mark(
        "paratext", text, "Thanks to Quill for beta reading! Have fun.", value="author_note"
    )
    assert ("beta", "Thanks to Quill for beta reading!") in paratext_of(text, note)


def test_thousands_of_closing_lines_are_one_record():
    text = "\n\n".join(["THE END"] * 10_000)
    assert paratext_of(f"{DAY}\n\n{text}") == [("navigation", text)]
