"""Average the weights of runs that started from one another.

    python -m training.average FIRST.pt SECOND.pt … --out MEAN.pt

Networks that were fine-tuned from the same place lie in one valley, and their mean is often better
than each of them (“model soups”, Wortsman et al., ICML 2022), at the cost of one.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor


def mean(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight; all networks have the same shape."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(dim=0).to(weight.dtype)
        for name, weight in states[0].items()
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the files and write their mean."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("weights", type=Path, nargs="+", metavar="WEIGHTS.pt")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pt")
    options = parser.parse_args(arguments)
    torch.save(mean([torch.load(path, weights_only=True) for path in options.weights]), options.out)


if __name__ == "__main__":
    main()
