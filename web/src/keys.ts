/** Single keys, and the list of them. */

import { button, element } from "./elements";
import type { Store } from "./store";

/** A key and what it does. */
export interface Binding {
  readonly key: string;
  readonly does: string;
  readonly run: () => void;
}

const KEPT = "keys";

/** Runs what a key is bound to, unless the reader is typing or has switched single keys off. */
export class Keys {
  private readonly bindings = new Map<string, Binding>();
  private on: boolean;
  private readonly help: HTMLDialogElement;

  constructor(
    page: Document,
    private readonly store: Store,
    bindings: readonly Binding[],
  ) {
    this.on = store.read(KEPT) !== false;
    const all = [...bindings, { key: "?", does: "Show these keys", run: () => this.showHelp() }];
    for (const binding of all) this.bindings.set(binding.key, binding);
    this.help = this.makeHelp();
    page.body.append(this.help);
    page.addEventListener("keydown", (event) => this.pressed(event));
  }

  showHelp(): void {
    if (!this.help.open) this.help.showModal();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!this.on || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const binding = this.bindings.get(event.key);
    if (!binding) return;
    event.preventDefault();
    binding.run();
  }

  private makeHelp(): HTMLDialogElement {
    const list = element("dl", { class: "keys" });
    for (const { key, does } of this.bindings.values()) {
      list.append(element("dt", {}, element("kbd", {}, key)), element("dd", {}, does));
    }
    list.append(
      element("dt", {}, element("kbd", {}, "Enter")),
      element("dd", {}, "Open the card of a name or line"),
      element("dt", {}, element("kbd", {}, "Esc")),
      element("dd", {}, "Close a card or window"),
    );
    const tick = element("input", { type: "checkbox" });
    tick.checked = this.on;
    tick.addEventListener("change", () => {
      this.on = tick.checked;
      this.store.write(KEPT, this.on);
    });
    const dialog = element("dialog", { class: "window", "aria-labelledby": "keys-title" });
    dialog.append(
      element("h2", { id: "keys-title" }, "Keys"),
      list,
      element("label", {}, tick, " Use single keys"),
      button("Close", () => dialog.close(), { class: "close" }),
    );
    return dialog;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["range", "checkbox", "button"].includes(target.type);
  return target.isContentEditable || target.matches("textarea, select");
}
