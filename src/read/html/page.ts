import type { Block, Prose } from '../../model/article.ts';
import { isBlock, isContainer } from './meaning.ts';
import { partsOf, proseOf } from './prose.ts';
import { simplifyHtml, textOf } from './simplify.ts';
import { type HtmlNode, isElement, parseHtml } from './tree.ts';

/**
 * The text of a page or of HTML that was copied from one, as prose. What Markdown cannot say becomes plain text. Undefined
 * for HTML that is too long or nested too deeply.
 */
export function proseOfPage(html: string): Prose | undefined {
  const simple = simplifyHtml(html);
  const nodes = simple === undefined ? undefined : parseHtml(simple);
  return nodes && blocksOf(nodes);
}

/** Containers are opened, so that one part that becomes plain text does not take the others with it. */
function blocksOf(nodes: readonly HtmlNode[]): Prose {
  return partsOf(nodes).flatMap((part): readonly Block[] => {
    const [first] = part;
    if (first && part.length === 1 && isElement(first) && isBlock(first) && isContainer(first))
      return blocksOf(first.childNodes);
    return proseOf(part) ?? plainParagraph(part.map(textOf).join(''));
  });
}

function plainParagraph(text: string): readonly Block[] {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? [] : [{ type: 'paragraph', tokens: [{ type: 'text', text: line }] }];
}
