/** Choosing who says a line: the likeliest as buttons, everybody else in a list. */

import type { Choices } from "./choices";
import { choosable } from "./conversations";
import { button, element } from "./elements";
import type { Line, Model } from "./model";

/** People offered as buttons, each with a digit key. */
const BUTTONS = 4;

/** The controls to give a line to somebody known up to `known`, or to take the choice back. */
export function chooser(model: Model, choices: Choices, line: Line, known: number): HTMLElement {
  const { likeliest, present, others } = choosable(model, line, choices.asRead(line), known);
  const near = [...likeliest, ...present];
  const offered = near.length > 0 ? near.slice(0, BUTTONS) : others.slice(0, BUTTONS);
  const chosen = choices.has(line) ? line.by : null;
  if (chosen !== null && !offered.includes(chosen)) offered.push(chosen);
  const buttons = offered.map((id, index) => {
    const choose = button(model.nameOf(id, known) ?? "", () => choices.choose(line, id), {
      class: `person k${model.people.get(id)?.colour ?? 0}`,
      "aria-keyshortcuts": String(index + 1),
    });
    choose.setAttribute("aria-pressed", String(id === chosen));
    return choose;
  });
  const rest = (ids: readonly string[]): string[] => ids.filter((id) => !offered.includes(id));
  const list = somebodyElse(model, rest(near), rest(others), known);
  list?.addEventListener("change", () => list.value && choices.choose(line, list.value));
  const undo = choices.has(line)
    ? button("Take back", () => choices.undo(line), { class: "undo" })
    : null;
  const attributes = { class: "chooser", role: "group", "aria-label": "Who says it?" };
  return element("div", attributes, ...buttons, list, undo);
}

function somebodyElse(
  model: Model,
  near: readonly string[],
  others: readonly string[],
  known: number,
): HTMLSelectElement | null {
  if (near.length + others.length === 0) return null;
  const group = (title: string, ids: readonly string[]): HTMLElement | null => {
    const options = ids.map((id) => element("option", { value: id }, model.nameOf(id, known)));
    return options.length > 0 ? element("optgroup", { label: title }, ...options) : null;
  };
  return element(
    "select",
    { "aria-label": "Somebody else" },
    element("option", { value: "" }, "Somebody else …"),
    group("In this scene", near),
    group("Everybody so far", others),
  );
}
