"""Train the encoder and its heads together on labelled passages.

    python -m training.fine_tune RUN.toml --data FOLDER --work FOLDER [--threads N]

`--data` holds the passage files that the numbered commands before this one wrote, `--work` the
pre-trained weights, the checkpoints and the results. A run that was cut off goes on from its last
checkpoint. Its record (settings, data digest, scores, minutes) is written to `WORK/NAME.json`.
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
from torch import Tensor

from evaluation.litbank import DEVELOPMENT, FOLDS
from fabula.encoder.pair_features import COREFERENCE_SIZES
from training import schedule, settings
from training.development import Figures, measure
from training.examples import Example, at_the_change, examples_of
from training.losses import antecedent_loss, pointing_loss, span_loss, token_losses
from training.network import Network, span_states
from training.passages import Passage, printed
from training.reading import read_together, token_rows
from training.settings import Settings


class Data(Struct, frozen=True, eq=False):
    """What a run learns from and what it is measured on."""

    documents: dict[str, list[Example]]
    """The versions of each document: as printed, then changed in several ways."""
    auxiliary: dict[str, list[Example]]
    """Other passages by the name of their file."""
    development: list[tuple[Passage, Example]]
    digest: str


def load(folder: Path, cache: Path, run: Settings) -> Data:
    """The passages as arrays; worked out once and kept in `cache`."""
    files = [folder / "litbank.jsonl", *(folder / f"{name}.jsonl" for name in run.auxiliary)]
    examples = examples_of(files[0], cache)
    as_printed = {passage.id: passage for passage in printed(files[0])}
    chosen = _training_documents(run.train_on, tuple(as_printed))
    documents: defaultdict[str, list[Example]] = defaultdict(list)
    for one in examples:
        name = one.id.partition("/")[0]
        if name in chosen:
            documents[name].append(one)
    plain = {one.id: one for one in examples}
    return Data(
        documents=dict(documents),
        auxiliary={path.stem: examples_of(path, cache) for path in files[1:]},
        development=[(as_printed[name], plain[name]) for name in DEVELOPMENT],
        digest=settings.digest(files),
    )


def _training_documents(which: str, known: Sequence[str]) -> frozenset[str]:
    if which == "all":
        return frozenset(known)
    if which == "training":
        return frozenset(known) - frozenset(DEVELOPMENT)
    return frozenset(known) - frozenset(FOLDS[int(which.removeprefix("fold "))])


class Trainer:
    """A network, its optimiser, and where in its run it is."""

    def __init__(self, run: Settings, data: Data, work: Path) -> None:
        self.run, self.data, self.work = run, data, work
        torch.manual_seed(run.seed)
        self.network = Network(run.dropout, run.pair_dropout)
        start = torch.load(work / run.start, weights_only=True)
        whole = any(name.startswith("reader.") for name in start)
        (self.network if whole else self.network.reader.encoder).load_state_dict(start)
        # Fitted on 19 million word pieces before; 80 documents show too few of them to do better.
        self.network.reader.encoder.words.weight.requires_grad_(requires_grad=False)
        self.mean = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.optimiser = schedule.optimiser(self.network, self._rate, run.weight_decay)
        self.steps = run.epochs * len(data.documents)
        self.epoch = self.step = 0
        self.minutes = 0.0

    def _rate(self, name: str) -> float:
        """The rate of a weight; what multiplies two weights together learns slowly at first."""
        if name.startswith("reader.encoder"):
            return self.run.encoder_rate
        if name.startswith(("reader.span", "reader.arc")):
            return self.run.bilinear_rate
        return self.run.head_rate

    def train_epoch(self) -> dict[str, float]:
        """Each document once, in one of its versions, with other passages beside it."""
        self.network.train()
        random = Random(f"{self.run.seed}/{self.epoch}")
        names = sorted(self.data.documents)
        random.shuffle(names)
        sums: defaultdict[str, float] = defaultdict(float)
        for name in names:
            examples = [random.choice(self.data.documents[name]), *self._others(random)]
            losses = self._losses(examples, random)
            total = sum(
                (
                    getattr(self.run.weights, _weight_of(kind)) * loss
                    for kind, loss in losses.items()
                ),
                start=torch.zeros(()),
            )
            self._update(total)
            for kind, loss in losses.items():
                sums[kind] += float(loss.detach())
        self.epoch += 1
        return {kind: value / len(names) for kind, value in sums.items()}

    def _others(self, random: Random) -> Iterator[Example]:
        """Other passages, up to the number of windows that the settings give."""
        room = self.run.auxiliary_windows
        kinds = sorted(self.data.auxiliary)
        while room > 0 and kinds:
            (kind,) = random.choices(kinds, [self.run.auxiliary[kind] for kind in kinds])
            one = random.choice(self.data.auxiliary[kind])
            if kind == "scene_changes":
                one = at_the_change(one)
            room -= len(one.batch.windows)
            yield one

    def _losses(self, examples: Sequence[Example], random: Random) -> dict[str, Tensor]:
        losses: defaultdict[str, list[Tensor]] = defaultdict(list)
        read = read_together(self.network, examples)
        for one, scores in zip(examples, read, strict=True):
            for kind, loss in token_losses(scores, one.labels).items():
                losses[kind].append(loss)
            # Where only items are labelled, few spans are: their loss must not thin out the other.
            kind = "span" if len(one.labels.types) > 1 else "item"
            losses[kind].append(span_loss(scores["span"], one.labels))
            for kind, loss in self._pair_losses(one, scores, random).items():
                losses[kind].append(loss)
        return {kind: torch.stack(found).sum() / _labelled(found) for kind, found in losses.items()}

    def _pair_losses(
        self, one: Example, scores: dict[str, Tensor], random: Random
    ) -> dict[str, Tensor]:
        pairs, network = one.pairs, self.network
        if pairs.coreference is None and pairs.speech is None:
            return {}
        states, salience = token_rows(one, scores["states"]), token_rows(one, scores["salience"])
        spans = torch.as_tensor(pairs.mentions)
        mentions = network.mentions(*span_states(states, salience, spans[:, 0], spans[:, 1]))
        found: dict[str, Tensor] = {}
        if pairs.coreference is not None and len(pairs.coreference.left):
            left, right = (
                torch.as_tensor(side) for side in (pairs.coreference.left, pairs.coreference.right)
            )
            features = torch.as_tensor(pairs.coreference.features)
            if random.random() < self.run.hide_links:
                features = without_links(features)
            target = torch.as_tensor(pairs.coreference.target)
            answers = network.coreference(mentions, mentions, left, right, features).squeeze(-1)
            found["coreference"] = antecedent_loss(answers, right, target)
        if pairs.speech is not None:
            quoted = torch.as_tensor(pairs.quotations)
            utterances = network.utterances(
                *span_states(states, salience, quoted[:, 0], quoted[:, 1])
            )
            left, right = torch.as_tensor(pairs.speech.left), torch.as_tensor(pairs.speech.right)
            features = torch.as_tensor(pairs.speech.features)
            answers = network.speech(utterances, mentions, left, right, features)
            target = torch.as_tensor(pairs.speech.target)
            found["speaker"] = pointing_loss(answers[:, 0], left, target[:, 0])
            found["addressee"] = pointing_loss(answers[:, 1], left, target[:, 1])
        return found

    def _update(self, loss: Tensor) -> None:
        share = schedule.share_of_peak(self.step / self.steps, self.run.warm_up)
        schedule.step(self.network, self.optimiser, loss, share)
        self.step += 1
        # The mean forgets faster at first, when the weights are still far from where they end.
        decay = min(self.run.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.mean[name].lerp_(value, 1 - decay)

    def averaged(self) -> Network:
        """The network with the running mean of its weights."""
        network = Network()
        network.load_state_dict(self.mean)
        return network.eval()

    def save(self) -> None:
        """Write a checkpoint, whole or not at all."""
        path = self.work / f"{self.run.name}.checkpoint"
        state = {
            "network": self.network.state_dict(),
            "mean": self.mean,
            "optimiser": {
                name: self.optimiser.state[weight]
                for name, weight in self.network.named_parameters()
                if weight in self.optimiser.state
            },
            "epoch": self.epoch,
            "step": self.step,
            "minutes": self.minutes,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self) -> None:
        """Go on from the last checkpoint, if there is one."""
        path = self.work / f"{self.run.name}.checkpoint"
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.mean = state["mean"]
        for name, weight in self.network.named_parameters():
            if name in state["optimiser"]:
                self.optimiser.state[weight] = state["optimiser"][name]
        self.epoch, self.step, self.minutes = state["epoch"], state["step"], state["minutes"]


def _weight_of(kind: str) -> str:
    return {"speaker": "speech", "addressee": "speech"}.get(kind, kind)


def _labelled(losses: Sequence[Tensor]) -> int:
    return max(sum(float(loss.detach()) != 0 for loss in losses), 1)


LINK_FEATURE = 6
LINK_OFFSET = sum(COREFERENCE_SIZES[:LINK_FEATURE])
"""Column of `coreference_features` that holds what the rules' links say of a pair, and its first
value: neither mention is linked."""


def without_links(features: Tensor) -> Tensor:
    """[p, f] as if the rules had linked neither mention."""
    hidden = features.clone()
    hidden[:, LINK_FEATURE] = LINK_OFFSET
    return hidden


def main(arguments: Sequence[str] | None = None) -> None:
    """Run to the end, with a line for each epoch."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("run", type=Path, metavar="RUN.toml")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--work", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    run = settings.read(options.run)
    trainer = Trainer(run, load(options.data, options.work, run), options.work)
    trainer.resume()
    while trainer.epoch < run.epochs:
        began = time.monotonic()
        losses = trainer.train_epoch()
        trainer.minutes += (time.monotonic() - began) / 60
        trainer.save()
        shown = " ".join(f"{kind} {loss:.3f}" for kind, loss in losses.items())
        print(f"epoch {trainer.epoch} {trainer.minutes:.1f} min {shown}", flush=True)
        if trainer.epoch % 3 == 0 or trainer.epoch == run.epochs:
            figures = measure(trainer.averaged(), trainer.data.development)
            print(f"development {figures}", flush=True)
    finish(trainer)


class Record(Struct, frozen=True):
    """What is kept of a run."""

    settings: Settings
    data_digest: str
    minutes: float
    figures: Figures


def finish(trainer: Trainer) -> None:
    """Write the weights and the record of the run."""
    network = trainer.averaged()
    torch.save(network.state_dict(), trainer.work / f"{trainer.run.name}.pt")
    record = Record(
        settings=trainer.run,
        data_digest=trainer.data.digest,
        minutes=round(trainer.minutes, 1),
        figures=measure(network, trainer.data.development),
    )
    path = trainer.work / f"{trainer.run.name}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(record)) + b"\n")


if __name__ == "__main__":
    main()
