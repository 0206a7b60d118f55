"""Train the larger encoder on LitBank's mentions and events, to label more text than people have.

    python -m training.teacher RUN.toml --data FOLDER --mpnet FOLDER --work FOLDER [--threads N]

`--data` holds `litbank.jsonl`, `--mpnet` the files of all-mpnet-base-v2, `--work` checkpoints and
results. A run that was cut off goes on from the last epoch that was finished. The weights are
written to `WORK/NAME.pt`, and what they reach on the development documents to `WORK/NAME.json`.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import msgspec
import torch
from msgspec import Struct
from torch import Tensor, nn

from evaluation.litbank import DEVELOPMENT
from fabula.encoder.scores import ENTITY_TYPES
from fabula.encoder.windows import Batch
from training import mpnet, schedule, settings
from training.development import Counts, count_events, count_spans
from training.examples import Example, examples_of, windows_of
from training.losses import event_loss, span_loss
from training.mpnet import Mpnet, load_mpnet
from training.network import SPAN, UNLIKELY, Bilinear
from training.passages import Passage, printed

AS_PRINTED = 0.4
"""How often a document is read as printed, and not in one of its changed versions."""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """One run of the teacher."""

    name: str
    epochs: int
    windows: int
    """Windows of a step."""
    encoder_rate: float
    head_rate: float
    bilinear_rate: float
    warm_up: float
    """Share of the steps over which the rates rise."""
    weight_decay: float
    dropout: float
    seed: int


class Teacher(nn.Module):
    """The larger encoder with two heads like those of `network.Reader`."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Mpnet(dropout)
        self.dropout = nn.Dropout(dropout)
        d = mpnet.STATE
        self.event = nn.Sequential(nn.Linear(d, d), nn.GELU(), nn.Linear(d, 1))
        self.span = Bilinear(len(ENTITY_TYPES) + 1, SPAN, d)
        self.span.left.bias.data.view(-1, SPAN + 1)[:, -1] = UNLIKELY

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor) -> dict[str, Tensor]:
        """`pieces`, `cases` [b, t], `first` [b, w] → event [b, w], span [b, types, w, w]."""
        seen = self.encoder(pieces, cases)  # [b, t, d]
        tokens = self.dropout(seen.gather(1, first[:, :, None].expand(-1, -1, mpnet.STATE)))
        span = self.span(tokens)  # [b, types + 1, w, w]
        return {"event": self.event(tokens).squeeze(-1), "span": span[:, :-1] + span[:, -1:]}


def read(network: Teacher, batch: Batch) -> dict[str, Tensor]:
    """What the teacher says of windows; in half precision, which is twice as quick."""
    with torch.autocast("cpu", torch.bfloat16):
        scores: dict[str, Tensor] = network(
            torch.as_tensor(batch.pieces),
            torch.as_tensor(batch.cases),
            torch.as_tensor(batch.first),
        )
    return {kind: values.float() for kind, values in scores.items()}


class Figures(Struct, frozen=True):
    """F1 in per cent on the development documents, as in `development.Figures`."""

    events: float
    entities: float
    mentions: float


def measure(network: Teacher, development: Sequence[tuple[Passage, Example]]) -> Figures:
    """The figures of a teacher over the development documents."""
    network.eval()
    events, entities, mentions = Counts(), Counts(), Counts()
    with torch.no_grad():
        for passage, one in development:
            scores = read(network, one.batch)
            count_events(events, scores, one)
            count_spans(entities, mentions, scores, passage, one)
    return Figures(events.f1, entities.f1, mentions.f1)


class Trainer:
    """The teacher, its optimiser, and where in its run it is."""

    def __init__(self, run: Settings, examples: Sequence[Example], work: Path) -> None:
        self.run, self.work = run, work
        self.versions: defaultdict[str, list[Example]] = defaultdict(list)
        for one in examples:
            name = one.id.partition("/")[0]
            if name not in DEVELOPMENT:
                self.versions[name].append(one)
        torch.manual_seed(run.seed)
        self.network = Teacher(run.dropout)
        self.optimiser = schedule.optimiser(self.network, self._rate, run.weight_decay)
        printed_ones = [versions[0] for versions in self.versions.values()]
        self.steps = run.epochs * sum(len(list(self._parts(one))) for one in printed_ones)
        self.epoch = self.step = 0
        self.minutes = 0.0

    def _rate(self, name: str) -> float:
        if name.startswith("encoder"):
            return self.run.encoder_rate
        return self.run.bilinear_rate if name.startswith("span") else self.run.head_rate

    def _parts(self, one: Example) -> Iterator[slice]:
        """The windows of a document, a step's worth at a time."""
        for low in range(0, len(one.batch.windows), self.run.windows):
            yield slice(low, min(low + self.run.windows, len(one.batch.windows)))

    def train_epoch(self) -> None:
        """Every document once, its parts and those of all others in a random order."""
        self.network.train()
        random = Random(self.epoch)
        parts: list[tuple[Example, slice]] = []
        for name in sorted(self.versions):
            versions = self.versions[name]
            one = versions[0] if random.random() < AS_PRINTED else random.choice(versions)
            parts += ((one, rows) for rows in self._parts(one))
        random.shuffle(parts)
        for one, rows in parts:
            part = windows_of(one, rows)
            scores, labels = read(self.network, part.batch), part.labels
            self._update(event_loss(scores["event"], labels) + span_loss(scores["span"], labels))
        self.epoch += 1

    def _update(self, loss: Tensor) -> None:
        # Changed versions may have more windows than those as printed, by which steps are counted.
        done = min(self.step / self.steps, 1.0)
        share = schedule.share_of_peak(done, self.run.warm_up)
        schedule.step(self.network, self.optimiser, loss, share)
        self.step += 1

    def save(self) -> None:
        """Write a checkpoint, whole or not at all."""
        path = self.work / f"{self.run.name}.checkpoint"
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "minutes": self.minutes,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self) -> None:
        """Go on from the last checkpoint, if there is one."""
        path = self.work / f"{self.run.name}.checkpoint"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.step = state["epoch"], state["step"]
            self.minutes = state["minutes"]


class Record(Struct, frozen=True):
    """What is kept of a run."""

    settings: Settings
    data_digest: str
    minutes: float
    figures: Figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Run to the end, with a line for each epoch."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("run", type=Path, metavar="RUN.toml")
    for name in ("--data", "--mpnet", "--work"):
        parser.add_argument(name, type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    run = msgspec.toml.decode(options.run.read_bytes(), type=Settings)
    file = options.data / "litbank.jsonl"
    examples = examples_of(file, options.work)
    known = {one.id: one for one in examples}
    development = [
        (passage, known[passage.id]) for passage in printed(file) if passage.id in DEVELOPMENT
    ]
    trainer = Trainer(run, examples, options.work)
    load_mpnet(options.mpnet, trainer.network.encoder)
    trainer.resume()
    while trainer.epoch < run.epochs:
        began = time.monotonic()
        trainer.train_epoch()
        trainer.minutes += (time.monotonic() - began) / 60
        trainer.save()
        figures = measure(trainer.network, development)
        print(f"epoch {trainer.epoch} {trainer.minutes:.1f} min {figures}", flush=True)
    torch.save(trainer.network.state_dict(), options.work / f"{run.name}.pt")
    record = Record(
        run,
        settings.digest([file]),
        round(trainer.minutes, 1),
        measure(trainer.network, development),
    )
    path = options.work / f"{run.name}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(record)) + b"\n")


if __name__ == "__main__":
    main()
