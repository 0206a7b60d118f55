"""The labels that the records of a story carry: kinds, roles, reasons, each a closed list of words.

They are what `fabula show` prints, so that each is a promise: more may be added, none renamed.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

ParatextRole = Literal[
    "title",
    "author",
    "summary",
    "tags",
    "disclaimer",
    "author_note",
    "beta",
    "dedication",
    "review_reply",
    "licence",
    "contents",
    "epigraph",
    "credits",  # who produced, scanned or published the file
    "directive",  # an instruction to a program, such as novelWriter's @pov lines
    "comment",  # the writer's own working note, not meant for readers
    "navigation",  # links, chapter selectors, “End file.”
]
BreakKind = Literal["start", "chapter", "rule", "glyphs", "blank", "heading", "unmarked"]
EntityType = Literal["PER", "FAC", "GPE", "LOC", "VEH", "ORG", "ITEM"]
MentionForm = Literal["proper", "nominal", "pronominal"]
EntityKind = Literal["person", "group"]
Pronouns = Literal["he", "she", "they", "it"]
QuotationKind = Literal["speech", "thought", "writing"]
SceneKind = Literal[
    "scene",  # played out at a place and time
    "summary",  # days or years in a few lines
    "reflection",  # what a narrator thinks or says of the world, from nowhere in particular
    "document",  # a letter, the entry of a diary, a chat
]
Mode = Literal["internal", "omniscient", "external"]
Move = Literal["arrives", "leaves"]
QuotationStyle = Literal[
    "double", "single", "guillemet", "low_high", "corner", "dash", "emphasis", "block"
]
Evidence = Literal[
    "explicit", "anaphoric", "beat", "turn", "address", "only-candidate", "none", "correction"
]
Realis = Literal[
    "actual",  # it happens in the story
    "remembered",  # it happened before: a flashback, a recollection
    "reported",  # somebody says or writes that it happened; it may be a lie
    "dreamt",
    "hypothetical",  # supposed, planned, wished, asked
    "negated",  # it is said not to happen
]
HAPPENED: frozenset[Realis] = frozenset({"actual", "remembered", "reported"})
"""What is told as having happened, by the narrator or by somebody in the story."""
CustodyChange = Literal[
    "had",
    "took",
    "given",
    "found",
    "bought",
    "stole",
    "wore",
    "made",
    "left",
    "lost",
    "hid",
    "dropped",
    "broke",
]
Trait = Literal[
    "eyes",
    "hair",
    "age",
    "height",
    "build",
    "skin",
    "mark",
    "handedness",
    "species",
    "trade",
    "rank",
]
"""What lasts about somebody."""
StateAttribute = Literal[
    # for a time
    "life",
    "consciousness",
    "sleep",
    "injury",
    "liberty",
    "illness",
    "drink",
    "disguise",
    "dress",
    "shape",
    "voice",
    "senses",
    "mood",
    Trait,
]
TRAITS: frozenset[Trait] = frozenset(get_args(Trait))
RelationKind = Literal[
    "parent",
    "child",
    "grandparent",
    "grandchild",
    "sibling",
    "twin",
    "aunt_or_uncle",
    "niece_or_nephew",
    "cousin",
    "in_law",
    "guardian",
    "ward",
    "spouse",
    "engaged",
    "lover",
    "former_lover",
    "former_spouse",
    "friend",
    "enemy",
    "rival",
    "neighbour",
    "colleague",
    "flatmate",
    "employer",
    "employee",
    "owner",
    "owned",
    "superior",
    "subordinate",
    "teacher",
    "pupil",
    "captor",
    "captive",
]
_ONE_WAY: tuple[tuple[RelationKind, RelationKind], ...] = (
    ("parent", "child"),
    ("grandparent", "grandchild"),
    ("aunt_or_uncle", "niece_or_nephew"),
    ("guardian", "ward"),
    ("employer", "employee"),
    ("owner", "owned"),
    ("superior", "subordinate"),
    ("teacher", "pupil"),
    ("captor", "captive"),
)
INVERSES: Mapping[RelationKind, RelationKind] = MappingProxyType(
    {**dict(_ONE_WAY), **{other: one for one, other in _ONE_WAY}}
)
"""“a is PARENT of b” says the same as “b is CHILD of a”; kinds not listed hold both ways."""

KnowingHow = Literal["saw", "heard", "told", "read", "found", "guessed"]
Person = Literal["first", "second", "third"]
TellingReason = Literal["label", "signature", "called", "alone"]
Tense = Literal["past", "present"]
