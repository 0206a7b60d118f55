/** Corrections as `story.fabula.toml` holds them (see docs/corrections.md). */

import type { Anchor, Model, Person } from "./model";

/** Who says a line, as a reader settled it. */
export interface Correction {
  readonly anchor: Anchor;
  readonly speaker: string;
}

const HEAD =
  "# Corrections of a story, applied each time it is read. Add, change or delete them freely.\n" +
  "format = 1\n";

/** The tables of these corrections, to be put behind those of a file that is there. */
export function tables(corrections: readonly Correction[]): string {
  return corrections
    .map(({ anchor, speaker }) => `[[line]]\n${rows(anchor)}speaker = ${quoted(speaker)}\n`)
    .join("\n");
}

const KEYS = ["quote", "digest", "before", "after", "nth", "of"];

/** What names a line, a key to a row. */
function rows(anchor: Anchor): string {
  return anchor
    .map((value, index) => {
      if (value === null) return "";
      return `${KEYS[index]} = ${typeof value === "number" ? value : quoted(value)}\n`;
    })
    .join("");
}

/** A file of these corrections alone. */
export function file(corrections: readonly Correction[]): string {
  return `${HEAD}\n${tables(corrections)}`;
}

/** A TOML string on one line. */
export function quoted(text: string): string {
  return `"${Array.from(text, escaped).join("")}"`;
}

function escaped(character: string): string {
  if (character === "\\" || character === '"') return `\\${character}`;
  if (!/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(character)) return character;
  // A lone surrogate is no text that a file could hold.
  if (/\p{Cs}/u.test(character)) return "\ufffd";
  return `\\u${character.codePointAt(0)?.toString(16).padStart(4, "0")}`;
}

/**
 * A name that means this person and nobody else, as corrections look names up.
 *
 * The one that the reader knows them by is best: the file need not tell more than the text has.
 */
export function nameFor(model: Model, id: string, position: number): string | null {
  const person = model.people.get(id);
  if (!person) return null;
  const known = [model.nameOf(id, position), ...person.aliases.map(([, name]) => name)];
  const last = person.names.at(-1)?.[1] ?? null;
  const own = new Set(namesOf(person));
  const fitting = [...known, last].filter(
    (name): name is string => name !== null && own.has(keyOf(name)) && bearers(model, name) === 1,
  );
  return fitting[0] ?? last;
}

/** How many are shown by a name, or if nobody is, have it as an alias. */
function bearers(model: Model, name: string): number {
  const key = keyOf(name);
  const people = model.story.people;
  const shown = people.filter((person) => keyOf(person.names.at(-1)?.[1] ?? "") === key);
  if (shown.length > 0) return shown.length;
  return people.filter((person) => namesOf(person).includes(key)).length;
}

/** The names that a correction may use: the fullest, and the aliases. */
function namesOf(person: Person): string[] {
  const last = person.names.at(-1);
  return [...(last ? [last] : []), ...person.aliases].map(([, name]) => keyOf(name));
}

function keyOf(name: string): string {
  return name.replaceAll("’", "'").trim().split(/\s+/).join(" ").toLowerCase();
}
