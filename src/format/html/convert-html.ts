import type { Block } from '../../model/article.ts';
import { isBlock, isContainer } from '../../read/html/meaning.ts';
import { isOfProgram } from '../../read/html/program-comments.ts';
import { proseOf } from '../../read/html/prose.ts';
import { type HtmlNode, isElement, parseHtml } from '../../read/html/tree.ts';
import { withoutSpace, wordsOfHtml, wordsOfProse } from '../../read/html/words.ts';
import { printVerified, readProse } from './print.ts';

/** A part of HTML that can be converted by itself: a block, or inlines outside a block. */
interface Part {
  readonly nodes: readonly HtmlNode[];
  readonly isBlock: boolean;
}

/**
 * HTML as Markdown with the same words, verified by reading it back. A part that Markdown cannot say stays as written.
 * Undefined if nothing can be converted.
 */
export function convertHtml(html: string): string | undefined {
  const nodes = parseHtml(html);
  if (!nodes) return undefined;
  const printed: string[] = [];
  let words = '';
  let isConverted = false;
  let after: Block | undefined;
  for (const { nodes: own } of partsOf(nodes)) {
    const prose = proseOf(own);
    const expected = wordsOfHtml(own);
    const text = prose && printVerified(prose, expected, after);
    if (text !== undefined) {
      isConverted ||= own.some(isElement);
      words += expected;
      after = prose?.at(-1) ?? after;
      if (text !== '') printed.push(text);
      continue;
    }
    const written = sourceOf(own, html);
    if (written === undefined) return undefined;
    words += wordsOfProse(readProse(written).prose);
    after = undefined;
    printed.push(written);
  }
  const text = printed.join('\n\n');
  return isConverted && wordsOfProse(readProse(text).prose) === words ? text : undefined;
}

/** Containers are opened, so that one part that stays does not keep the others. */
function partsOf(nodes: readonly HtmlNode[]): readonly Part[] {
  const parts: { nodes: HtmlNode[]; isBlock: boolean }[] = [];
  for (const node of nodes) {
    if (isElement(node) && isBlock(node)) {
      if (isContainer(node))
        parts.push(...partsOf(node.childNodes).map((part) => ({ ...part, nodes: [...part.nodes] })));
      else parts.push({ nodes: [node], isBlock: true });
    } else if (node.nodeName === '#comment' && 'data' in node && !isOfProgram(node.data))
      parts.push({ nodes: [node], isBlock: true });
    else {
      const last = parts.at(-1);
      if (last && !last.isBlock) last.nodes.push(node);
      else parts.push({ nodes: [node], isBlock: false });
    }
  }
  return parts;
}

/** The source of nodes that stay, if it means the same where it is a block by itself: all of it is printed as typed. */
function sourceOf(nodes: readonly HtmlNode[], html: string): string | undefined {
  const start = nodes[0]?.sourceCodeLocation?.startOffset;
  const end = nodes.at(-1)?.sourceCodeLocation?.endOffset;
  if (start === undefined || end === undefined) return undefined;
  const written = html.slice(start, end).trim();
  const { prose } = readProse(written);
  const isComment = prose.length === 0 && written.startsWith('<!--');
  const shown = written.replace(/<!--[\s\S]*?-->/g, '');
  return isComment || wordsOfProse(prose) === withoutSpace(shown) ? written : undefined;
}
