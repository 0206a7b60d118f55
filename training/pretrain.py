"""Train the encoder further on fiction, by hiding words for it to guess.

    python -m training.pretrain RUN.toml --data FOLDER --minilm FOLDER --work FOLDER

Novels are joined to one long stream of word pieces; a batch is a number of windows cut anywhere.
Of all words 18 in 100 are hidden, whole: most behind `[MASK]`, some behind another word, some
left as they are (Devlin et al., NAACL 2019). Half of the hidden words hide their case too. A run
that was cut off goes on from its last checkpoint; the encoder is written to `WORK/NAME.pt`, and
to `WORK/NAME-STEP.pt` as it is after each step of `keep`.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
import torch.nn.functional as F
from msgspec import Struct
from torch import Tensor

from fabula import segmentation
from fabula.encoder.pieces import HIDDEN, PARAGRAPH_MARK, pieces_of, vocabulary
from fabula.encoder.scores import Ints
from fabula.encoder.windows import START_MARK, WIDTH
from fabula.sources import plain
from training.minilm import load_minilm
from training.network import VOCABULARY, Encoder, WordGuesser
from training.unlabelled import gutenberg, standard_ebooks

HIDDEN_SHARE = 0.18
MASKED, REPLACED = 0.8, 0.1
MASK = 103
"""`[MASK]` of the vocabulary."""

FIRST_WORD = 1_000
"""Entries of the vocabulary before this are special or single signs."""

HELD_OUT_EVERY = 200
"""One window in so many is never trained on, to measure the loss."""

REPORT_STEPS, CHECKPOINT_STEPS = 20, 100


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """One run of pre-training."""

    name: str
    steps: int
    windows: int
    """Windows of a step."""
    rate: float
    warm_up_steps: int
    weight_decay: float
    seed: int
    keep: tuple[int, ...] = ()
    """Steps after which the encoder is kept under a name of its own, for fine-tuning to begin."""

    def files_at(self, step: int) -> tuple[str, ...]:
        """The files that the encoder is written to after a step: “fiction.pt”."""
        kept = (f"{self.name}-{step}.pt",) if step in self.keep else ()
        return (f"{self.name}.pt", *kept)


class Stream(Struct, frozen=True, eq=False):
    """All books, one after the other."""

    ids: Ints  # [pieces]
    cases: Ints  # [pieces]
    continues: np.ndarray  # [VOCABULARY]: true for an entry that goes on with a word


class Batch(Struct, frozen=True, eq=False):
    """Windows with words to guess, all [windows, 256] but `answers` [hidden]."""

    pieces: Tensor
    cases: Tensor
    hidden: Tensor
    answers: Tensor


def read_stream(data: Path) -> Stream:
    """The word pieces of all unlabelled novels, those of the development documents left out."""
    ids, cases = [], []
    for book in (*standard_ebooks(data), *gutenberg(data)):
        text = "\n\n".join(block.text for block in book.blocks if block.text)
        pieces = pieces_of(segmentation.segment(plain.from_text(text, book.name)))
        ids.append(pieces.ids)
        cases.append(pieces.cases.astype(np.int64))
    entries = sorted(vocabulary().items(), key=lambda entry: entry[1])
    continues = np.array([word.startswith("##") for word, _ in entries])
    return Stream(np.concatenate(ids), np.concatenate(cases), continues)


def batch_at(stream: Stream, starts: Ints, random: np.random.Generator) -> Batch:
    """The windows that begin at these pieces, with some of their words hidden."""
    rows = starts[:, None] + np.arange(WIDTH - 1)
    ids, cases = stream.ids[rows], stream.cases[rows]  # [windows, 255]
    word = np.cumsum(~stream.continues[ids], axis=1)
    drawn = random.random(ids.shape) < HIDDEN_SHARE
    hidden = np.take_along_axis(drawn, word % (WIDTH - 1), axis=1) & (ids != PARAGRAPH_MARK)
    fate = random.random(ids.shape)
    other = random.integers(FIRST_WORD, VOCABULARY, ids.shape)
    shown = np.where(hidden & (fate < MASKED), MASK, ids)
    shown = np.where(hidden & (fate >= MASKED) & (fate < MASKED + REPLACED), other, shown)
    cases = np.where(hidden & (random.random(ids.shape) < 0.5), HIDDEN, cases)
    answers = torch.from_numpy(ids[hidden])
    return Batch(
        torch.from_numpy(np.pad(shown, ((0, 0), (1, 0)), constant_values=START_MARK)),
        torch.from_numpy(np.pad(cases, ((0, 0), (1, 0)))),
        torch.from_numpy(np.pad(hidden, ((0, 0), (1, 0)))),
        answers,
    )


class Pretrainer:
    """The network that guesses words, its optimiser, and how far they have come."""

    def __init__(self, run: Settings, stream: Stream, minilm: Path, work: Path) -> None:
        self.run, self.stream, self.work = run, stream, work
        torch.manual_seed(run.seed)
        self.network = WordGuesser(load_minilm(minilm, Encoder()))
        decayed = [weight for weight in self.network.parameters() if weight.dim() > 1]
        others = [weight for weight in self.network.parameters() if weight.dim() < 2]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": decayed, "weight_decay": run.weight_decay},
                {"params": others, "weight_decay": 0.0},
            ],
            betas=(0.9, 0.98),
        )
        self.step = 0
        windows = np.arange(0, len(stream.ids) - WIDTH, WIDTH)
        self.held_out = windows[::HELD_OUT_EVERY]
        self.free = np.setdiff1d(windows, self.held_out)

    def train_step(self) -> float:
        """One batch; its loss."""
        random = np.random.default_rng((self.run.seed, self.step))
        starts = random.choice(self.free, self.run.windows, replace=False)
        # A window may begin anywhere in its stretch, unless it would reach into a held-out one.
        shifted = starts + random.integers(0, WIDTH, len(starts))
        reaches = np.isin((starts // WIDTH + 1) * WIDTH, self.held_out)
        batch = batch_at(self.stream, np.where(reaches, starts, shifted), random)
        rise = min(1.0, (self.step + 1) / self.run.warm_up_steps)
        fall = max(0.02, 1 - self.step / self.run.steps)
        for group in self.optimiser.param_groups:
            group["lr"] = self.run.rate * rise * fall
        loss = self._loss(batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        return float(loss.detach())

    def _loss(self, batch: Batch) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            guesses = self.network(batch.pieces, batch.cases, batch.hidden)
        return F.cross_entropy(guesses.float(), batch.answers)

    def held_out_loss(self) -> float:
        """Mean loss of a hidden word in windows that are never trained on."""
        self.network.eval()
        random = np.random.default_rng(0)
        losses = []
        with torch.no_grad():
            for low in range(0, min(len(self.held_out), 96), 32):
                batch = batch_at(self.stream, self.held_out[low : low + 32], random)
                losses.append(float(self._loss(batch)))
        self.network.train()
        return sum(losses) / len(losses)

    def save(self) -> None:
        """Write a checkpoint, whole or not at all, and the encoder as it is."""
        path = self.work / f"{self.run.name}.checkpoint"
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)
        for name in self.run.files_at(self.step):
            torch.save(self.network.encoder.state_dict(), self.work / name)

    def resume(self) -> None:
        """Go on from the last checkpoint, if there is one."""
        path = self.work / f"{self.run.name}.checkpoint"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step = state["step"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run to the end, with a line now and then."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("run", type=Path, metavar="RUN.toml")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--minilm", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--work", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    run = msgspec.toml.decode(options.run.read_bytes(), type=Settings)
    trainer = Pretrainer(run, read_stream(options.data), options.minilm, options.work)
    trainer.resume()
    began = time.monotonic()
    while trainer.step < run.steps:
        loss = trainer.train_step()
        if trainer.step % REPORT_STEPS == 0:
            print(f"{trainer.step} {loss:.3f} {time.monotonic() - began:.0f} s", flush=True)
        if trainer.step % CHECKPOINT_STEPS == 0 or trainer.step in (run.steps, *run.keep):
            trainer.save()
            print(f"held out: {trainer.held_out_loss():.4f}", flush=True)


if __name__ == "__main__":
    main()
