import { displayWidth } from '../../typography/width.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../messages/messages.ts';
import type { Console } from './console.ts';

/** Progress is shown only after this many milliseconds. */
const PATIENCE_MS = 1000;
const INTERVAL_MS = 100;
/** The width of a terminal that does not know its own. */
const COLUMNS = 80;

/** Shows the progress of a long run on one line of stderr, if it is a terminal. */
export class Progress {
  readonly #host: Host;
  readonly #console: Console;
  readonly #created = Date.now();
  readonly #isShown: boolean;
  #total = 0;
  #started = 0;
  #done = 0;
  #last = this.#created;
  #wasShown = false;

  constructor(host: Host, console: Console, isQuiet: boolean) {
    this.#host = host;
    this.#console = console;
    const { TERM, CI } = host.environment;
    this.#isShown = !isQuiet && host.isTerminal(2) && TERM !== 'dumb' && (CI === undefined || CI === '');
  }

  /** @param total the number of notes. */
  start(total: number): void {
    this.#total = total;
    this.#started = Date.now();
  }

  /** A note is done. */
  async step(): Promise<void> {
    this.#done++;
    const now = Date.now();
    if (now - this.#last < INTERVAL_MS) return;
    this.#last = now;
    if (this.#isShown && now - this.#created >= PATIENCE_MS && this.#done < this.#total) await this.#show(now);
    // A handler of a signal waits for the event loop, which a run that only computes never enters.
    await new Promise(setImmediate);
  }

  async #show(now: number): Promise<void> {
    const text = progressText(this.#done, this.#total, now - this.#started, {
      columns: this.#host.columns ?? COLUMNS,
      messages: this.#console.messages,
    });
    if (text === undefined) return;
    if (!this.#wasShown) this.#host.beforeStop(() => void this.end());
    this.#wasShown = true;
    await this.#console.status(text);
  }

  /** Clears the line, if there is one. */
  end(): Promise<void> {
    return this.#console.clearStatus();
  }
}

/**
 * What fits on a line of a terminal: `120 of 1000 notes, 45/s, 20 s left`, or less of it. Undefined if nothing fits.
 * @param elapsed milliseconds.
 */
export function progressText(
  done: number,
  total: number,
  elapsed: number,
  { columns, messages: { text } }: { readonly columns: number; readonly messages: Messages },
): string | undefined {
  const pace = (done * 1000) / Math.max(1, elapsed);
  const rate = `${pace < 10 ? pace.toFixed(1) : Math.round(pace)}/s`;
  const left = timeOf((total - done) / pace);
  const texts = [
    `${done} of ${total} notes, ${rate}, ${left} left`,
    `${done} of ${total} notes, ${left} left`,
    `${done}/${total}, ${left} left`,
    `${done}/${total}`,
    `${Math.floor((100 * done) / total)}%`,
  ];
  // A character in the last column would move the cursor to the next line on some terminals.
  return texts.map(text).find((one) => displayWidth(one) < columns);
}

/** `20 s`, `3 min`, `2 h 5 min`. */
function timeOf(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
