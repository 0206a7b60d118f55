"""Give a fine-tuned network what further pre-training has changed in its encoder.

    python -m training.transplant WEIGHTS.pt BEFORE.pt AFTER.pt --out MOVED.pt

`WEIGHTS.pt` was fine-tuned from the encoder `BEFORE.pt`; meanwhile pre-training went on from
`BEFORE.pt` to `AFTER.pt`. To each weight of the network's encoder what `AFTER.pt` has more than
`BEFORE.pt` is added (“task arithmetic”, Ilharco et al., ICLR 2023), so that the fine-tuning need
not be done again from the start. The heads stay as they are, and should be trained a little more.
"""

import argparse
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import torch
from torch import Tensor

Weights: TypeAlias = Mapping[str, Tensor]

ENCODER = "reader.encoder."
"""What the names of the encoder's weights begin with in a whole network."""


def moved(network: Weights, before: Weights, after: Weights) -> dict[str, Tensor]:
    """The network with the difference of the two encoders added to its own.

    Raises:
        ValueError: unless the three encoders name the same weights.
    """
    encoders = [{name.removeprefix(ENCODER) for name in network if name.startswith(ENCODER)}]
    encoders += [set(before), set(after)]
    if odd := set.union(*encoders) - set.intersection(*encoders):
        raise ValueError(
            f"expected three encoders of one shape; not all have {', '.join(sorted(odd))}"
        )
    new = dict(network)
    for name, weight in before.items():
        new[ENCODER + name] = network[ENCODER + name] + (after[name] - weight)
    return new


def share_moved(before: Weights, after: Weights) -> float:
    """The length of the difference of two encoders, as a share of the length of the first."""
    difference = sum(float((after[name] - weight).norm() ** 2) for name, weight in before.items())
    return math.sqrt(difference / sum(float(weight.norm() ** 2) for weight in before.values()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the three files, write the fourth, and say how far the encoder moved."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("weights", type=Path, metavar="WEIGHTS.pt")
    parser.add_argument("before", type=Path, metavar="BEFORE.pt")
    parser.add_argument("after", type=Path, metavar="AFTER.pt")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pt")
    options = parser.parse_args(arguments)
    network, before, after = (
        torch.load(path, weights_only=True)
        for path in (options.weights, options.before, options.after)
    )
    torch.save(moved(network, before, after), options.out)
    print(f"the encoder moved by {100 * share_moved(before, after):.1f} % of its length")


if __name__ == "__main__":
    main()
