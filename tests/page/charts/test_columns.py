from tests.page.charts.invented import invented

from fabula.page.charts.columns import MOST_COLUMNS, columns_of


def test_a_scene_is_a_column() -> None:
    columns = columns_of(invented("A", "B", "A"))
    assert [(each.label, each.name, each.href) for each in columns] == [
        ("1", "Scene 1", "#s1"),
        ("2", "Scene 2", "#s2"),
        ("3", "Scene 3", "#s3"),
    ]


def test_too_many_scenes_are_drawn_by_chapters() -> None:
    columns = columns_of(invented(*["A"] * 90, chapters=15))
    assert len(columns) == 15
    assert (columns[1].name, columns[1].href, len(columns[1].scenes)) == ("Chapter 2", "#c2", 6)


def test_with_few_chapters_they_are_drawn_by_runs_of_scenes_that_keep_to_chapters() -> None:
    columns = columns_of(invented(*["A"] * 130, chapters=2))
    assert len(columns) <= MOST_COLUMNS
    assert (columns[0].label, columns[0].name) == ("1–3", "Scenes 1 to 3")
    for column in columns:
        assert len({scene.chapter_id for scene in column.scenes}) == 1


def test_too_many_chapters_are_drawn_by_runs_of_chapters() -> None:
    columns = columns_of(invented(*["A"] * 130, chapters=130))
    assert len(columns) <= MOST_COLUMNS
    assert [each.name for each in columns[-2:]] == ["Chapters 127 to 129", "Chapter 130"]


def test_columns_leave_no_scene_out() -> None:
    for count, chapters in ((61, 1), (200, 7), (400, 100)):
        story = invented(*["A"] * count, chapters=chapters)
        assert tuple(s for each in columns_of(story) for s in each.scenes) == story.scenes
