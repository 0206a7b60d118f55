"""Every exception that Fabula raises on purpose, in one tree.

FabulaError
├── SourceError            a file that cannot be read as a story
│   ├── UnreadableFileError    missing, a directory, no permission
│   ├── EmptyStoryError        no letters in it
│   ├── BinaryFileError        not text and not a format that is known
│   ├── EncodingError          bytes that are not text in the encoding asked for
│   ├── BrokenFileError        a damaged or truncated EPUB, DOCX or archive
│   ├── EncryptedFileError     locked by DRM or by a password
│   └── LimitError             larger or deeper than a story can be
├── ModelError             a weights file that is missing or cannot be loaded
├── OutputError            a file that may not or should not be written
├── SavedStoryError        a .fabula.json that is damaged or from another version
├── CorrectionsError       corrections that cannot be read, or that cannot be applied
├── MissingExtraError      a command that needs packages which are not installed
├── QuestionError          a question about somebody or a place that the story does not have
├── LayerError             a layer asked for that was not computed, or an unknown one
├── StageOrderError        a pipeline whose stages stand in the wrong order
└── StoryError             records that point nowhere: a bug in a stage

A message has three parts: what was expected, what was found, what to do. The command line
prints it as one line and exits with 2; anything that is not a `FabulaError` is a bug.
"""


class FabulaError(Exception):
    """Anything that Fabula refuses, with a message meant for the person who asked."""


class SourceError(FabulaError):
    """A file that cannot be read as a story."""


class UnreadableFileError(SourceError):
    """The file is missing, is a directory, or may not be opened."""


class EmptyStoryError(SourceError):
    """The file was read, but there is no story text in it."""


class BinaryFileError(SourceError):
    """The bytes are neither text nor a file format that Fabula knows."""


class EncodingError(SourceError):
    """The bytes are not text in the encoding that was asked for or declared."""


class BrokenFileError(SourceError):
    """A container (EPUB, DOCX) is damaged, truncated, or lacks a part that it must have."""


class EncryptedFileError(SourceError):
    """The content is locked by DRM or by a password."""


class LimitError(SourceError):
    """The file is larger, deeper or more repetitive than any story; see `sources.limits`."""


class ModelError(FabulaError):
    """A file of the bundled weights is missing, damaged, or not one that this version reads."""


class OutputError(FabulaError):
    """The place to write to is missing, not allowed, or holds something worth keeping."""


class SavedStoryError(FabulaError):
    """A saved story is damaged, or was written by a version this one cannot read."""


class CorrectionsError(FabulaError):
    """A file of corrections is missing or damaged, or what it asks for cannot be done."""


class MissingExtraError(FabulaError):
    """A command needs packages that come with an extra of the install, and they are not there."""


class QuestionError(FabulaError):
    """A question about a person, a thing or a place in the text that the story does not have."""


class LayerError(FabulaError):
    """A layer was asked for that does not exist or was not computed."""


class StageOrderError(FabulaError):
    """A stage reads a layer that no earlier stage writes, or two stages write one layer."""


class StoryError(FabulaError):
    """A record points outside the text or at an id that does not exist."""
