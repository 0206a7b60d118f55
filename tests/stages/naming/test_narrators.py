from stage_by_stage import cast_of, read_to

from fabula.stages.naming.narrators import narration_person

TOLD = "I pulled at my oar until my hands hurt, and I watched the rain come over the lake to me. "


def test_only_the_narration_decides_the_person():
    assert narration_person(read_to("mentions", TOLD * 2)) == "first"
    third = "“I know, and I say I do,” said Ines. She rowed over the lake and watched the rain. "
    assert narration_person(read_to("mentions", third * 3)) == "third"


def test_whom_others_call_and_nobody_tells_of_is_the_narrator():
    talk = "“Come, Durrow,” said Ines. Ines laughed.\n\n"
    narrator = next(e for e in cast_of((TOLD + "\n\n" + talk) * 4).values() if e.narrator)
    assert (narrator.name, narrator.named) == ("Durrow", True)


def test_a_narrator_may_stay_without_a_name():
    narrator = next(e for e in cast_of(TOLD * 2 + "Ines rowed on.").values() if e.narrator)
    assert (narrator.name, narrator.named) == ("the narrator", False)


def test_a_story_in_the_third_person_has_no_narrator():
    assert not any(e.narrator for e in cast_of("Ines rowed on. She sang to Tom.").values())


def test_the_you_of_a_second_person_story_is_in_the_cast_but_does_not_narrate():
    told = "You run for the bus, and you wave your hat, and the driver looks at you. "
    (you,) = cast_of(told * 3).values()
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
