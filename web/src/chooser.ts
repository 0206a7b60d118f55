/** Choosing who says a line: the likeliest as buttons, everybody else in a list. */

import type { Choices } from "./choices";
import type { Choosable } from "./conversations";
import { choosable } from "./conversations";
import { button, element } from "./elements";
import type { Line, Model } from "./model";

/** People offered as buttons, each with a digit key. */
const BUTTONS = 4;

/** The controls to give a line to somebody known up to `known`, or to take the choice back. */
export function chooser(model: Model, choices: Choices, line: Line, known: number): HTMLElement {
  const groups = choosable(model, line, known);
  const near = groups.slice(0, -1).flatMap(({ people }) => people);
  const offered =
    near.length > 0 ? near.slice(0, BUTTONS) : (groups[0]?.people.slice(0, BUTTONS) ?? []);
  const buttons = offered.map((id, index) => {
    const choose = button(model.nameOf(id, known) ?? "", () => choices.choose(line, id), {
      class: `person k${model.people.get(id)?.colour ?? 0}`,
      "aria-keyshortcuts": String(index + 1),
    });
    choose.setAttribute("aria-pressed", String(choices.has(line) && line.by === id));
    return choose;
  });
  const rest = everybodyElse(model, groups, new Set(offered), known);
  rest?.addEventListener("change", () => rest.value && choices.choose(line, rest.value));
  const undo = choices.has(line)
    ? button("Take back", () => choices.undo(line), { class: "undo" })
    : null;
  const attributes = { class: "chooser", role: "group", "aria-label": "Who says it?" };
  return element("div", attributes, ...buttons, rest, undo);
}

function everybodyElse(
  model: Model,
  groups: readonly Choosable[],
  offered: ReadonlySet<string>,
  known: number,
): HTMLSelectElement | null {
  const nobody = element("option", { value: "" }, "Somebody else …");
  const select = element("select", { "aria-label": "Somebody else" }, nobody);
  for (const { title, people } of groups) {
    const options = people
      .filter((id) => !offered.has(id))
      .map((id) => element("option", { value: id }, model.nameOf(id, known)));
    if (options.length > 0) select.append(element("optgroup", { label: title }, ...options));
  }
  return select.childElementCount > 1 ? select : null;
}
