/** What is known of a person by somebody who has read up to a position. */

import type { Fact, Model } from "./model";
import { told } from "./model";
import { inverse, inWords } from "./words";

/** Something said of a person, and the words that say so. */
export interface Said {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface PersonSoFar {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  /** Where they are, or were seen last; `still` is false where the text has ended their stay. */
  readonly place: (Said & { readonly still: boolean }) | null;
  readonly holds: readonly Said[];
  readonly states: readonly Said[];
  readonly bonds: readonly Said[];
  /** What they keep from others, and what others keep from them, as long as it is kept. */
  readonly secrets: readonly Said[];
  /** To whom they speak most, with the number of lines. */
  readonly speaksTo: readonly { readonly name: string; readonly lines: number }[];
  readonly lines: number;
  /** Where they are mentioned, up to the position. */
  readonly mentions: readonly number[];
}

/** Those spoken to whom a card names. */
const SPOKEN_TO = 3;

/** A person as far as the text has told; null before they come up. */
export function soFar(model: Model, id: string, position: number): PersonSoFar | null {
  const person = model.people.get(id);
  const name = model.nameOf(id, position);
  if (!person || name === null) return null;
  const facts = model.factsAbout(id).filter((fact) => isTold(fact, position));
  const own = facts.filter((fact) => fact.who === id);
  const lines = model.linesOf(id).filter((line) => line.end <= position);
  return {
    name,
    alsoCalled: otherNames(told(person.aliases, position), name),
    place: placeIn(own, position),
    holds: lasting(own, "items", position).map((fact) => said(fact.what, fact)),
    states: statesIn(own, position),
    bonds: [...bondsIn(model, id, facts, position), ...relativesIn(own, position)],
    secrets: secretsIn(model, id, facts, position),
    speaksTo: spokenTo(
      model,
      lines.flatMap((line) => line.to),
      position,
    ),
    lines: lines.length,
    mentions: person.mentions.filter((at) => at < position),
  };
}

/** Whether the words that tell a fact have been read. */
export function isTold(fact: Fact, position: number): boolean {
  return fact.to <= position && fact.since < position;
}

/** Whether a fact still holds, as far as one has read. */
function lasts(fact: Fact, position: number): boolean {
  return fact.until === null || fact.until > position;
}

function lasting(facts: readonly Fact[], layer: Fact["layer"], position: number): Fact[] {
  return facts.filter((fact) => fact.layer === layer && lasts(fact, position));
}

function said(text: string, fact: Fact): Said {
  return { text, from: fact.from, to: fact.to };
}

function otherNames(aliases: readonly string[], name: string): string[] {
  return [...new Set(aliases)].filter((alias) => alias !== name);
}

function placeIn(own: readonly Fact[], position: number): PersonSoFar["place"] {
  const stay = own.filter((fact) => fact.layer === "places").at(-1);
  return stay ? { ...said(stay.value, stay), still: lasts(stay, position) } : null;
}

/** States that last, each said once: of a trait told twice, the first passage. */
function statesIn(own: readonly Fact[], position: number): Said[] {
  const found = new Map<string, Said>();
  for (const fact of lasting(own, "states", position)) {
    const text =
      fact.value && fact.value !== fact.what ? `${inWords(fact.what)}: ${fact.value}` : fact.what;
    if (!found.has(text)) found.set(text, said(text, fact));
  }
  return [...found.values()];
}

/** What others are to them: “sister: Ada”. */
function bondsIn(model: Model, id: string, facts: readonly Fact[], position: number): Said[] {
  const found = new Map<string, Said>();
  for (const fact of lasting(facts, "relations", position)) {
    const theirs = fact.who === id ? fact.other : fact.who;
    const name = theirs === null ? null : model.nameOf(theirs, position);
    if (name === null) continue;
    const kind = fact.who === id ? inverse(fact.what) : fact.what;
    const text = `${inWords(kind)}: ${name}`;
    if (!found.has(text)) found.set(text, said(text, fact));
  }
  return [...found.values()];
}

/** Kin without a place in the cast: “mother: not in the cast”. */
function relativesIn(own: readonly Fact[], position: number): Said[] {
  return lasting(own, "relatives", position).map((fact) =>
    said(`${fact.value}: not in the cast`, fact),
  );
}

/** “keeps the letter from Ada”, “Ada keeps something from them”. */
function secretsIn(model: Model, id: string, facts: readonly Fact[], position: number): Said[] {
  const found = new Map<string, Said>();
  for (const fact of lasting(facts, "secrets", position)) {
    const what = fact.value || "something";
    const theirs = fact.who === id ? fact.other : fact.who;
    const name = theirs === null ? "everybody else" : model.nameOf(theirs, position);
    if (name === null) continue;
    const text = fact.who === id ? `keeps ${what} from ${name}` : `${name} keeps ${what} from them`;
    if (!found.has(text)) found.set(text, said(text, fact));
  }
  return [...found.values()];
}

function spokenTo(
  model: Model,
  heard: readonly string[],
  position: number,
): PersonSoFar["speaksTo"] {
  const counts = new Map<string, number>();
  for (const id of heard) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([id, lines]) => {
      const name = model.nameOf(id, position);
      return name === null ? [] : [{ name, lines }];
    })
    .slice(0, SPOKEN_TO);
}
