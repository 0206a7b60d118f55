from related import read

PROSE = "School is over. “Is school over, miss?” {ada|Ada} asked {eve|Miss Fell}. No school."
SAID = {"q1": ("ada", "eve")}


def test_who_is_called_miss_in_a_school_is_the_teacher():
    assert [each[:3] for each in read(PROSE, spoken=SAID)] == [("eve", "teacher", "ada")]


def test_a_maid_says_miss_too():
    assert read(PROSE.replace("chool", "upper"), spoken=SAID) == []


def test_another_teacher_is_no_pupil():
    assert read(PROSE.replace("{ada|Ada}", "{ada|Mr. Dray}"), spoken=SAID) == []


def test_a_long_story_that_names_a_school_is_not_about_one():
    assert read(f"{PROSE} {'It rained. ' * 800}", spoken=SAID) == []


def test_whoever_else_talks_to_the_one_called_miss_is_a_pupil_too():
    prose = f"{PROSE} “I lost it.” “Look again,” said {{eve|Miss Fell}} to {{tom|Tom}}."
    spoken = {**SAID, "q2": ("tom", "eve"), "q3": ("eve", "tom")}
    found = {each[:3] for each in read(prose, spoken=spoken)}
    assert found == {("eve", "teacher", "ada"), ("eve", "teacher", "tom")}


def test_a_grandfather_who_comes_to_school_is_no_pupil():
    prose = f"{PROSE} “I lost it.” “Look again,” said {{eve|Miss Fell}} to {{tom|Grandad}}."
    spoken = {**SAID, "q2": ("tom", "eve"), "q3": ("eve", "tom")}
    assert {each[:3] for each in read(prose, spoken=spoken)} == {("eve", "teacher", "ada")}
