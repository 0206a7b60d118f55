"""Whether a word of the narration says that something is so: not denied, supposed or planned."""

from collections.abc import Mapping
from types import MappingProxyType

from fabula.lexicon.mental_verbs import HEDGING_VERBS, MENTAL_VERBS
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.clauses.doubts import Doubt, DoubtKind
from fabula.stages.clauses.narration import Narration

MOST_STEPS = 6
"""How many clauses up a denial or a supposition is looked for."""

_MODALS = frozenset("would could should might may must can will shall ought cannot".split())
_DENIALS = frozenset(
    "not never no hardly scarcely barely nearly almost neither nor without nobody nothing".split()
)
_HABITS = frozenset("always often usually sometimes never ever generally".split())
_NOBODY = frozenset("nobody none neither".split())
_DOUBTING: Mapping[str, DoubtKind] = MappingProxyType(
    {
        **dict.fromkeys(_HABITS, "open"),
        **dict.fromkeys(_MODALS, "supposed"),
        **dict.fromkeys(_DENIALS | {"cannot"}, "denied"),
    }
)
_IFS = frozenset("if unless whether lest like".split())
"""“She jumped like she'd been scalded” is as little so as “as if she had been”."""

_SUPPOSING = _IFS | frozenset("though until before".split())
_CARRIED_OUT = all_forms(
    """
    begin start manage proceed continue go come bend stoop reach lean kneel crouch turn stop
    happen set have help let make
    """.split()
)
"""Verbs before “to” and another verb that leave no doubt that it was done: “stooped to lift”."""

_HELD_TRUE = all_forms(
    """
    see hear notice find feel know watch realize realise discover observe remember recall learn
    recognize recognise regret let make help have happen prove show
    """.split()
)
"""Verbs whose content is so: “she saw that Tom was asleep”, “he let his eyes shut”."""

_SO_MUCH = frozenset("so such".split())
_WITH_BASE = _MODALS | frozenset("did does do didn't doesn't don't wouldn't couldn't can't".split())
"""Helping words that only a bare form stands behind: what goes on in another is not theirs."""

_FINITE = frozenset("was were is are am has had".split())

_COME_TO_NOTHING = all_forms("fail refuse decline forget neglect omit".split())
"""“He refused to sing”: verbs before “to” that deny what follows."""

_DENYING_BEHIND = frozenset("without instead".split())
_DOUBTFUL_BEHIND = frozenset("without instead before of for from about against".split())
_SETTING = all_forms(["set", "go"])
"""“set about removing the shackles” is as good as removing them."""

_WITH_CONTENT = (
    SPEECH_VERBS | MENTAL_VERBS | HEDGING_VERBS | all_forms("pretend dream bet require".split())
)
"""Verbs that a clause may be the content of."""

_OPEN = frozenset("ccomp xcomp advcl acl conj pcomp relcl dep parataxis".split())


def is_fact(told: Narration, row: int) -> bool:
    """Whether the word at `row` is told as something that is or was so.

    Finds:
        Words outside speech and questions, without a denial, a modal verb or a supposition of
        their own or of the clauses that they hang on.
    Why it holds:
        A narrator who neither denies nor supposes a thing tells it.
    Misses:
        Dreams and lies that the grammar does not show; denials that come later.

    Example:
        “Ines took the key” is a fact; “if Ines took the key”, “Ines wanted to take the key” and
        “Ines never took the key” are none.
    """
    return doubt_of(told, row) is None


def doubt_of(told: Narration, row: int) -> Doubt | None:
    """Why the word at `row` is told as no fact; None where it is one.

    Example:
        “Ines took the key”: None. “If Ines took the key”: supposed, by “If”. “Tom said that Ines
        took the key”: said, by “said”. “Ines refused to take the key”: denied, by “refused”.
    """
    if row not in told.doubts:  # several stages ask about the same words
        told.doubts[row] = _doubt_of(told, row)
    return told.doubts[row]


def _doubt_of(told: Narration, row: int) -> Doubt | None:
    if not told.told[row]:
        return Doubt("untold", row)
    if told.asked[row]:
        return Doubt("asked", row)
    below: int | None = None
    for _ in range(MOST_STEPS):
        doubt = own_doubt(told, row)
        if doubt is not None and below is not None and _stands_apart(told, below, doubt):
            doubt = None
        doubt = doubt or _doubt_above(told, row)
        clause = _clause_above(told, row)
        if doubt is not None or clause is None:
            return doubt
        below, row = row, clause
    return Doubt("open", row)


def _stands_apart(told: Narration, row: int, doubt: Doubt) -> bool:
    """Whether a clause joined to a doubted one shares nothing of its doubt.

    “I couldn't see, and I stood there with the lamp”: I stood there. “He could smell salt and sat
    up”: he did; but of “if he came and sat down” both are supposed.
    """
    if told.relations[row] != "conj" or told.relations[doubt.row] == "mark":
        return False
    if told.hanging(row, "nsubj", "nsubjpass"):
        return True
    word = told.words[row]
    finite = word in _FINITE or word in IRREGULAR_PAST or word.endswith("ed")
    helped = any(
        told.words[each] in _WITH_BASE for each in told.hanging(told.heads[row], "aux", "neg")
    )
    perfect = any(told.words[each] == "have" for each in told.hanging(told.heads[row], "aux"))
    return finite and helped and not perfect


def _relation(told: Narration, row: int) -> str:
    """How a word hangs on its head; “when she's happy” hangs on by the pronoun's own word."""
    relation = told.relations[row]
    return "advcl" if relation == "nsubj" and "'" in told.words[row] else relation


def _clause_above(told: Narration, row: int) -> int | None:
    """The word of the clause that this one is a part of; None where it stands for itself."""
    relation, head = _relation(told, row), told.heads[row]
    if relation not in _OPEN or head == row or told.told[head] is False:
        return None  # what somebody says hangs on “said” by the grammar alone
    if relation == "ccomp" and (told.parted(row, head) or _goes_before(told, row, head)):
        return None  # “he was drunk; his hand hung down” are two statements
    if told.tags[head] == "ADV" and told.relations[head] == "advmod" and told.heads[head] != head:
        head = told.heads[head]  # “opened” of “she would see it as soon as she opened her eyes”
    describing = relation in {"relcl", "acl"} and told.tags[head] not in {"VERB", "AUX"}
    return None if describing else head


def _goes_before(told: Narration, row: int, head: int) -> bool:
    """“The boatman rowed, his brother steered”: no content of steering."""
    held = told.words[head] in _WITH_CONTENT
    return row < head and not held and bool(told.hanging(head, "nsubj", "nsubjpass"))


def _whenever(told: Narration, row: int, head: int) -> bool:
    """“he only hums when he's happy”: says nothing of now."""
    when = {told.words[each] for each in told.hanging(row, "advmod", "mark")}
    only = any(told.words[each] in _HABITS | {"only"} for each in told.hanging(head, "advmod"))
    return "whenever" in when or ("when" in when and only)


def own_doubt(told: Narration, row: int) -> Doubt | None:
    """The doubt that the small words of a verb's own clause cast: “not”, “could”, “if”, “often”."""
    for child in told.hanging(row, "aux", "auxpass", "neg", "mark", "advmod", "preconj"):
        # “‘Nearly,’ said Tom, and went”: he said it, and he went
        kind = _kind_of(told, child, row) if told.told[child] else None
        if kind is not None:
            return Doubt(kind, child)
    if told.words[row].endswith("n't"):
        return Doubt("denied", row)
    if _is_turned_round(told, row):
        return Doubt("asked", row)
    for subject in told.hanging(row, "nsubj"):
        if _contracted_modal(told, subject, row):
            nobody = told.words[subject] in _NOBODY
            return Doubt("denied" if nobody else "supposed", subject)
    return None


def _kind_of(told: Narration, child: int, verb: int) -> DoubtKind | None:
    """The doubt that one small word casts on its verb."""
    word = told.words[child]
    if word.endswith("n't"):
        return "denied"
    if word in _SUPPOSING and told.relations[child] == "mark":
        return "supposed" if word in _IFS else "open"
    if word == "to" and told.relations[verb] not in {"xcomp", "advcl", "conj"}:
        return "supposed"
    return _DOUBTING.get(word)


def _is_turned_round(told: Narration, row: int) -> bool:
    """“is he hurt”, also without its question mark; “there was” and “so was she” are none."""
    helping = [row] if told.tags[row] == "AUX" else told.hanging(row, "aux", "auxpass")
    subjects = told.hanging(row, "nsubj", "nsubjpass", "expl")
    return any(
        helper + 1 == subject and told.words[helper - 1] not in {"so", "nor", "neither", "there"}
        for helper in helping[:1]
        for subject in subjects[:1]  # “it was Tom who” has two, and asks nothing
    )


def _contracted_modal(told: Narration, subject: int, verb: int) -> bool:
    """“She'd take it”, “he'll take it”: the modal hangs on the subject's own token."""
    word = told.words[subject]
    if word.endswith("'ll") or word in _NOBODY:
        return True
    helping = told.hanging(verb, "aux")
    if word.endswith("'d") and any(told.words[each] == "have" for each in helping):
        return True
    past = told.words[verb].endswith("ed") or told.words[verb] in IRREGULAR_PAST
    participle = past or told.words[verb].endswith(("en", "wn", "rn"))
    return word.endswith("'d") and not participle and not helping


def _gives_reason(told: Narration, row: int) -> bool:
    """“‘Go,’ he said, for his head was bad”: the narrator's words, not his."""
    return any(told.words[each] in {"for", "because"} for each in told.hanging(row, "mark"))


def _doubt_above(told: Narration, row: int) -> Doubt | None:
    """Why a clause is not so though the one that it is a part of may be: “wanted”, “said”."""
    head = _clause_above(told, row)
    if head is None:
        return None
    word, relation = told.words[head], _relation(told, row)
    if relation == "advcl" and _whenever(told, row, head):
        return Doubt("open", head)
    if relation == "pcomp" and word in _DOUBTFUL_BEHIND:
        set_about = word == "about" and told.words[told.heads[head]] in _SETTING
        kind: DoubtKind = "denied" if word in _DENYING_BEHIND else "open"
        return None if set_about else Doubt(kind, head)
    if relation == "xcomp" and (word not in _CARRIED_OUT or _is_to_come(told, head)):
        kind = "denied" if word in _COME_TO_NOTHING else "supposed"
        return Doubt(kind, head) if _has_to(told, row) else None
    is_content = relation == "ccomp" and bool(told.hanging(head, "nsubj", "nsubjpass"))
    if (
        not is_content
        or _goes_with(told, row, head)
        or word in _HELD_TRUE
        or _is_told_besides(told, row, head)
    ):
        return None
    return Doubt("said" if word in SPEECH_VERBS else "supposed", head)


def _has_to(told: Narration, row: int) -> bool:
    return any(told.words[child] == "to" for child in told.hanging(row, "aux"))


def _goes_with(told: Narration, row: int, head: int) -> bool:
    """“He came running”, “she stopped where it was”: no content of a verb that can have none."""
    return told.words[head] not in _WITH_CONTENT and not told.hanging(row, "mark", "aux")


def _is_to_come(told: Narration, verb: int) -> bool:
    """“She was going to faint”: not yet; “she was beginning to faint” is."""
    return told.words[verb] == "going" and bool(
        told.hanging(verb, "aux") or any("'" in told.words[c] for c in told.hanging(verb, "nsubj"))
    )


def _is_told_besides(told: Narration, row: int, head: int) -> bool:
    """Whether what looks like the content of a verb is told by the narrator himself."""
    return _gives_reason(told, row) or _is_outcome(told, row, head)


def _is_outcome(told: Narration, row: int, head: int) -> bool:
    """“She was so tired that she fell asleep”: she did."""
    that = next((each for each in told.hanging(row, "mark") if told.words[each] == "that"), None)
    return that is not None and bool(_SO_MUCH & set(told.words[head:that]))
