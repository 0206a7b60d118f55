from stage_by_stage import cast_of, linked, read_to

TOLD = "I pulled at my oar until my hands hurt, and I watched the rain come over the lake to me. "


def test_whom_others_call_and_nobody_tells_of_is_the_narrator():
    talk = "“Come, Durrow,” said Ines. Ines laughed.\n\n"
    narrator = next(e for e in cast_of((TOLD + "\n\n" + talk) * 4).values() if e.narrator)
    assert (narrator.name, narrator.named) == ("Durrow", True)


def test_a_narrator_may_stay_without_a_name():
    narrator = next(e for e in cast_of(TOLD * 2 + "Ines rowed on.").values() if e.narrator)
    assert (narrator.name, narrator.named) == ("the narrator", False)


def test_a_story_in_the_third_person_has_no_narrator():
    assert not any(e.narrator for e in cast_of("Ines rowed on. She sang to Tom.").values())


def test_an_i_inside_quotations_narrates_nothing():
    told = "“I know, and I say I do,” said Ines. She rowed over the lake and watched the rain. "
    assert not any(e.narrator for e in cast_of(told * 3).values())


def test_the_you_of_a_second_person_story_is_in_the_cast_but_does_not_narrate():
    told = "You run for the bus, and you wave your hat, and the driver looks at you. "
    you = cast_of(told * 3)["you"]
    assert (you.name, you.named, you.narrator) == ("you", False, False)


def test_a_you_in_speech_founds_nobody():
    talk = "“You see, you are early, as you said,” Ines told Tom. Tom rowed on over the lake. "
    assert "you" not in {entity.name for entity in cast_of(talk * 3).values()}


def test_a_few_calls_among_many_name_no_narrator():
    called = "“Come, Durrow,” said Ines. Ines laughed.\n\n" * 3
    others = "“Come, Ines,” said Tom. Tom rowed. Ines rowed.\n\n" * 120
    cast = cast_of(TOLD * 40 + "\n\n" + called + others)
    narrator = next(entity for entity in cast.values() if entity.narrator)
    assert narrator.name == "the narrator"


def test_who_is_called_in_one_scene_only_is_somebody_in_it():
    scene = "“Come, Durrow, Durrow, Durrow!” said Ines. Ines laughed.\n\n"
    narrator = next(e for e in cast_of(scene + (TOLD + "\n\n") * 20).values() if e.narrator)
    assert narrator.name == "the narrator"


INES = "I pulled at my oar and I sang. “Faster!” I told Tom. Tom laughed at me.\n\n"
TOM = "I never could row. I told Ines so. Ines splashed me, and I fell in.\n\n"


def tellers_of(text):
    """The name of whoever tells each stretch, with the words that say so."""
    story = read_to("tellings", text)
    return [
        (
            story.entity(telling.narrator_id).name,
            story.document[telling.evidence] if telling.evidence else None,
        )
        for telling in story.tellings
    ]


def test_voices_in_turn_are_told_by_their_headings():
    text = f"INES\n\n{INES}\n\nTOM\n\n{TOM}\n\nINES\n\n{INES}"
    assert tellers_of(text) == [("Ines", "INES"), ("Tom", "TOM"), ("Ines", "INES")]


def test_i_is_whoever_tells_the_part_and_the_other_is_named_in_it():
    said = linked(f"INES\n\n{INES}\n\nTOM\n\n{TOM}\n\nINES\n\n{INES}")
    assert {name for words, name in said if words == "I"} == {"Ines", "Tom"}
    first = [name for words, name in said if words in {"I", "my"}][:3]
    assert first == ["Ines", "Ines", "Ines"]


def test_one_narrator_tells_the_whole_story():
    text = (TOLD + "\n\n“Come, Durrow,” said Ines. Ines laughed.\n\n") * 4
    story = read_to("tellings", text)
    (telling,) = story.tellings
    assert (telling.start, telling.end) == (0, len(text))


def test_a_diary_in_a_story_of_the_third_person_is_told_by_its_owner():
    told = "Ines sang to Tom while the lamp burned low. She was tired of the rain. " * 20
    diary = "I dreamt of the boat again. I shall burn this book when I am home. " * 3
    text = f"Chapter 1\n\n{told}\n\nChapter 2\n\nInes’s Diary\n\n{diary}\n\nChapter 3\n\n{told}"
    (found,) = tellers_of(text)
    assert found == ("Ines", "Ines’s Diary")


def test_a_single_heading_by_a_name_may_be_what_its_chapter_is_about():
    text = f"Chapter 1: Boats\n\n{TOLD * 3}\n\nChapter 2: Ines\n\n{TOLD * 3}\n\nInes slept."
    narrator = next(e for e in cast_of(text).values() if e.narrator)
    assert narrator.name == "the narrator"


def test_who_is_told_of_under_a_heading_does_not_tell_it():
    told = "I watched Ines. Ines rowed on, and Ines sang, and I was glad of it. " * 4
    text = f"The Story of Ines\n\n{told}"
    assert tellers_of(text) == [("the narrator", None)]


def test_a_name_at_the_end_of_a_part_is_its_tellers():
    note = "I have nothing to add. I rowed, and I was paid.\n\nTom Dean\n\n"
    text = f"Chapter 1\n\n{INES * 4}\n\nChapter 2\n\n{note}"
    assert ("Tom Dean", "Tom Dean") in tellers_of(text.replace("Tom laughed", "Tom Dean laughed"))


def test_in_a_short_story_one_call_beside_an_i_is_enough():
    text = f"{TOLD}\n\nInes laughed. “You row badly, Hugo,” said Ines.\n\n“I know,” I said."
    assert cast_of(text)["Hugo"].narrator


def test_whoever_says_their_name_tells_the_story():
    text = f"My name is Hugo. {TOLD}\n\n{TOLD}"
    assert cast_of(text)["Hugo"].narrator


def test_the_you_who_is_called_by_a_name_bears_it():
    told = "You run for the bus, and you wave your hat, and the driver looks at you. " * 3
    talk = "\n\n“Oh, Perrin,” says the driver. “Get in.” You get in.\n\n"
    cast = cast_of(told + talk + told)
    assert "you" not in cast
    assert [alias.name for alias in cast["Perrin"].aliases] == ["you"]


def test_a_letter_pasted_into_a_diary_ends_no_diary():
    diary = "From the diary of Ines Brook\n\n" + TOLD * 3
    letter = "\n\nLetter from Tom Durrow to Ines Brook\n\nThe boat is yours. Come and fetch it."
    after = "\n\n# II\n\n" + TOLD * 3
    cast = cast_of(diary + letter + after + "Tom Durrow came. Tom Durrow laughed.")
    assert cast["Ines Brook"].narrator
    assert "the narrator" not in cast
