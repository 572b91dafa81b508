import { Argument, type Option } from 'commander';

/* What the value of an option or an argument can be. Shells complete it. */

/** A value, and what it means. */
export interface Word {
  readonly word: string;
  readonly about?: string;
}

interface WordsOptions {
  /** Several words, separated by commas. */
  readonly isList?: boolean;
  /** A folder is a value, too. */
  readonly orFolder?: boolean;
}

type Words = readonly (string | Word)[];

/** The values of an option or an argument. `text` cannot be completed. */
export type Values =
  | ({ readonly kind: 'words'; readonly words: readonly Word[] } & WordsOptions)
  | { readonly kind: 'note' | 'file' | 'folder' | 'text' };

interface Declaration extends WordsOptions {
  readonly words: Words | (() => Promise<Words>);
}

const declared = new WeakMap<Option | Argument, Declaration>();

/**
 * Returns an option or an argument with its possible values, for completions. Use it where the option is made. It validates
 * nothing: commander's `choices` would, but its messages do not suggest the nearest word.
 * @param words a function for what takes long to load.
 */
export function withWords<Taker extends Option | Argument>(
  taker: Taker,
  words: Declaration['words'],
  options: WordsOptions = {},
): Taker {
  declared.set(taker, { words, ...options });
  return taker;
}

/** The rules of copydesk, with what they find. Only a completion script needs them, so they are loaded late. */
export async function ruleWords(): Promise<Words> {
  const { RULES } = await import('../lint/rules/index.ts');
  return RULES.map(({ id, what }) => ({ word: id, about: what }));
}

/** What the name between `<` and `>` means, unless the words are declared. */
const PLACEHOLDERS: Readonly<Record<string, 'note' | 'file' | 'folder'>> = {
  note: 'note',
  notes: 'note',
  file: 'file',
  files: 'file',
  path: 'file',
  dir: 'folder',
  folder: 'folder',
};

/** @param placeholder such as `file` or `file|url`. */
function kindOf(placeholder: string): Exclude<Values['kind'], 'words'> {
  const known = placeholder.split('|').find((name) => Object.hasOwn(PLACEHOLDERS, name));
  return (known === undefined ? undefined : PLACEHOLDERS[known]) ?? 'text';
}

/** The name between `<` and `>`. Undefined for a flag. */
export function placeholderOf(taker: Option | Argument): string | undefined {
  if (taker instanceof Argument) return taker.name();
  return /[<[]([^>\]]+?)(?:\.\.\.)?[>\]]/.exec(taker.flags)?.[1];
}

/** The values of an option or an argument; undefined for a flag. */
export async function valuesOf(taker: Option | Argument): Promise<Values | undefined> {
  const placeholder = placeholderOf(taker);
  if (placeholder === undefined) return undefined;
  const found = declared.get(taker) ?? (taker.argChoices ? { words: taker.argChoices } : undefined);
  if (!found) return { kind: kindOf(placeholder) };
  const { words: given, ...options } = found;
  const words = typeof given === 'function' ? await given() : given;
  return { kind: 'words', words: words.map((word) => (typeof word === 'string' ? { word } : word)), ...options };
}
