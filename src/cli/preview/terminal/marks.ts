/** The style of a part of a line. */
export type Look = 'bold' | 'italic' | 'dim' | 'strike' | 'code' | 'title' | 'label' | 'warning' | 'error';

/* While text is laid out, looks and links are control characters in it, which no printed text has: see `terminalSafe`. */
const CODES = 'abcdefghi';
const LOOKS: readonly Look[] = ['bold', 'italic', 'dim', 'strike', 'code', 'title', 'label', 'warning', 'error'];
const OPEN = '\x01';
const CLOSE = '\x02';
const LINK = '\x03';
const LINK_END = '\x04';

/** A styled text. */
export function marked(look: Look, text: string): string {
  return text === '' ? '' : `${OPEN}${CODES[LOOKS.indexOf(look)]}${text}${CLOSE}`;
}

/** A text that links to a URL. */
export function linked(url: string, text: string): string {
  return `${LINK}${url}${LINK}${text}${LINK_END}`;
}

const MARK = /\x01(?<look>[a-i])|(?<close>\x02)|\x03(?<url>[^\x03]*)\x03|(?<end>\x04)/g;

/** A text without its marks. */
export function unmarked(text: string): string {
  return text.replace(MARK, '');
}

/** A part of a line in one style. */
export interface Run {
  readonly text: string;
  readonly looks: readonly Look[];
  readonly url?: string;
}

/** Reads marked text in order. Styles and links continue on the next line. */
export class MarkReader {
  readonly #looks: Look[] = [];
  #url: string | undefined;

  /** The parts of a text, without marks. */
  read(text: string): readonly Run[] {
    const runs: Run[] = [];
    let at = 0;
    const take = (end: number): void => {
      if (end > at) runs.push(this.#run(text.slice(at, end)));
    };
    for (const found of text.matchAll(MARK)) {
      take(found.index);
      at = found.index + found[0].length;
      const { look, close, url, end } = found.groups ?? {};
      if (look !== undefined) this.#looks.push(LOOKS[CODES.indexOf(look)] ?? 'dim');
      else if (close !== undefined) this.#looks.pop();
      else if (end !== undefined) this.#url = undefined;
      else this.#url = url;
    }
    take(text.length);
    return runs;
  }

  #run(text: string): Run {
    return { text, looks: [...this.#looks], ...(this.#url === undefined ? {} : { url: this.#url }) };
  }
}
