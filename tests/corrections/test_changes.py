from fabula.corrections.changes import Change, changes


def test_equal_readings_have_no_changes(untouched):
    assert changes(untouched, untouched) == []


def test_a_new_name_is_one_change_and_not_one_for_every_line(read, untouched):
    story = read('[[rename]]\nname = "Tom"\nto = "Tomas"')
    assert changes(untouched, story) == [Change(what="cast", before="Tom Reed", after="Tomas")]


def test_a_changed_line_has_its_place_and_its_words(read, untouched):
    story = read('[[line]]\nquote = "Bread"\nspeaker = "Tom"')
    change = next(each for each in changes(untouched, story) if each.what == "speaker")
    assert (change.id, change.place, change.text) == ("q14", "30:1", "“Bread!”")
    assert (change.before, change.after) == ("Captain Marsh", "Tom Reed")


def test_a_kind_is_a_change(read, untouched):
    story = read('[[line]]\nquote = "Bread"\nkind = "thought"')
    found = [(each.before, each.after) for each in changes(untouched, story) if each.what == "kind"]
    assert found == [("speech", "thought")]


def test_lines_of_somebody_who_is_gone_are_changes(read, untouched):
    story = read('[[omit]]\nname = "Captain Marsh"')
    found = changes(untouched, story)
    assert found[0] == Change(what="cast", before="Captain Marsh", after=None)
    spoken = [each for each in found if each.what == "speaker"]
    assert {each.before for each in spoken} == {"Captain Marsh"}
    assert len(spoken) == 3


def test_whoever_is_new_is_a_change(read, untouched):
    story = read('[[split]]\nname = "Tom Reed"\nparts = ["Tommy"]')
    assert Change(what="cast", before=None, after="Tommy") in changes(untouched, story)
