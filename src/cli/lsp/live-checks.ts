import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { KeptFindings } from '../../lint/kept-findings.ts';
import type { LiveOptions, Pause } from '../../lint/run-rules.ts';
import type { Analysis } from './analysis.ts';

/** The pause in typing before a check starts: a share of the time of the last check, and at most this many milliseconds. */
const WAIT = { share: 0.25, most: 250 };
/** Milliseconds after which a check lets other requests run. */
const SLICE = 8;

/** Ends a check whose text is out of date. */
class Superseded extends Error {}

type Check = (document: TextDocument, live: LiveOptions) => Promise<Analysis>;

/** The state of an open document. */
interface Live {
  readonly document: TextDocument;
  readonly kept: KeptFindings;
  /** The newest version that is being checked, or has been. */
  latest?: { readonly version: number; readonly analysis: Promise<Analysis> };
  timer?: NodeJS.Timeout;
  /** Milliseconds that the last check took. */
  took: number;
}

function newly(document: TextDocument): Live {
  return { document, kept: new KeptFindings(), took: 0 };
}

/**
 * Checks open documents while they change. A check lets requests run between its rules and ends when newer text arrives, so that
 * typing never waits for it. Only the result for the newest text is published.
 */
export class LiveChecks {
  readonly #open = new Map<string, Live>();
  readonly #check: Check;
  readonly #publish: (document: TextDocument, analysis: Analysis) => Promise<void>;
  readonly #fail: (error: unknown) => void;

  /** @param fail gets the error of a check whose result no request waits for. */
  constructor(
    check: Check,
    publish: (document: TextDocument, analysis: Analysis) => Promise<void>,
    fail: (error: unknown) => void,
  ) {
    this.#check = check;
    this.#publish = publish;
    this.#fail = fail;
  }

  /** Checks a document that was opened or has changed, as soon as it does not change any more. */
  changed(document: TextDocument): void {
    const live = this.#open.get(document.uri) ?? newly(document);
    this.#open.set(document.uri, live);
    clearTimeout(live.timer);
    live.timer = setTimeout(() => this.#start(live), Math.min(live.took * WAIT.share, WAIT.most));
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
    const live = this.#open.get(document.uri) ?? newly(document);
    for (;;) {
      const { version } = document;
      live.latest = live.latest?.version === version ? live.latest : { version, analysis: this.#run(live, version) };
      try {
        const analysis = await live.latest.analysis;
        if (document.version === version) return analysis;
      } catch (error) {
        if (!(error instanceof Superseded)) throw error;
      }
    }
  }

  #start(live: Live): void {
    this.current(live.document).catch(this.#fail);
  }

  async #run(live: Live, version: number): Promise<Analysis> {
    const { document, kept } = live;
    clearTimeout(live.timer);
    const start = performance.now();
    const analysis = await this.#check(document, { pause: pauseOf(document, version), kept });
    live.took = performance.now() - start;
    // Handle changes that arrived in the meantime before the result.
    await turn();
    const isNewest = live.latest?.version === version && this.#open.get(document.uri) === live;
    if (isNewest && document.version === version) await this.#publish(document, analysis);
    return analysis;
  }
}

/** Lets other requests run from time to time, and ends the check if the document has changed. */
function pauseOf(document: TextDocument, version: number): Pause {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < SLICE) return;
    await turn();
    if (document.version !== version) throw new Superseded();
    last = performance.now();
  };
}
