"""Stories with the layers of their structure, from plain text and marks put in by hand."""

from msgspec import structs

from fabula.formats.soundness import check
from fabula.segmentation import segment
from fabula.sources import plain
from fabula.stages.chapters import FindChapters
from fabula.stages.paratext import FindParatext
from fabula.stages.scenes import FindScenes
from fabula.story import Story
from fabula.text import Document, Mark

DAY = (
    "The lamps along the quay were lit one by one, and Nadia counted them as she walked home "
    "with the bread under her arm.\n\n"
    "“You are late,” said Tomas, who had been waiting by the door with his boots in his hand.\n\n"
    "“I stopped to watch the boats,” she said. “There were seven, and one had a blue sail.”\n\n"
    "He laughed, and they went in together, and the kettle was already singing on the stove."
)
FOG = (
    "In the morning the harbour was white with fog, and nobody could see the end of the pier.\n\n"
    "Nadia took the small bell from its hook and rang it, three times, then three times more.\n\n"
    "“Who is out there?” Tomas asked, pulling on his coat.\n\n"
    "“Everyone who went fishing,” she said, and rang again until her arm was tired."
)
SEA = (
    "I rowed out as far as the buoy and waited. The water was so still that I could see my own "
    "face, and behind it the weeds.\n\n"
    "My brother would not come. I knew that before I let go of the rope, and still I waited "
    "until the sun stood over the hill and the gulls had gone to the other shore."
)


def document(text: str, *marks: Mark) -> Document:
    """The text as read from a plain file, with these marks on it."""
    read = plain.from_text(text)
    return segment(structs.replace(read, marks=(*read.marks, *marks)))


def mark(kind, text, words, **values):
    """A mark over the first place where these words stand."""
    start = text.index(words)
    return Mark(kind, start, start + len(words), **values)


def structured(text: str, *marks: Mark) -> Story:
    """The story with paratext, chapters and scenes."""
    return structure_of(document(text, *marks))


def structure_of(source: Document) -> Story:
    """The same for a document."""
    story = Story(document=source)
    for stage in (FindParatext(), FindChapters(), FindScenes()):
        story = story.with_layer(stage.provides, stage(story))
    check(story)
    assert "".join(source.text[leaf.start : leaf.end] for leaf in story.leaves()) == source.text
    return story


def paratext_of(text: str, *marks: Mark) -> list[tuple[str, str]]:
    """Role and words of every record."""
    story = structured(text, *marks)
    return [(note.role, story.document[note]) for note in story.paratext]


def titles_of(text: str, *marks: Mark) -> list[str | None]:
    """The titles of the chapters."""
    return [chapter.title for chapter in structured(text, *marks).chapters]


def scenes_of(text: str, *marks: Mark) -> list[tuple[str, str]]:
    """What opens each scene, and its first two words."""
    story = structured(text, *marks)
    return [
        (scene.opened_by, " ".join(story.document[scene].split()[:2])) for scene in story.scenes
    ]
