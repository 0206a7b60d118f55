/** How far the reader has read, and who wants to know. */

import type { Store } from "./store";

const KEPT = "position";

/**
 * The reading position, in code points.
 *
 * It follows reading: it grows while the text on screen joins on to what was read before. Who leaps
 * ahead, by a link or the scroll bar, has not read what lies between, and nothing of it is shown.
 */
export class ReadingPosition {
  private furthest: number;
  private all = false;
  /** How far the text on screen went when the reader set the position by hand. */
  private onScreenWhenSet = 0;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly store: Store) {
    const kept = store.read(KEPT);
    this.furthest = typeof kept === "number" && kept > 0 ? kept : 0;
  }

  /** The offset up to which everything may be shown; infinite when the reader asked for all. */
  get told(): number {
    return this.all ? Infinity : this.furthest;
  }

  /** How far the reader has read, whether or not all is shown. */
  get read(): number {
    return this.furthest;
  }

  get showsAll(): boolean {
    return this.all;
  }

  /** The reader looks at the text from `first` up to `last`. */
  see(first: number, last: number): void {
    // What was on screen when the reader set the position counts as read only with what follows.
    if (last <= this.furthest) this.onScreenWhenSet = 0;
    if (last <= Math.max(this.furthest, this.onScreenWhenSet)) return;
    if (!this.isAhead(first, last)) this.move(last, this.all);
  }

  /** Whether text that begins at `first` is more than a screen beyond what was read. */
  isAhead(first: number, last: number): boolean {
    return first > this.furthest + (last - first);
  }

  /** Sets the position by hand, forwards or back, while the text up to `onScreen` is on screen. */
  set(offset: number, onScreen = 0): void {
    this.onScreenWhenSet = onScreen;
    this.move(Math.max(0, offset), false);
  }

  showAll(all: boolean): void {
    this.move(this.furthest, all);
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  private move(offset: number, all: boolean): void {
    if (offset === this.furthest && all === this.all) return;
    if (offset !== this.furthest) this.store.write(KEPT, offset);
    this.furthest = offset;
    this.all = all;
    for (const listener of this.listeners) listener();
  }
}
