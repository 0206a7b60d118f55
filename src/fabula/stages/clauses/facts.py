"""Whether a word of the narration says that something is so: not denied, supposed or planned."""

from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.clauses.narration import Narration

MOST_STEPS = 6
"""How many clauses up a denial or a supposition is looked for."""

_MODALS = frozenset("would could should might may must can will shall ought cannot".split())
_DENIALS = frozenset(
    "not never no hardly scarcely barely nearly almost neither nor without nobody nothing".split()
)
_SUPPOSING = frozenset("if unless whether lest though until before".split())
_HABITS = frozenset("always often usually sometimes never ever generally".split())
_CARRIED_OUT = all_forms(
    """
    begin start manage proceed continue go come bend stoop reach lean kneel crouch turn stop
    happen set have help let make
    """.split()
)
"""Verbs before “to” and another verb that leave no doubt that it was done: “stooped to lift”."""

_HELD_TRUE = all_forms("see hear notice find feel know watch realize realise discover".split())
"""Verbs whose content is so: “she saw that Tom was asleep”."""

_DOUBTFUL_BEHIND = frozenset("without instead before of for from about against".split())
_SETTING = all_forms(["set", "go"])
"""“set about removing the shackles” is as good as removing them."""

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
    if not told.told[row] or told.asked[row]:
        return False
    for _ in range(MOST_STEPS):
        if _is_doubted(told, row):
            return False
        relation, head = told.relations[row], told.heads[row]
        if relation == "nsubj" and "'" in told.words[row]:
            relation = "advcl"  # “when she's happy”: the clause is the pronoun's own word
        if relation not in _OPEN or head == row or told.told[head] is False:
            return True  # what somebody says hangs on “said” by the grammar alone
        own_clause = relation == "ccomp" and told.parted(row, head)
        if own_clause or not _holds_below(told, row, head, relation):
            return own_clause  # “he was drunk; his hand hung down” are two statements
        if relation in {"relcl", "acl"} and told.tags[head] not in {"VERB", "AUX"}:
            return True
        row = head
    return False


def _whenever(told: Narration, row: int, head: int) -> bool:
    """“he only hums when he's happy”: says nothing of now."""
    when = {told.words[each] for each in told.hanging(row, "advmod", "mark")}
    only = any(told.words[each] in _HABITS | {"only"} for each in told.hanging(head, "advmod"))
    return "whenever" in when or ("when" in when and only)


def _is_doubted(told: Narration, row: int) -> bool:
    for child in told.hanging(row, "aux", "auxpass", "neg", "mark", "advmod", "preconj"):
        word = told.words[child]
        if not told.told[child]:
            continue  # “‘Nearly,’ said Tom, and went”: he said it, and he went
        if word in _MODALS or word in _DENIALS or word in _HABITS or word.endswith("n't"):
            return True
        if word in _SUPPOSING and told.relations[child] == "mark":
            return True
        if word == "to" and told.relations[row] not in {"xcomp", "advcl", "conj"}:
            return True
    if told.words[row].endswith("n't") or _is_turned_round(told, row):
        return True
    return any(_contracted_modal(told, child, row) for child in told.hanging(row, "nsubj"))


def _is_turned_round(told: Narration, row: int) -> bool:
    """“is he hurt”, also without its question mark; “there was” and “so was she” are none."""
    helping = [row] if told.tags[row] == "AUX" else told.hanging(row, "aux", "auxpass")
    return any(
        helper + 1 == subject and told.words[helper - 1] not in {"so", "nor", "neither", "there"}
        for helper in helping[:1]
        for subject in told.hanging(row, "nsubj", "nsubjpass")
    )


def _contracted_modal(told: Narration, subject: int, verb: int) -> bool:
    """“She'd take it”, “he'll take it”: the modal hangs on the subject's own token."""
    word = told.words[subject]
    if word.endswith("'ll") or word in {"nobody", "none", "neither"}:
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


def _holds_below(told: Narration, row: int, head: int, relation: str) -> bool:
    """Whether what hangs on a word in this relation is so because that word is."""
    word = told.words[head]
    if relation == "advcl":
        return not _whenever(told, row, head)
    if relation == "pcomp":
        set_about = word == "about" and told.words[told.heads[head]] in _SETTING
        return set_about or word not in _DOUBTFUL_BEHIND
    if relation == "xcomp":
        to = any(told.words[child] == "to" for child in told.hanging(row, "aux"))
        return word in _CARRIED_OUT or not to
    if relation != "ccomp" or _gives_reason(told, row):
        return True
    return word in _HELD_TRUE or not told.hanging(head, "nsubj", "nsubjpass")
