/** Going from scene to scene and from line to line by key. */

import type { Jumps } from "./jumps";
import { takeFocus } from "./jumps";
import { lastUpTo } from "./model";
import type { Viewport } from "./viewport";

/** A place counts as reached when it is this near the top of the screen, in pixels. */
const NEAR = 40;

export class Steps {
  private readonly scenes: readonly HTMLElement[];
  private readonly lines: readonly HTMLElement[];

  constructor(
    page: Document,
    private readonly viewport: Viewport,
    private readonly jumps: Jumps,
  ) {
    this.scenes = Array.from(page.querySelectorAll<HTMLElement>("#story section.scene"));
    this.lines = Array.from(page.querySelectorAll<HTMLElement>("#story .q[id]"));
  }

  /** To the beginning of the next scene, or of this one, or of the one before. */
  scene(direction: 1 | -1): void {
    const at = this.scenes.findIndex((scene) => scene === document.activeElement);
    const top = topOf(this.scenes[at] ?? this.scenes[0] ?? document.body);
    // Where the last step led is known before the page has stood still there.
    if (at >= 0 && top > this.viewport.top - NEAR && top < window.innerHeight) {
      const beside = this.scenes[at + direction];
      if (beside) this.jumps.toElement(beside);
      return;
    }
    const edge = this.viewport.top + (direction > 0 ? NEAR : -NEAR);
    const passed = lastUpTo(this.scenes, edge, topOf);
    const next = this.scenes[direction > 0 ? passed + 1 : passed];
    if (next) this.jumps.toElement(next);
  }

  /** To the next line that somebody says, or the one before: from the focus, else the screen. */
  line(direction: 1 | -1): void {
    const here = document.activeElement?.closest<HTMLElement>(".q[id]") ?? null;
    const index = here ? this.lines.indexOf(here) : lastUpTo(this.lines, this.viewport.top, topOf);
    const next = this.lines[here || direction > 0 ? index + direction : index];
    if (!next) return;
    takeFocus(next);
    next.scrollIntoView({ block: "nearest" });
  }
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top;
}
