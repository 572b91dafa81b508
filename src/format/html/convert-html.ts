import type { Block } from '../../model/article.ts';
import { isBlock, isContainer } from '../../read/html/meaning.ts';
import { isOfProgram } from '../../read/html/program-comments.ts';
import { partsOf, proseOf } from '../../read/html/prose.ts';
import { type HtmlNode, isElement, parseHtml } from '../../read/html/tree.ts';
import { withoutSpace, wordsOfHtml, wordsOfProse } from '../../read/html/words.ts';
import { withoutComments } from '../../read/markdown/html.ts';
import { printVerified, readProse } from './print.ts';

/** Nodes that are converted together. */
type Part = readonly HtmlNode[];

/**
 * HTML as Markdown with the same words, verified by reading it back. A part that Markdown cannot say stays as written.
 * Undefined if nothing can be converted.
 */
export function convertHtml(html: string): string | undefined {
  const nodes = parseHtml(html);
  const parts = nodes && openedParts(nodes);
  if (!parts || !areInOrder(parts)) return undefined;
  const printed: string[] = [];
  let words = '';
  let isConverted = false;
  let isKept = false;
  let after: Block | undefined;
  for (const own of parts) {
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
    isKept = true;
    words += wordsOfProse(readProse(written).prose);
    after = undefined;
    printed.push(written);
  }
  const text = printed.join('\n\n');
  return (isConverted || !isKept) && wordsOfProse(readProse(text).prose) === words ? text : undefined;
}

/**
 * The parts of HTML that can be converted by themselves. Containers are opened, so that one part that stays does not keep the
 * others. A comment of a person is a part.
 */
function openedParts(nodes: readonly HtmlNode[]): readonly Part[] {
  return partsOf(nodes).flatMap((part) => {
    const [first] = part;
    if (first && part.length === 1 && isElement(first) && isBlock(first) && isContainer(first))
      return openedParts(first.childNodes);
    return aroundComments(part);
  });
}

function aroundComments(part: Part): readonly Part[] {
  const isOwn = (node: HtmlNode | undefined) => node !== undefined && 'data' in node && !isOfProgram(node.data);
  const parts: HtmlNode[][] = [];
  for (const [index, node] of part.entries()) {
    if (index === 0 || isOwn(node) || isOwn(part[index - 1])) parts.push([node]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/** Whether no part has text of another in it. Text between the rows of a table, for example, is moved before the table. */
function areInOrder(parts: readonly Part[]): boolean {
  let at = 0;
  return parts.every((nodes) =>
    nodes.every(({ sourceCodeLocation: place }) => {
      const isAfter = !place || place.startOffset >= at;
      at = place?.endOffset ?? at;
      return isAfter;
    }),
  );
}

/** The source of nodes that stay, if it means the same where it is a block by itself: all of it is printed as typed. */
function sourceOf(nodes: readonly HtmlNode[], html: string): string | undefined {
  const start = nodes[0]?.sourceCodeLocation?.startOffset;
  const end = nodes.at(-1)?.sourceCodeLocation?.endOffset;
  if (start === undefined || end === undefined) return undefined;
  const written = html.slice(start, end).trim();
  const { prose } = readProse(written);
  const isComment = prose.length === 0 && written.startsWith('<!--');
  return isComment || wordsOfProse(prose) === withoutSpace(withoutComments(written).text) ? written : undefined;
}
