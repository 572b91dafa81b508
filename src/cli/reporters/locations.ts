import { type Edit, positionAt, type Source, type Span } from '../../text/index.ts';

/** The position of a finding in a file. */
export interface FileLocation {
  /** From 1; columns are UTF-16 units, and a byte order mark takes none, as in an editor. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** UTF-16 units into the text of the file as decoded, with its own line ends; a byte order mark is one. */
  readonly start: number;
  readonly end: number;
}

/** Maps offsets in a Source, whose line ends are all `\n`, to the file that it was read from. */
export class FileLocations {
  readonly #source: Source;
  /** Offsets of the line ends that are two characters in the file. */
  readonly #pairs: readonly number[];

  /** @param text the file's, as decoded. */
  constructor(text: string, source: Source) {
    this.#source = source;
    this.#pairs = pairsIn(text, source.bom ? 1 : 0);
  }

  of(span: Span): FileLocation {
    const from = positionAt(this.#source, span.start);
    const to = positionAt(this.#source, span.end);
    return {
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      start: this.#offset(span.start),
      end: this.#offset(span.end),
    };
  }

  /** The same edit in the file, with its line ends. */
  edit({ span, text }: Edit): { readonly start: number; readonly end: number; readonly text: string } {
    const { eol } = this.#source;
    return {
      start: this.#offset(span.start),
      end: this.#offset(span.end),
      text: eol === '\n' ? text : text.replaceAll('\n', eol),
    };
  }

  #offset(offset: number): number {
    const at = Math.min(offset, this.#source.text.length);
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return at + low + (this.#source.bom ? 1 : 0);
  }
}

function pairsIn(text: string, start: number): number[] {
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n', start); at !== -1; at = text.indexOf('\r\n', at + 2)) {
    pairs.push(at - start - pairs.length);
  }
  return pairs;
}
