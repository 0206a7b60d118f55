"""Made-up books of any length, for measuring time and memory.

A book is the example story told again and again: each time with other objects and numbers, in
each chapter with other people, so that what a reader remembers of words it has seen helps it no
more than in a novel. It has dialogue, chapters and scene breaks. The words come from a fixed seed
and from nothing else: the same call gives the same book everywhere, and a longer book begins with
the shorter one.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "the_lamplighters.txt"
SEED = 19

SCENE_BREAK = "* * *"
TELLINGS_IN_A_CHAPTER = 4
"""A telling has about 740 words; chapters of 3,000 are usual in novels."""

# With 90 names a book of 300,000 words has the cast of a long novel, and no more: people return.
_WOMEN = """
Josefina/Jo Rosalind/Roz Philippa/Pip Henrietta/Hetty Wilhelmina/Mina Theodora/Dora
Marguerite/Margo Clementine/Clem Augusta/Gussie Dorothea/Dot Evangeline/Eva Frederica/Freddie
Georgiana/Georgie Isabella/Bella Katherine/Kit Leonora/Nora Magdalena/Lena Ottoline/Otty
Petronella/Nell Seraphina/Fina Tabitha/Tabby Valentina/Val Winifred/Winnie Zenobia/Zen
Amaranta/Mara Celestine/Cel Drusilla/Dru Esperanza/Espie Florentina/Flo Harriet/Hattie
"""
_MEN = """
Bartholomew/Bart Wilkin/Wil Alexander/Sandy Benedict/Ben Christopher/Chris Demetrius/Dem
Ezekiel/Zeke Ferdinand/Ferdy Gabriel/Gabe Humphrey/Humph Ignatius/Iggy Jonathan/Jonty Kasimir/Kas
Leopold/Leo Maximilian/Max Nathaniel/Nat Octavian/Tav Percival/Percy Quentin/Quen Raphael/Rafe
Sebastian/Seb Thaddeus/Tad Ulysses/Uly Vincent/Vin Wolfgang/Wolf Zachariah/Zach Archibald/Archie
Cornelius/Neil Montague/Monty Solomon/Sol
"""
_SURNAMES = """
Drum Pettibone Marlowe Hask Thornby Quill Varga Lindqvist Okafor Brandt Castellan Delacroix Embry
Fenwick Garrity Holloway Ibarra Jessop Kowalski Larkspur Mbeki Nakamura Ostrander Peverell
Rookwood Sandoval Tremaine Underhill Vasquez Whitlock
"""
_COUNTS = """
Eleven/twelfth Four/fifth Five/sixth Six/seventh Seven/eighth Eight/ninth Nine/tenth
Twelve/thirteenth Fourteen/fifteenth Nineteen/twentieth
"""
_OTHER_WORDS = {
    "Monday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ten": "six seven eight nine ten eleven twelve thirteen",
    "valve": "valve wick pump spring gear fuse piston bearing flange switch cable coupling",
    "spanner": "spanner hammer chisel file wrench crowbar mallet screwdriver corkscrew gimlet",
    "lantern": "lantern torch candle taper glowstick headlamp",
    "scarf": "scarf hat shawl bonnet hood cloak kerchief beret",
    "basket": "basket satchel bundle parcel hamper pannier",
    "red": "red green blue yellow white crimson violet scarlet",
    "grey": "grey brown black tan checked tweed woollen leather",
    "brass": "brass copper steel silver tin bronze pewter nickel",
    "grain": "grain salt timber coal tea wool cotton sugar pepper passenger",
    "bread": "bread soup pie toast chestnuts pasties buns gingerbread",
}


def made_up_book(words: int, *, seed: int = SEED) -> str:
    """Prose of at least so many words: it ends with the paragraph that makes them up.

    Raises:
        ValueError: if `words` is not positive.
    """
    if words < 1:
        raise ValueError(f"a book needs at least one word, got {words}")
    parts, total = [], 0
    for part in _parts(random.Random(seed)):
        parts.append(part)
        total += count_words(part)
        if total >= words and part[-1:] in ".!?”":  # neither a heading nor a scene break
            break
    return "\n\n".join(parts) + "\n"


def count_words(text: str) -> int:
    """Stretches without white space that have a letter or a digit in them."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _parts(chance: random.Random) -> Iterator[str]:
    """Headings, scene breaks and paragraphs, without end."""
    scenes = _scenes(EXAMPLE.read_text(encoding="utf-8"))
    chapter = 0
    while True:
        chapter += 1
        yield f"Chapter {chapter}"
        people = _people(chance)
        for telling in range(TELLINGS_IN_A_CHAPTER):
            if telling:
                yield SCENE_BREAK
            yield from _telling(scenes, people | _objects(chance))


def _scenes(example: str) -> list[list[str]]:
    """The paragraphs of each scene of the example; empty lines part its scenes.

    What stands before the first scene is the title and the author's notes.
    """
    _, *scenes = re.split(r"\n{3,}", example.strip())
    return [scene.split("\n\n") for scene in scenes]


def _telling(scenes: Sequence[Sequence[str]], words: Mapping[str, str]) -> Iterator[str]:
    """The story once, with other words where it has the keys of `words`."""
    known = re.compile(rf"\b({'|'.join(words)})\b")
    for number, scene in enumerate(scenes):
        if number:
            yield SCENE_BREAK
        for paragraph in scene:
            yield known.sub(lambda found: words[found[0]], paragraph)


def _people(chance: random.Random) -> dict[str, str]:
    """Who is in a chapter, in place of the people of the example."""
    woman = chance.choice(_WOMEN.split()).split("/")
    man, boy = (name.split("/") for name in chance.sample(_MEN.split(), 2))
    names = ["Josefina", "Jo", "Bartholomew", "Bart", "Wilkin", "Wil", "Drum"]
    return dict(zip(names, [*woman, *man, *boy, chance.choice(_SURNAMES.split())], strict=True))


def _objects(chance: random.Random) -> dict[str, str]:
    """What a telling has in place of the objects and numbers of the example."""
    lit, dark = chance.choice(_COUNTS.split()).split("/")
    chosen = {word: chance.choice(others.split()) for word, others in _OTHER_WORDS.items()}
    return chosen | {"Eleven": lit, "twelfth": dark, "forty": str(chance.randrange(20, 5_000))}
