/** The plain words for what the model holds in terms. */

import type { Line } from "./model";

/** From this confidence on a line counts as settled; the page hatches those below. */
export const SETTLED = 0.6;

const EVIDENCE: Readonly<Record<string, string>> = {
  explicit: "the story names the speaker beside the words",
  anaphoric: "“he said” or “she said” stands beside the words",
  beat: "somebody acts beside the words",
  turn: "the order of the conversation",
  address: "somebody is spoken to by name",
  "only-candidate": "nobody else is there to say it",
  none: "nothing in the text tells",
  correction: "a reader said so",
};

/** Why a speaker was taken for the speaker. */
export function why(evidence: string): string {
  return EVIDENCE[evidence] ?? evidence;
}

/** How sure a reading is: “quite sure (87 in 100)”. */
export function howSure(line: Line): string {
  if (line.evidence === "correction") return "settled";
  const { sure } = line;
  const words =
    sure >= 0.9 ? "sure" : sure >= 0.75 ? "quite sure" : sure >= SETTLED ? "likely" : "unsure";
  return `${words} (${Math.round(sure * 100)} in 100)`;
}

/** What a line is: “says”, “thinks”, “writes”. */
export const VERBS: Readonly<Record<Line["kind"], string>> = {
  speech: "says",
  thought: "thinks",
  writing: "writes",
};

/** “a is PARENT of b” says that b is CHILD of a; kinds not listed hold both ways. */
const INVERSES = new Map<string, string>(
  [
    ["parent", "child"],
    ["grandparent", "grandchild"],
    ["aunt_or_uncle", "niece_or_nephew"],
    ["guardian", "ward"],
    ["employer", "employee"],
    ["owner", "owned"],
    ["superior", "subordinate"],
    ["teacher", "pupil"],
    ["captor", "captive"],
  ].flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]) as [string, string][],
);

/** The same relation seen from the other side. */
export function inverse(kind: string): string {
  return INVERSES.get(kind) ?? kind;
}

const KINDS: Readonly<Record<string, string>> = {
  in_law: "in-law",
  owned: "belongs to them",
  former_lover: "lover once",
  former_spouse: "spouse once",
};

/** A term of the model in words: “aunt or uncle”. */
export function inWords(term: string): string {
  return KINDS[term] ?? term.replaceAll("_", " ");
}

/** “1 line”, “2 lines”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** A text cut at a word, with a mark where something is left out. */
export function shortened(text: string, length: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, cut.lastIndexOf(" ") > length / 2 ? cut.lastIndexOf(" ") : length)}…`;
}
