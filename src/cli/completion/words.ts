import type { Word } from '../values.ts';

/** The endings of notes that shells complete, without the dot. */
export const NOTE_ENDINGS = ['md', 'markdown', 'yaml', 'yml', 'json'] as const;

/** A text in single quotes, as bash and zsh read it. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The words without what they mean. */
export function bare(words: readonly Word[]): readonly string[] {
  return words.map(({ word }) => word);
}

/** Names for the lists of words in a script, so that two options share one. */
export class WordLists {
  readonly #names = new Map<string, { readonly name: string; readonly words: readonly Word[] }>();

  /** The name of a list: that of the first option or argument with it. */
  nameOf(words: readonly Word[], wanted: string): string {
    const key = JSON.stringify(words);
    const known = this.#names.get(key);
    if (known) return known.name;
    const name = this.#free(wanted.replace(/\W/g, '_'));
    this.#names.set(key, { name, words });
    return name;
  }

  all(): readonly { readonly name: string; readonly words: readonly Word[] }[] {
    return [...this.#names.values()];
  }

  #free(wanted: string): string {
    const taken = this.all().map(({ name }) => name);
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted}_${count}`;
      if (!taken.includes(name)) return name;
    }
  }
}
