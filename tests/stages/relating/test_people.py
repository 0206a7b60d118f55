from related import people_and_arcs


def row(people, word):
    return next(row for row in range(len(people.rows.starts)) if people.word(row) == word)


def test_the_words_of_a_quotation_are_its_speaker_s():
    people, _ = people_and_arcs(
        "“Go,” said {tom|Tom}, “now.” {me|I} went.",
        narrator="me",
        spoken={"q1": ("tom", None)},
    )
    assert people.voice(row(people, "go")).entity_id == "tom"
    assert people.voice(row(people, "now")).entity_id == "tom"
    assert people.voice(row(people, "said")).entity_id == "me"


def test_the_writer_of_a_letter_is_the_name_at_its_end():
    people, _ = people_and_arcs("{ines|Ines} wrote: «Papa sings.\n\n{tom|Tom}» {ines|She} slept.")
    (letter,) = people.story.quotations
    assert letter.kind == "writing"
    assert people.voice(row(people, "sings")).entity_id == "tom"
    unsigned, _ = people_and_arcs("{ines|Ines} wrote: «{tom|Tom} sings.» {ines|She} slept.")
    assert unsigned.voice(row(unsigned, "sings")) is None


def test_the_reader_of_a_letter_is_the_one_it_greets():
    prose = "«Dear {tom|Tom}, I hear {odo|your} cough.\n\n{ines|Ines}» {odo|Odo} slept."
    people, _ = people_and_arcs(prose)
    assert people.at(row(people, "your")).entity_id == "tom"
    plain, _ = people_and_arcs(prose.replace("Dear {tom|Tom}", "On Monday {tom|Tom} sang"))
    assert plain.at(row(plain, "your")).entity_id == "odo"


def test_an_initial_signs_for_the_one_name_that_begins_so():
    prose = "{ines|Ines} wrote: «Papa sings.\n\nT.» {tom|Tom} read."
    people, _ = people_and_arcs(prose)
    assert people.voice(row(people, "sings")).entity_id == "tom"
    two, _ = people_and_arcs(f"{prose} {{tilda|Tilda}} ate.")
    assert two.voice(row(two, "sings")) is None
