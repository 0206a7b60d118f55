"""Questions about a story: who somebody is, where they are, what they hold and know, and when.

    from fabula import load, world

    story = load("chapter.fabula.json")
    moment = world.at(story, 4000)
    print([person.name for person in moment.people if person.present])

Every answer up to a place in the text is read from the story cut off there (`so_far`), so that
nothing told later can show through, a name no more than a death.
"""

from fabula.world.moment import Moment, PersonNow, at
from fabula.world.so_far import so_far

__all__ = ["Moment", "PersonNow", "at", "so_far"]
