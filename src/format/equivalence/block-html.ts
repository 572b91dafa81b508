import { withoutComments } from '../../read/markdown/html.ts';
import { foldLines } from './soft-breaks.ts';

/** HTML that folding may change at its start, or leave empty. */
const COMMENT_OR_EMPTY = /<!--|<p>[ \t\n]*<\/p>/;

/**
 * A block as HTML. Its line ends are folded on demand, because most blocks have the same HTML before and after, which needs
 * no folding.
 */
export class BlockHtml {
  /** The offset of its last line. Link definitions count as the start of the next block. */
  readonly last: number;
  readonly #raw: string;
  #folded: string | undefined;

  constructor(last: number, html: string) {
    this.last = last;
    this.#raw = html.trim();
    if (COMMENT_OR_EMPTY.test(this.#raw)) this.#folded = foldLines(this.#raw);
  }

  get isEmpty(): boolean {
    return (this.#folded ?? this.#raw) === '';
  }

  get isHeading(): boolean {
    return /^<h[1-6]\b/.test(this.#folded ?? this.#raw);
  }

  get isComment(): boolean {
    return this.#folded?.startsWith('<!--') === true && withoutComments(this.#folded).text.trim() === '';
  }

  /** With its line ends as readers see them. */
  get html(): string {
    this.#folded ??= foldLines(this.#raw);
    return this.#folded;
  }

  /** Whether the HTML is the same even without folding. */
  isSame(other: BlockHtml | undefined): boolean {
    return other !== undefined && this.#raw === other.#raw;
  }
}
