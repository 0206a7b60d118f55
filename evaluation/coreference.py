"""Mentions and links measured: LitBank's mentions, and the pronouns of PDNC's cues.

    python -m evaluation.coreference --data FOLDER

Mentions: LitBank's coreference layer (Bamman, Lewke and Mansoor 2020) of the development
documents, read as tokenised text; a mention of a person is found if one of ours has the same
last word of its head phrase and the same form.

Cues: an anaphoric quotation of the Project Dialogism Novel Corpus has a cue like “he said”,
whose pronoun must point at the gold speaker. This measures coreference apart from quotations and
speakers. An entity stands for the character whose names its proper mentions use most.
"""

import argparse
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from evaluation import encoding, litbank, pdnc
from evaluation.figures import ending_in_one_line
from evaluation.speakers import characters
from fabula import pipeline
from fabula.labels import MentionForm
from fabula.sources import plain
from fabula.story import Mention, Story

CUE_REACH = 200
"""Characters before and after a quotation in which its cue is looked for."""


class CueAnswer(Struct, frozen=True):
    """The pronoun of a cue, the gold speaker, and the character it was linked to."""

    pronoun: Mention
    gold: str
    found: str | None


def mention_counts(
    gold: litbank.GoldDocument, encoder: pipeline.Encoder | None
) -> Counter[tuple[str, str]]:
    """Hits, misses and extras of person mentions, by form."""
    story = pipeline.analyse(plain.from_text(gold.text), encoder=encoder, until="mentions")
    ours = {
        (mention.form, mention.head.end): mention
        for mention in story.mentions
        if mention.type == "PER"
    }
    counts: Counter[tuple[str, str]] = Counter()
    taken: set[tuple[str, int]] = set()
    for mention in gold.mentions:
        if mention.type != "PER":
            continue
        match = _match(mention, ours)
        counts[mention.form, "hit" if match else "miss"] += 1
        if match:
            taken.add(match)
    for key in ours:
        counts[key[0], "extra"] += key not in taken
    return counts


def _match(
    gold: litbank.GoldMention, ours: Mapping[tuple[MentionForm, int], Mention]
) -> tuple[MentionForm, int] | None:
    """Our mention of the same form whose head ends inside the gold span, starting alike."""
    for end in range(gold.start + 1, gold.end + 1):
        mention = ours.get((gold.form, end))
        if mention is not None and abs(mention.start - gold.start) <= len("the "):
            return (gold.form, end)
    return None


def cue_answers(novel: pdnc.PdncNovel, story: Story) -> Iterator[CueAnswer]:
    """The pronoun of each anaphoric cue and whom it was linked to."""
    names = characters(novel, story)
    linked = {link.mention_id: link.entity_id for link in story.links}
    pronouns = [
        mention
        for mention in story.mentions
        if mention.form == "pronominal" and mention.quotation_id is None
    ]
    starts = [mention.start for mention in pronouns]
    for quotation in novel.quotations:
        if quotation.type != "anaphoric":
            continue
        place = _cue_place(novel.text, quotation)
        if place is None:
            continue
        low, high = bisect_left(starts, place[0]), bisect_left(starts, place[1])
        inside = [m for m in pronouns[low:high] if novel.text[m.start : m.end].lower() in _SUBJECTS]
        if len(inside) == 1:
            entity = linked.get(inside[0].id)
            yield CueAnswer(inside[0], quotation.speaker, names.get(entity) if entity else None)


_SUBJECTS = frozenset("he she i they".split())


def _cue_place(text: str, quotation: pdnc.PdncQuotation) -> tuple[int, int] | None:
    """Where the cue stands: the match nearest to an edge of a part of the quotation."""
    words = quotation.cue.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    edges = [edge for part in quotation.parts for edge in (part.start, part.end)]
    low = max(edges[0] - CUE_REACH, 0)
    found = min(
        pattern.finditer(text, low, edges[-1] + CUE_REACH),
        key=lambda match: min(abs(match.start() - edge) for edge in edges),
        default=None,
    )
    return found.span() if found else None


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Print mention scores on LitBank and cue scores on the novels."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("--novels", nargs="*", default=pdnc.DEVELOPMENT, metavar="NAME")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong cues")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    counts: Counter[tuple[str, str]] = Counter()
    for name in litbank.DEVELOPMENT:
        counts += mention_counts(litbank.load_document(options.data, name), encoder)
    for form in ("proper", "nominal", "pronominal"):
        hit, miss, extra = (counts[form, kind] for kind in ("hit", "miss", "extra"))
        print(
            f"{form:<12} of people: P {100 * hit / max(hit + extra, 1):.1f} "
            f"R {100 * hit / max(hit + miss, 1):.1f} of {hit + miss}"
        )
    for novel in pdnc.load(options.data, options.novels):
        story = pdnc.read(novel, encoder, until="links")
        found = list(cue_answers(novel, story))
        right = sum(answer.found == answer.gold for answer in found)
        said = sum(not (answer.found or "[").startswith("[") for answer in found)
        print(
            f"{novel.name:<24} pronouns of cues: {100 * right / max(len(found), 1):.1f} % right of "
            f"{len(found)}, {100 * said / max(len(found), 1):.1f} % linked to a character"
        )
        wrong = [answer for answer in found if answer.found != answer.gold]
        step = max(len(wrong) // options.errors, 1) if options.errors else 1
        for answer in wrong[::step][: options.errors]:
            place = answer.pronoun
            before, after = novel.text[max(place.start - 500, 0) : place.start], place.end
            print(f"\n--- {answer.gold}, linked to {answer.found}")
            print(
                f"{before}>>>{novel.text[place.start : after]}<<<{novel.text[after : after + 80]}"
            )


if __name__ == "__main__":
    main()
