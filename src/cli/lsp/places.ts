import type { Position, Range, TextEdit } from 'vscode-languageserver/node';
import { type Edit, lineAt, lineStarts, positionAt, type Source, type Span, span } from '../../text/index.ts';

/**
 * Maps offsets in a Source to positions in the editor, and back. Both count UTF-16 units, and every kind of line end ends a
 * line in both. Only a byte order mark that the editor sends as a character makes a difference.
 */
export class Places {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  position(offset: number): Position {
    const { line, column } = positionAt(this.#source, offset);
    return { line: line - 1, character: column - 1 + this.#before(line - 1) };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The offset of a position. A position after the end of its line counts as that end, as the protocol has it. */
  offset({ line, character }: Position): number {
    const { text } = this.#source;
    const start = lineStarts(this.#source)[Math.max(0, line)];
    if (start === undefined) return text.length;
    const length = lineAt(this.#source, line + 1).length;
    return start + Math.min(Math.max(0, character - this.#before(line)), length);
  }

  span({ start, end }: Range): Span {
    const from = this.offset(start);
    return span(from, Math.max(from, this.offset(end)));
  }

  /** The same edit in the editor, with the line ends of the document. */
  edit({ span: place, text }: Edit): TextEdit {
    const { eol } = this.#source;
    return { range: this.range(place), newText: eol === '\n' ? text : text.replaceAll('\n', eol) };
  }

  #before(line: number): number {
    return line === 0 && this.#source.bom ? 1 : 0;
  }
}
