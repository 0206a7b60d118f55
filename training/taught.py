"""Let the teacher label passages of novels, for the small encoder to learn from.

    python -m training.taught --teacher WORK/teacher.pt --data OUT --out OUT/taught.jsonl

Reads `OUT/scene_changes.jsonl` and writes some of its passages again with what the teacher says of
their mentions and events: chances, not verdicts, because a doubt is worth learning too (Hinton et
al. 2015). Their parse goes along.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from msgspec import structs
from torch import Tensor

from fabula.encoder import windows
from fabula.encoder.pieces import pieces_of
from fabula.encoder.scores import ENTITY_TYPES
from training import passages
from training.examples import ITEM
from training.losses import WIDEST
from training.passages import Passage, Taught, TaughtSpan, document
from training.teacher import Teacher, read

LEAST = 0.02
"""Chance from which a span is told; all below count as none."""


def labelled(network: Teacher, passage: Passage) -> Passage:
    """The passage with what the teacher says of it, and its parse; nothing else."""
    text = document(passage)
    pieces = pieces_of(text)
    batch = windows.batch_of(pieces, windows.cut(pieces))
    with torch.no_grad():
        scores = read(network, batch)
    events = [0.0] * len(text.tokens)
    spans: list[TaughtSpan] = []
    for row, window in enumerate(batch.windows):
        core = window.core_inside
        chances = scores["event"][row, core].sigmoid().tolist()
        events[window.core] = [round(chance, 3) for chance in chances]
        inside = scores["span"][row, :, core, : window.tokens].sigmoid()
        spans += _spans(inside, window.core.start, core.start)
    return structs.replace(
        passage,
        id=f"taught/{passage.id}",
        scene_starts=None,
        items=None,
        taught=Taught(events=tuple(events), spans=tuple(spans)),
    )


def _spans(chances: Tensor, start: int, begin: int) -> Iterator[TaughtSpan]:
    """The spans of a window that are worth telling.

    `chances` [types, core, seen]: first tokens are of the core, which begins at token `start` of
    the passage and at token `begin` of the window; last tokens are of the whole window.
    """
    for kind, row, last in (chances > LEAST).nonzero().tolist():
        width = last - begin - row
        if kind != ITEM and 0 <= width < WIDEST:
            chance = round(float(chances[kind, row, last]), 3)
            yield TaughtSpan(start + row, start + row + width, ENTITY_TYPES[kind], chance)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the file and say how much is in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--teacher", type=Path, required=True, metavar="FILE")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--passages", type=int, default=2_000, metavar="N")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    network = Teacher()
    network.load_state_dict(torch.load(options.teacher, weights_only=True))
    network.eval()
    known = passages.read(options.data / "scene_changes.jsonl")
    chosen = Random(0).sample(known, min(options.passages, len(known)))
    count = passages.write(options.out, (labelled(network, passage) for passage in chosen))
    print(f"{count} passages")


if __name__ == "__main__":
    main()
