/** What the browser keeps for the reader, where it lets a page keep anything. */

/** Named values in the browser's storage. A page opened from a file may be refused it. */
export class Store {
  constructor(
    private readonly prefix: string,
    private readonly storage: Storage | null = browserStorage(),
  ) {}

  read(name: string): unknown {
    try {
      const kept = this.storage?.getItem(`${this.prefix}:${name}`);
      return kept ? (JSON.parse(kept) as unknown) : null;
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    try {
      this.storage?.setItem(`${this.prefix}:${name}`, JSON.stringify(value));
    } catch {
      // Full or refused: the page works on without.
    }
  }
}

/** What holds for every story: theme, keys. */
export function settings(): Store {
  return new Store("fabula");
}

/** A store of one story's own, known again by these words of it. */
export function storeOf(...words: readonly string[]): Store {
  return new Store(`fabula-${hash(words.join("\u0000"))}`);
}

function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** FNV-1a, 32 bits: tells the few stories of one reader apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16);
}
