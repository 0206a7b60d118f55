from fabula import pipeline
from fabula.sources import plain
from fabula.world.matching import people_between, scenes_between


def read(text):
    return pipeline.analyse(plain.from_text(text), encoder=None)


def matched(old, new):
    names = {entity.id: entity.name for entity in new.cast}
    return {
        entity.name: names[partner]
        for entity in old.cast
        if (partner := people_between(old, new).get(entity.id))
    }


def test_sentences_outweigh_a_name_in_common():
    old = read("Ines Duarte rowed home. Ines sang all night. Tom Reed slept. Tom woke up late.")
    new = read("Tom Brook rowed home. Tom sang all night. Odo Reed slept. Odo woke up late.")
    assert matched(old, new) == {"Ines Duarte": "Tom Brook", "Tom Reed": "Odo Reed"}


def test_a_clipped_name_is_still_the_same_person():
    old = read("Ines Duarte rowed home. Ines sang.")
    new = read("Ines dug a well. Ines danced over the fields.")
    assert matched(old, new) == {"Ines Duarte": "Ines"}


def test_scenes_that_changed_places_are_still_themselves():
    first = "Ines rowed over the bay. The oars were heavy and wet."
    second = "Tom lit the lamps. The tower was cold in the night."
    old, new = read(f"{first}\n\n***\n\n{second}\n"), read(f"{second}\n\n***\n\n{first}\n")
    assert scenes_between(old, new) == {"s1": "s2", "s2": "s1"}
