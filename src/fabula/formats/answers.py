"""Answers to questions as pages for people; `--json` prints the records themselves."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fabula.formats.tables import names
from fabula.formats.visible import on_one_line, visible
from fabula.world.answers import Holding, Portrait, Whereabouts
from fabula.world.drafts import Difference
from fabula.world.knowing import Known
from fabula.world.moment import Fact
from fabula.world.passages import Passage
from fabula.world.secrets import Kept

NOT_KNOWN = "not known"
_QUOTED = 72  # characters of a passage, enough to recognise it

_SAID = {
    "aunt_or_uncle": "aunt or uncle",
    "niece_or_nephew": "niece or nephew",
    "in_law": "related by marriage to",
    "owned": "belongs to",
}
_WHOLE = frozenset({"in_law", "owned"})
Line = tuple[str, str, Passage | None]
"""What it is, how it is, and the passage that says so."""


def portrait_page(found: Portrait) -> RenderableType:
    """Who somebody is, a line for each thing known."""
    head = Text(visible(found.name), style="bold")
    about = [found.pronouns or "", found.kind if found.kind == "group" else ""]
    head.append("".join(f" ({each})" for each in about if each), style="not bold")
    if found.aliases:
        head.append(f" · also {names(found.aliases)}", style="not bold")
    if found.members:
        head.append(f" · {names(found.members)}", style="not bold")
    said = f"mentioned {found.mentions:,} times · {found.lines:,} lines"
    if found.acquaintances:
        ties = ", ".join(
            f"{visible(each.name)} {each.strength:.2f}" for each in found.acquaintances
        )
        said += f" · close to {ties}"
    lines: list[Line] = [(*_relation(fact), fact.passage) for fact in found.relations]
    lines += [("has a", fact.value, fact.passage) for fact in found.relatives]
    lines += [(fact.kind, fact.value or "yes", fact.passage) for fact in found.states]
    if found.where is None:
        lines.append(("place", NOT_KNOWN, None))
    else:
        label = "is in" if found.where.until is None else "was last in"
        lines.append((label, found.where.value, found.where.passage))
    lines.append(("last in scene", found.last_scene or NOT_KNOWN, None))
    lines += [("has", fact.value, fact.passage) for fact in found.holds]
    lines += [
        (label, "", each)
        for label, each in (("first", found.first), ("last", found.last))
        if each is not None
    ]
    return Group(head, Text(said), _table(lines))


def _relation(fact: Fact) -> tuple[str, str]:
    """“sibling of”, “Tom”: what somebody is, and to whom."""
    kind = _SAID.get(fact.kind, fact.kind.replace("_", " "))
    return (kind if fact.kind in _WHOLE else f"{kind} of"), fact.value


def whereabouts_page(found: Whereabouts) -> RenderableType:
    """Where somebody is and was, the last place at the end."""
    last = f"last in scene {found.last_scene}" if found.last_scene else "in no scene"
    head = Text.assemble((visible(found.name), "bold"), f" · {last}")
    if not found.stays:
        return Group(head, Text(f"place: {NOT_KNOWN}"))
    lines = [
        ("is in" if stay.until is None else "was in", stay.value, stay.passage)
        for stay in found.stays
    ]
    return Group(head, _table(lines))


def holdings_page(found: Sequence[Holding], asked: str) -> RenderableType:
    """Who has had a thing, or what somebody has had."""
    if not found:
        return Text(f"{visible(asked)}: {NOT_KNOWN} to have had anything")
    table = _columns("item", "who", "how", "", "passage", "at")
    for each in found:
        table.add_row(
            Text(visible(each.item)),
            Text(visible(each.holder) if each.holder else "nobody"),
            each.how,
            "still" if each.until is None else "",
            *_quote(each.passage),
        )
    return table


def knowledge_page(found: Sequence[Known], asked: str) -> RenderableType:
    """What somebody has come to know, or who knows of a thing."""
    if not found:
        return Text(f"{visible(asked)}: {NOT_KNOWN}")
    table = _columns("who", "how", "knows of", "others who do", "not said to", "passage", "at")
    for each in found:
        table.add_row(
            Text(visible(each.who)),
            each.how,
            Text(on_one_line(each.of, _QUOTED)),
            Text(names(each.others)),
            Text(names(each.unaware)),
            *_quote(each.passage),
        )
    return table


def secrets_page(found: Sequence[Kept]) -> RenderableType:
    """What is kept from whom, and the passage with which it comes out."""
    if not found:
        return Text(f"secrets: {NOT_KNOWN}")
    table = _columns("who", "keeps from", "about", "passage", "at", "comes out")
    for each in found:
        table.add_row(
            Text(names(each.keepers)),
            Text(names(each.hidden_from) or "everybody else"),
            Text(names(each.about)),
            *_quote(each.passage),
            Text(visible(each.came_out.place) if each.came_out else ""),
        )
    return table


def differences_table(found: Iterable[Difference]) -> Table:
    """What changed between two drafts."""
    table = _columns("what", "", "who or which", "was", "is", "passage", "at")
    for each in found:
        table.add_row(
            each.what,
            each.change,
            Text(visible(each.subject)),
            Text(visible(each.before or "")),
            Text(visible(each.after or "")),
            *_quote(each.passage),
        )
    return table


def _table(lines: Iterable[Line]) -> Table:
    table = _columns("", "", "passage", "at")
    for label, value, said in lines:
        table.add_row(visible(label), Text(visible(value)), *_quote(said))
    return table


def _quote(said: Passage | None) -> tuple[Text, Text]:
    if said is None:
        return Text(""), Text("")
    return Text(on_one_line(said.quote, _QUOTED)), Text(visible(said.place))


def _columns(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for heading in headings:
        table.add_column(heading, no_wrap=heading == "at", overflow="fold")
    return table
