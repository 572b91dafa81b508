import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from './analysis.ts';

/** A check starts when the writer pauses for as long as the last one took, but at most for these milliseconds. */
const LONGEST_WAIT = 500;

/** The state of an open document. */
interface Live {
  readonly document: TextDocument;
  /** The newest version that is being checked, or has been. */
  latest?: { readonly version: number; readonly analysis: Promise<Analysis> };
  timer?: NodeJS.Timeout;
  /** Milliseconds that the last check took. */
  took: number;
}

/**
 * Checks open documents while they change. A check never runs for a text that is out of date, and its result is published
 * only if no newer text has come.
 */
export class LiveChecks {
  readonly #open = new Map<string, Live>();
  readonly #check: (document: TextDocument) => Promise<Analysis>;
  readonly #publish: (document: TextDocument, analysis: Analysis) => Promise<void>;
  readonly #fail: (error: unknown) => void;

  /** @param fail gets the error of a check that nobody waits for. */
  constructor(
    check: (document: TextDocument) => Promise<Analysis>,
    publish: (document: TextDocument, analysis: Analysis) => Promise<void>,
    fail: (error: unknown) => void,
  ) {
    this.#check = check;
    this.#publish = publish;
    this.#fail = fail;
  }

  /** Checks a document that was opened or has changed, as soon as it does not change any more. */
  changed(document: TextDocument): void {
    const live = this.#open.get(document.uri) ?? { document, took: 0 };
    this.#open.set(document.uri, live);
    clearTimeout(live.timer);
    live.timer = setTimeout(() => this.#start(document.uri), Math.min(live.took, LONGEST_WAIT));
  }

  closed({ uri }: TextDocument): void {
    clearTimeout(this.#open.get(uri)?.timer);
    this.#open.delete(uri);
  }

  /** Checks all documents again, because what they depend on has changed. */
  again(): void {
    for (const live of this.#open.values()) {
      delete live.latest;
      this.changed(live.document);
    }
  }

  /** The analysis of the newest text. Starts it now if it waits for a pause. */
  async current(document: TextDocument): Promise<Analysis> {
    const live = this.#open.get(document.uri) ?? { document, took: 0 };
    this.#open.set(document.uri, live);
    for (;;) {
      const { version } = document;
      if (live.latest?.version !== version) live.latest = { version, analysis: this.#run(live, version) };
      const analysis = await live.latest.analysis;
      if (document.version === version || !this.#open.has(document.uri)) return analysis;
    }
  }

  #start(uri: string): void {
    const live = this.#open.get(uri);
    if (live) this.current(live.document).catch(this.#fail);
  }

  async #run(live: Live, version: number): Promise<Analysis> {
    const { document } = live;
    clearTimeout(live.timer);
    const start = performance.now();
    const analysis = await this.#check(document);
    live.took = performance.now() - start;
    const isNewest = live.latest?.version === version && this.#open.get(document.uri) === live;
    // Changes that have come in the meantime count before the result.
    await turn();
    if (isNewest && document.version === version) await this.#publish(document, analysis);
    return analysis;
  }
}
