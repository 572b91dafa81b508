/** A file that has changed since it was looked at. */
export interface FileChange {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'changed' | 'removed';
}

/** What is at a path: `empty` is a file that an editor may be about to fill. */
export type Look = 'file' | 'empty' | 'missing';

interface QueueOptions {
  readonly look: (path: string) => Look;
  /** Is called with one batch at a time. */
  readonly onChanges: (changes: readonly FileChange[]) => Promise<void>;
}

/** A burst is over after this time without an event. */
export const QUIET_MS = 25;
/** An editor that saves atomically may leave a file empty or missing for this time. */
export const GRACE_MS = 100;
/** Changes are passed on after this time even if the burst goes on. */
export const LONGEST_MS = 500;

/**
 * Turns the events of a disk into changes. It looks at a file only when a burst of events is over, so that it does not matter
 * how an editor saves: in place, by renaming another file, or by removing the file first.
 */
export class ChangeQueue {
  readonly #options: QueueOptions;
  /** When each path had its last event. */
  readonly #pending = new Map<string, number>();
  /** The files that were there. Only those can be removed. */
  readonly #known = new Set<string>();
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Takes note of a file that is there, which is no change. */
  know(path: string): void {
    this.#known.add(path);
  }

  knows(path: string): boolean {
    return this.#known.has(path);
  }

  /** Something happened to a path, whatever it was. */
  add(path: string): void {
    if (this.#pending.size === 0) this.#since = Date.now();
    this.#pending.set(path, Date.now());
    this.#schedule();
  }

  /** Drops what is left, and waits for the batch that is passed on. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#pending.clear();
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(): void {
    if (this.#running || this.#isClosed) return;
    clearTimeout(this.#timer);
    const left = this.#since + LONGEST_MS - Date.now();
    this.#timer = setTimeout(() => void this.#flush(), Math.max(0, Math.min(QUIET_MS, left)));
  }

  async #flush(): Promise<void> {
    const now = Date.now();
    const looks = [...this.#pending].map(([path, at]) => ({ path, at, look: this.#options.look(path) }));
    const unsettled = looks.filter(({ path, at, look }) => this.#mayChange(path, look) && now - at < GRACE_MS);
    const isLate = now - this.#since >= LONGEST_MS;
    if (unsettled.length > 0 && !isLate) return this.#schedule();
    const changes: FileChange[] = [];
    for (const one of looks) {
      if (unsettled.includes(one)) continue;
      this.#pending.delete(one.path);
      changes.push(...this.#changeOf(one.path, one.look));
    }
    this.#since = now;
    if (changes.length > 0) {
      this.#running = this.#options.onChanges(changes);
      await this.#running;
      this.#running = undefined;
    }
    if (this.#pending.size > 0) this.#schedule();
  }

  /** Whether an editor may be in the middle of a save. A temporary file was never known. */
  #mayChange(path: string, look: Look): boolean {
    return look === 'empty' || (look === 'missing' && this.#known.has(path));
  }

  #changeOf(path: string, look: Look): readonly FileChange[] {
    if (look === 'missing') return this.#known.delete(path) ? [{ path, kind: 'removed' }] : [];
    this.#known.add(path);
    return [{ path, kind: 'changed' }];
  }
}
