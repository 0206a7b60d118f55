"""Reading the stories of a library in the background, one after the other.

Each story is read in a process of its own, so that the pages stay quick while a book is read, and
so that whatever a file does to its reader, the library stays up.
"""

import multiprocessing
import threading
from collections import deque
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
from msgspec import Struct

from fabula.errors import FabulaError
from fabula.serve.library import Library, Reading, StoryFile
from fabula.version import __version__


class Step(Struct, frozen=True):
    """How far the reading of a story has come."""

    name: str
    """What is being done, as `fabula.pipeline` names it; “waiting” before anything is."""
    number: int = 0
    total: int = 0


WAITING = Step("waiting")


class Reader:
    """Reads what is new or has changed in a library.

    Example:
        `reader.look()` whenever somebody asks for the list; `reader.step("chapter.txt")` is None
        once the chapter has been read.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._queue: deque[StoryFile] = deque()
        self._steps: dict[str, Step] = {}
        self._changed = threading.Condition()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name="fabula-reader", daemon=True)
        self._thread.start()

    def look(self) -> tuple[StoryFile, ...]:
        """The stories of the library as they are now; those not yet read so are read next."""
        stories = self._library.stories()
        with self._changed:
            for story in stories:
                if story.name not in self._steps and self._library.reading(story) is None:
                    self._steps[story.name] = WAITING
                    self._queue.append(story)
            self._changed.notify()
        return stories

    def step(self, name: str) -> Step | None:
        """How far the reading of a story has come; None if it neither waits nor is being read."""
        with self._changed:
            return self._steps.get(name)

    def stop(self) -> None:
        """End the reading, also of a story that is half read: nothing of that is kept."""
        with self._changed:
            self._stopping = True
            self._queue.clear()
            if self._process is not None:
                self._process.kill()
            self._changed.notify()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._queue or self._stopping)
                if self._stopping:
                    return
                story = self._queue.popleft()
            self._read(story)
            with self._changed:
                del self._steps[story.name]

    def _read(self, story: StoryFile) -> None:
        context = multiprocessing.get_context("spawn")
        receiver, sender = context.Pipe(duplex=False)
        with self._changed:
            if self._stopping:
                return
            self._process = context.Process(
                target=read_and_keep, args=(self._library.folder, story, sender), daemon=True
            )
            self._process.start()
        sender.close()  # this end: the process has its own, and the pipe ends when it does
        with receiver:
            self._follow(story.name, receiver)
        self._process.join()
        if self._process.exitcode != 0 and not self._stopping:
            self._library.keep(_unread(story, _died(story.name)), None)

    def _follow(self, name: str, receiver: Connection) -> None:
        """Take over the steps that the process tells, until it ends."""
        while True:
            try:
                step = msgspec.json.decode(receiver.recv_bytes(), type=Step)
            except EOFError:
                return
            with self._changed:
                self._steps[name] = step


def read_and_keep(folder: Path, story: StoryFile, sender: Connection) -> None:
    """Read a story and keep its page in the library: the work of one process."""
    from fabula.formats.summary import summarise
    from fabula.page.document import page
    from fabula.pipeline import read

    def tell(name: str, number: int, total: int) -> None:
        sender.send_bytes(msgspec.json.encode(Step(name, number, total)))

    library = Library(folder)
    try:
        found = read(story.path, progress=tell)
    except FabulaError as error:
        library.keep(_unread(story, str(error)), None)
        return
    tell("page", 1, 1)
    summary = summarise(found)
    reading = Reading(
        name=story.name,
        stamp=story.stamp,
        version=__version__,
        title=summary.title,
        author=summary.author,
        words=summary.counts.words,
        scenes=summary.counts.scenes,
        people=summary.counts.people,
    )
    library.keep(reading, page(found).encode())


def _unread(story: StoryFile, problem: str) -> Reading:
    return Reading(name=story.name, stamp=story.stamp, version=__version__, problem=problem)


def _died(name: str) -> str:
    return (
        f"{name}: expected a story that can be read, found that reading it ended the reader; "
        "please report it, with the file if you may"
    )
