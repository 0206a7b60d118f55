/** What the card of a quotation says: who utters it, to whom, how sure that is and why. */

import { button, element } from "./elements";
import type { Line, Model } from "./model";
import { howSure, VERBS, why } from "./words";

/** What a card of a line can ask for. */
export interface LineActions {
  /** Opens the line among the things to settle; null where it cannot be corrected. */
  readonly settle: (() => void) | null;
}

/** The content of a quotation's card for somebody who has read up to a position. */
export function lineCard(model: Model, line: Line, position: number, actions: LineActions): Node[] {
  const speaker = line.by === null ? null : model.nameOf(line.by, position);
  const title =
    speaker === null ? "Nobody is known to say this" : `${speaker} ${VERBS[line.kind]} this`;
  const list = element("dl");
  const row = (term: string, text: string): void => {
    if (text) list.append(element("dt", {}, term), element("dd", {}, text));
  };
  row("To", names(model, line.to, position).join(", "));
  if (speaker !== null) row("How sure", howSure(line));
  row("Why", why(line.evidence));
  const others = line.others.filter((id) => id !== line.by);
  row(speaker === null ? "It may be" : "Or it may be", names(model, others, position).join(", "));
  const settle = actions.settle;
  return [
    element("h2", { id: "card-title" }, title),
    list,
    ...(settle ? [element("div", { class: "passages" }, button("Put it right …", settle))] : []),
  ];
}

function names(model: Model, ids: readonly string[], position: number): string[] {
  return ids.flatMap((id) => model.nameOf(id, position) ?? []);
}
