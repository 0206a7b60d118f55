import pytest
from msgspec import structs

from fabula.formats.rows import rows
from fabula.formats.scene_rows import SceneRow
from fabula.formats.tables import seen_through
from fabula.story import Story


@pytest.mark.parametrize(
    ("viewpoint", "mode", "also", "shown"),
    [
        ("Mara", "internal", (), "Mara"),
        ("Mara", "internal", ("Tobin",), "Mara (also Tobin)"),
        (None, "omniscient", ("Mara", "Tobin"), "omniscient (Mara, Tobin)"),
        (None, "external", (), "external"),
        (None, None, (), "?"),
        (None, None, ("Tobin",), "? (also Tobin)"),
        (None, "internal", (), "?"),
    ],
)
def test_eyes_are_shown_with_what_is_known_of_them(
    story: Story, viewpoint: str | None, mode: str | None, also: tuple[str, ...], shown: str
) -> None:
    row = next(iter(rows(story, "scenes")))
    assert isinstance(row, SceneRow)
    changed = structs.replace(row, viewpoint=viewpoint, mode=mode, also=also)
    assert seen_through(changed) == shown
