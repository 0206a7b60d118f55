/** Which conversations are uncertain, and who could speak in them. */

import type { Line, Model } from "./model";
import { told } from "./model";
import { SETTLED } from "./words";

/** Lines that belong together, some of them uncertain. */
export interface Conversation {
  readonly scene: string | null;
  /** All lines from the first uncertain one to the last. */
  readonly lines: readonly Line[];
  readonly uncertain: readonly Line[];
  /** How much is in doubt: a line that nobody is known to say counts 1, others by what lacks. */
  readonly doubt: number;
}

/** Settled lines that may stand between uncertain ones of one conversation. */
const BETWEEN = 2;

/** Whether somebody should look at a line. Letters and notices often have no speaker to find. */
export function isUncertain(line: Line): boolean {
  if (line.kind === "writing" || line.anchor === null) return false;
  return line.by === null || line.sure < SETTLED;
}

/**
 * The uncertain conversations up to a position, worst first.
 *
 * `isOpen` says which lines count as uncertain, so that a settled one can keep its place.
 */
export function conversations(
  lines: readonly Line[],
  position: number,
  isOpen: (line: Line) => boolean = isUncertain,
): Conversation[] {
  const found: Conversation[] = [];
  let run: Line[] = [];
  const finish = (): void => {
    const lastOpen = run.findLastIndex(isOpen);
    if (lastOpen >= 0) found.push(conversationOf(run.slice(0, lastOpen + 1), isOpen));
    run = [];
  };
  for (const line of lines) {
    if (line.end > position) break;
    if (run[0] && run[0].scene !== line.scene) finish();
    if (isOpen(line) || run.length > 0) run.push(line);
    if (run.slice(-BETWEEN - 1).filter((each) => !isOpen(each)).length > BETWEEN) finish();
  }
  finish();
  return found.sort((one, other) => other.doubt - one.doubt);
}

function conversationOf(lines: readonly Line[], isOpen: (line: Line) => boolean): Conversation {
  const uncertain = lines.filter(isOpen);
  const doubt = uncertain.reduce((sum, line) => sum + (line.by === null ? 1 : 1 - line.sure), 0);
  return { scene: lines[0]?.scene ?? null, lines, uncertain, doubt };
}

/** People to choose from; nobody is named twice. */
export interface Choosable {
  readonly likeliest: readonly string[];
  readonly present: readonly string[];
  readonly others: readonly string[];
}

/** Who could say a line, of those known by a position; `by` is who was read to say it. */
export function choosable(
  model: Model,
  line: Line,
  by: string | null,
  position: number,
): Choosable {
  const scene = line.scene === null ? null : model.scenes.get(line.scene);
  const taken = new Set<string>();
  const isNew = (id: string): boolean => {
    if (taken.has(id) || model.nameOf(id, position) === null) return false;
    taken.add(id);
    return true;
  };
  return {
    likeliest: [...(by === null ? [] : [by]), ...line.others].filter(isNew),
    present: (scene ? told(scene.present, position) : []).filter(isNew),
    others: model.story.people.map((person) => person.id).filter(isNew),
  };
}
