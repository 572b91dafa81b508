import type { Inline, Prose } from '../../model/article.ts';
import { inlinesOf } from './inlines.ts';
import { isBlock, type Mark } from './meaning.ts';
import type { HtmlNode } from './tree.ts';

/** The paragraphs of inlines. Two breaks in a row are the space between two of them. */
export function paragraphs(nodes: readonly HtmlNode[], marks: readonly Mark[] = []): Prose | undefined {
  const inlines = nodes.some(isBlock) ? undefined : inlinesOf(nodes, marks);
  return (
    inlines &&
    atGaps(inlines)
      .map(trimmed)
      .filter((tokens) => tokens.length > 0)
      .map((tokens) => ({ type: 'paragraph', tokens }))
  );
}

/** Inlines, divided where two breaks follow each other. Marks around a gap are divided too. */
function atGaps(inlines: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  let isBroken = false;
  for (const inline of inlines) {
    const isBreak = inline.type === 'br';
    if (isBreak && isBroken) parts.push([]);
    isBroken = isBreak || (isBroken && isSpace(inline));
    if (!('tokens' in inline)) {
      parts.at(-1)?.push(inline);
      continue;
    }
    for (const [index, tokens] of atGaps(inline.tokens).entries()) {
      if (index > 0) parts.push([]);
      parts.at(-1)?.push({ ...inline, tokens: withoutBreaks(tokens) });
    }
  }
  return parts;
}

function isSpace(inline: Inline): boolean {
  return inline.type === 'text' && inline.text.trim() === '';
}

function withoutBreaks(tokens: readonly Inline[]): readonly Inline[] {
  const start = tokens.findIndex(({ type }) => type !== 'br');
  return start === -1 ? [] : tokens.slice(start, tokens.findLastIndex(({ type }) => type !== 'br') + 1);
}

/** Without the breaks and the spaces at both ends, which editors write as `&nbsp;`. */
export function trimmed(all: readonly Inline[]): readonly Inline[] {
  const start = all.findIndex((inline) => inline.type !== 'br' && !isSpace(inline));
  const end = all.findLastIndex((inline) => inline.type !== 'br' && !isSpace(inline)) + 1;
  const tokens = start === -1 ? [] : all.slice(start, end);
  const kept = tokens.map((token, index): Inline => {
    if (token.type !== 'text') return token;
    const text = index === 0 ? token.text.trimStart() : token.text;
    return { type: 'text', text: index === tokens.length - 1 ? text.trimEnd() : text };
  });
  return kept.filter((token) => token.type !== 'text' || token.text !== '');
}

/** Whether a node between two elements is not seen. */
export function isBlank(node: HtmlNode): boolean {
  return node.nodeName === '#comment' || ('value' in node && node.value.trim() === '');
}
