import type { Tokenizer, Tokens } from 'marked';
import { normalizeFootnoteLabel } from './footnote.ts';

type Links = Parameters<Tokenizer['reflink']>[1];

/** The definitions of one text: its footnotes, and which link definitions are used or given twice. */
export class Definitions {
  readonly #used = new Set<string>();
  #links: Links | undefined;
  readonly #seen = new Set<string>();
  /** The labels of footnotes as their first definition has them, by normalized label. */
  readonly #footnotes = new Map<string, string>();

  get hasFootnotes(): boolean {
    return this.#footnotes.size > 0;
  }

  defineFootnote(label: string): void {
    const normal = normalizeFootnoteLabel(label);
    if (!this.#footnotes.has(normal)) this.#footnotes.set(normal, label);
  }

  /** The label that the definition of a footnote has. Undefined if there is no definition. */
  footnote(label: string): string | undefined {
    return this.#footnotes.get(normalizeFootnoteLabel(label));
  }

  /** marked's table of links, which remembers what is looked up in it. */
  watched(links: Links): Links {
    this.#links ??= new Proxy(links, {
      get: (target, label: string) => {
        this.#used.add(label);
        return target[label];
      },
    });
    return this.#links;
  }

  /** What is wrong with a definition, asked in the order of the text, once for each. */
  faultOf({ tag, href }: Tokens.Def): 'unused-definition' | 'duplicate-definition' | undefined {
    // `[//]: # (words)` and `[#]: words` are how some write a comment.
    if (href === '#' || href === '' || /^(?:#|\/\/)$/.test(tag)) return undefined;
    if (this.#seen.has(tag)) return 'duplicate-definition';
    this.#seen.add(tag);
    return this.#used.has(tag) ? undefined : 'unused-definition';
  }
}
