import type { Tokenizer, Tokens } from 'marked';

type Links = Parameters<Tokenizer['reflink']>[1];

/** The link definitions of one text: which of them are used, and which are given twice. */
export class Definitions {
  readonly #used = new Set<string>();
  #links: Links | undefined;
  readonly #seen = new Set<string>();

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
