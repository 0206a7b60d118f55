/** What the card of a person says. */

import { button, element } from "./elements";
import type { Jumps } from "./jumps";
import type { Model } from "./model";
import { initialsAt, lastUpTo } from "./model";
import type { PersonSoFar, Said } from "./so_far";
import { soFar } from "./so_far";
import { counted } from "./words";

/** Things of one kind that a short card names. */
const LISTED = 5;

/** The content of a person's card for somebody who has read up to a position. */
export function personCard(
  model: Model,
  jumps: Jumps,
  id: string,
  position: number,
  at: number | null,
): Node[] {
  const known = soFar(model, id, position);
  const person = model.people.get(id);
  if (!known || !person) return [element("p", { id: "card-title" }, "Not told yet.")];
  const chip = { class: `mark k${person.colour}`, "aria-hidden": "true" };
  const mark = element("span", chip, initialsAt(person, position));
  const list = element("dl");
  row(list, "Also called", known.alsoCalled.slice(0, LISTED).join(", "));
  if (known.place)
    rowOf(list, known.place.still ? "Where now" : "Last seen", [known.place], jumps);
  rowOf(list, "Holds", known.holds, jumps);
  rowOf(list, "State", known.states, jumps);
  rowOf(list, "Kin and bonds", known.bonds, jumps);
  rowOf(list, "Secrets", known.secrets, jumps);
  row(
    list,
    "Speaks most to",
    known.speaksTo.map(({ name, lines }) => `${name} (${lines})`).join(", "),
  );
  return [
    element("h2", { id: "card-title" }, mark, known.name),
    element("p", { class: "counts" }, counts(known)),
    ...(list.childElementCount > 0 ? [list] : []),
    passages(known, jumps, id, at),
  ];
}

function counts(known: PersonSoFar): string {
  const named = counted(known.mentions.length, "mention");
  return known.lines > 0 ? `${named}, ${counted(known.lines, "line")} so far` : `${named} so far`;
}

function row(list: HTMLElement, title: string, text: string): void {
  if (text) list.append(element("dt", {}, title), element("dd", {}, text));
}

/** Things said, the newest first, each with a button to the words that say so. */
function rowOf(list: HTMLElement, title: string, said: readonly Said[], jumps: Jumps): void {
  if (said.length === 0) return;
  const shown = [...said].reverse().slice(0, LISTED);
  const items = shown.map((each) => {
    const go = button(each.text, () => jumps.toPassage(each.from, each.to), {
      class: "passage-link",
    });
    go.title = "Show the passage";
    return element("li", {}, go);
  });
  if (said.length > LISTED) items.push(element("li", {}, `and ${said.length - LISTED} more`));
  list.append(element("dt", {}, title), element("dd", {}, element("ul", {}, ...items)));
}

/** Buttons to the mentions before and behind, and a link to the cast. */
function passages(known: PersonSoFar, jumps: Jumps, id: string, at: number | null): HTMLElement {
  const { mentions } = known;
  const here = at === null ? mentions.length : lastUpTo(mentions, at, (each) => each);
  const places: [string, number | undefined][] = [
    ["First", mentions[0]],
    ["Previous", mentions[here - 1]],
    ["Next", at === null ? undefined : mentions[here + 1]],
    ["Latest", mentions.at(-1)],
  ];
  const buttons = places.map(([label, offset]) => {
    const go = button(label, () => offset !== undefined && jumps.toMention(offset), {
      "aria-label": `${label} mention`,
    });
    go.disabled = offset === undefined || offset === at;
    return go;
  });
  const inCast = document.getElementById(`who-${id}`)
    ? element("a", { href: `#who-${id}` }, "In the cast")
    : null;
  return element(
    "div",
    { class: "passages", role: "group", "aria-label": "Mentions" },
    ...buttons,
    inCast,
  );
}
