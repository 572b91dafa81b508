import { type Span, span } from '../../text/index.ts';
import type { SourceBlock } from './source-block.ts';
import type { TextLine } from './tree.ts';

/** Maps the offsets of a text whose lines are in a top-level block to those of the source. */
export class Places {
  readonly #lines: readonly TextLine[];
  readonly #length: number;
  readonly #sourceBlock: SourceBlock;
  #cursor = 0;

  /** @param length the length of the text. */
  constructor(lines: readonly TextLine[], length: number, sourceBlock: SourceBlock) {
    this.#lines = lines;
    this.#length = length;
    this.#sourceBlock = sourceBlock;
  }

  /** The places of a text without the markers and the indentation of its containers, from a line of the block on. */
  static from(line: number, text: string, sourceBlock: SourceBlock): Places {
    return new Places(linesOf(text, sourceBlock, line), text.length, sourceBlock);
  }

  get whole(): Span {
    return this.#sourceBlock.span;
  }

  /** Offsets mostly come in order, so the search continues on the same line. */
  #lineOf(offset: number): TextLine | undefined {
    if (offset > this.#length) return undefined;
    if ((this.#lines[this.#cursor]?.at ?? 0) > offset) this.#cursor = 0;
    while ((this.#lines[this.#cursor + 1]?.at ?? Number.POSITIVE_INFINITY) <= offset) this.#cursor++;
    return this.#lines[this.#cursor];
  }

  /** The span of a part of the text; of the whole block where the parser changed its line. */
  spanOf(from: number, to: number): Span {
    const first = this.#lineOf(from);
    const last = this.#lineOf(to);
    if (first?.start === undefined || last?.start === undefined) return this.whole;
    return span(first.start + from - first.at, last.start + to - last.at);
  }

  /** The span of an exact copy; undefined where the source has other words. */
  exactly(words: string, from: number, to: number): Span | undefined {
    const found = this.spanOf(from, to);
    const { source, span: whole } = this.#sourceBlock;
    return source.slice(found.start - whole.start, found.end - whole.start) === words ? found : undefined;
  }
}

/** Where the lines of a text begin, from a line of a block on. */
export function linesOf(text: string, sourceBlock: SourceBlock, line: number): readonly TextLine[] {
  let at = 0;
  return text.split('\n').map((one, index) => {
    const column = columnOf(one, sourceBlock.lines[line + index] ?? '');
    const found = { at, start: column === undefined ? undefined : sourceBlock.lineStart(line + index) + column };
    at += one.length + 1;
    return found;
  });
}

/** What is left of a line is its end, except for the closing marks of a heading and trailing whitespace. */
function columnOf(text: string, line: string): number | undefined {
  if (line.endsWith(text)) return line.length - text.length;
  const words = text.trim();
  const at = line.lastIndexOf(words);
  return at === -1 ? undefined : at - text.indexOf(words);
}
