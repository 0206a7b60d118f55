"""What the network is trained to get right: one number for each kind of label.

Every loss is a mean over the labels at hand, so that its weight does not depend on how much text
is in a batch; a batch without labels of a kind has a loss of 0.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from training.examples import ReaderLabels
from training.passages import IGNORED

WIDEST = 40
"""Tokens of the widest span that is a mention."""

EVENT_WEIGHT = 1.5
"""Events are one token in 25; a missed one costs a little more than a false one."""


def token_losses(scores: dict[str, Tensor], labels: ReaderLabels) -> dict[str, Tensor]:
    """Losses of events, scenes, tags, relations and heads; scores as `network.Reader` gives."""
    return {
        "event": event_loss(scores["event"], labels),
        "scene": _yes_or_no(scores["scene"], labels.scene, 1.0),
        "tag": _choice(scores["tag"], labels.tag),
        "relation": _choice(scores["relation"], labels.relation),
        "arc": _arcs(scores["arc"], labels),
    }


def event_loss(logits: Tensor, labels: ReaderLabels) -> Tensor:
    """`logits` [b, w]: whether a token is what happens."""
    return _yes_or_no(logits, labels.event, EVENT_WEIGHT)


def _yes_or_no(logits: Tensor, target: object, positive: float) -> Tensor:
    """Both [b, w]; mean over what is labelled."""
    truth = torch.as_tensor(target)
    known = truth != IGNORED
    if not known.any():
        return logits.sum() * 0
    return F.binary_cross_entropy_with_logits(
        logits[known].float(), truth[known].float(), pos_weight=torch.tensor(positive)
    )


def _choice(logits: Tensor, target: object) -> Tensor:
    """`logits` [b, w, classes], `target` [b, w]."""
    truth = torch.as_tensor(target)
    if not (truth != IGNORED).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, 1).float(), truth.flatten(), ignore_index=IGNORED)


def _arcs(logits: Tensor, labels: ReaderLabels) -> Tensor:
    """`logits` [b, w, w]: each dependent chooses its head among the tokens of its window."""
    padding = torch.as_tensor(labels.paragraph < 0)  # [b, w]
    return _choice(logits.float().masked_fill(padding[:, None, :], -1e4), labels.head)


def span_loss(logits: Tensor, labels: ReaderLabels) -> Tensor:
    """`logits` [b, types, w, w]: for each pair of tokens of a paragraph, whether it is a mention.

    What a teacher thinks a mention with a chance of one half costs least at one half.

    The sum over all pairs for each token in a core: pairs that are no mention are so many, and
    nearly all so plain, that a mean over them would be next to nothing.
    """
    if not labels.types:
        return logits.sum() * 0
    w = logits.shape[-1]
    paragraph = torch.as_tensor(labels.paragraph)
    in_core = torch.as_tensor(labels.in_core)
    rows = torch.arange(w)
    width = rows[None, :] - rows[:, None]  # [first, last]
    open_ = ((width >= 0) & (width < WIDEST))[None] & in_core[:, :, None]
    open_ = open_ & (paragraph[:, :, None] == paragraph[:, None, :])  # [b, w, w]
    ignored = torch.as_tensor(labels.ignored)
    open_[ignored[:, 0], ignored[:, 1], ignored[:, 2]] = False
    target = torch.zeros(logits.shape)
    spans = torch.as_tensor(labels.spans)
    target[spans[:, 0], spans[:, 1], spans[:, 2], spans[:, 3]] = torch.as_tensor(labels.chances)
    open_[spans[:, 0], spans[:, 2], spans[:, 3]] = True
    types = list(labels.types)
    chosen = logits[:, types].transpose(0, 1)[:, open_].float()  # [types, open]
    truth = target[:, types].transpose(0, 1)[:, open_]
    loss = F.binary_cross_entropy_with_logits(chosen, truth, reduction="sum")
    return loss / in_core.sum()


def antecedent_loss(scores: Tensor, right: Tensor, target: Tensor) -> Tensor:
    """Each mention shares its probability among those before it, and “none”, whose score is 0.

    All [p], `right` the mention that chooses; the loss is minus the logarithm of what falls on the
    right ones, or on “none” where none is right (Lee et al., EMNLP 2017). A plain yes-or-no loss
    for each pair is added, so that 0 stays the border between the two.
    """
    count = int(right.max()) + 1
    scores = scores.float()
    everything = _sums(scores, right, count, with_none=torch.ones(count, dtype=torch.bool))
    has_one = torch.zeros(count, dtype=torch.bool)
    has_one[right[target == 1]] = True
    right_ones = _sums(scores[target == 1], right[target == 1], count, with_none=~has_one)
    ranking = (everything - right_ones).mean()
    each = F.binary_cross_entropy_with_logits(scores, target.float(), reduction="sum")
    return ranking + each / len(right) * 4


def _sums(scores: Tensor, group: Tensor, count: int, with_none: Tensor) -> Tensor:
    """[count]: log of the summed exponentials of each group, “none” (score 0) among them."""
    highest = torch.zeros(count).scatter_reduce(0, group, scores.detach(), "amax")
    total = torch.zeros(count).index_add(0, group, (scores - highest[group]).exp())
    total = total + torch.where(with_none, (-highest).exp(), torch.zeros(()))
    return total.clamp(min=1e-20).log() + highest


def pointing_loss(scores: Tensor, left: Tensor, target: Tensor) -> Tensor:
    """Each quotation shares its probability among the mentions near it; `target` −1: not known.

    All [p]. A quotation with several right mentions may choose any of them.
    """
    known = target != IGNORED
    if not known.any():
        return scores.sum() * 0
    scores, left, target = scores[known].float(), left[known], target[known]
    count = int(left.max()) + 1
    nobody = torch.zeros(count, dtype=torch.bool)
    everything = _sums(scores, left, count, with_none=nobody)
    right_ones = _sums(scores[target == 1], left[target == 1], count, with_none=nobody)
    asked = torch.zeros(count, dtype=torch.bool)
    asked[left] = True
    return (everything - right_ones)[asked].mean()
