import type { Block, Prose } from '../../model/article.ts';
import { wordsOfProse } from '../../read/html/words.ts';
import { parseMarkdown } from '../../read/markdown/index.ts';
import { proseMarkdown } from '../../write/markdown/printer.ts';

/** The prose of a text, and whether the reader finds nothing wrong in it. */
export function readProse(
  text: string,
  footnotes: readonly string[] = [],
): { readonly prose: Prose; readonly isClean: boolean } {
  const { items, tooComplex } = parseMarkdown(text, 0, text.length, footnotes);
  const printed = items.filter(({ kind }) => kind === 'block');
  return {
    prose: printed.map(({ block }) => block),
    isClean: !tooComplex && items.every(({ warnings }) => warnings.length === 0),
  };
}

/** Characters that the printer spells so that every parser reads the emphasis beside them. */
const SPELT = /&#x([0-9A-F]{2,6});/g;

/** Printed Markdown with all its characters as they are. */
export function unspelt(text: string): string {
  return text.replace(SPELT, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/**
 * Prose as Markdown, in which headings keep their depth. Undefined if it does not read back as the same words.
 * @param footnotes the labels that another text defines.
 */
export function printVerified(
  prose: Prose,
  words: string,
  after?: Block,
  footnotes: readonly string[] = [],
): string | undefined {
  const text = print(prose, after);
  const readsBack = (one: string): boolean => {
    const back = readProse(one, footnotes);
    return back.isClean && wordsOfProse(back.prose) === words && print(back.prose, after) === text;
  };
  // Emphasis in Chinese reads well without them.
  const plain = unspelt(text);
  return [...new Set([plain, text])].find(readsBack);
}

function print(prose: Prose, after: Block | undefined): string {
  const printed = prose.map((block, index) => {
    const before = index === 0 ? after : prose[index - 1];
    return proseMarkdown([block], depthOf(block), before ? [before] : []);
  });
  return printed.filter((text) => text !== '').join('\n\n');
}

/** The depth of the outermost heading in a block. */
function depthOf(block: Block): number {
  if (block.type === 'heading') return block.depth;
  if (block.type === 'blockquote') return Math.min(...block.tokens.map(depthOf), 6);
  if (block.type === 'list') return Math.min(...block.items.flatMap(({ tokens }) => tokens.map(depthOf)), 6);
  return 6;
}
