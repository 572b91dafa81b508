import { type Inline, plainText } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { ProseBuilder } from './prose-builder.ts';
import { SourceBlock } from './source-block.ts';
import type { InlineNode, LinkNode } from './tree.ts';
import { decodeReferences } from './unescape.ts';

/** Text that is printed as written: one line without a reference or a comment, and without whitespace at its ends. */
const PLAIN_LINE = /^[^\s&<](?:[^\n&<]*[^\s&<])?$/;

/** The inlines of the Article. What is not printed as written is reported to the source block. */
export function articleInlines(nodes: readonly InlineNode[], sourceBlock: SourceBlock): readonly Inline[] {
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'text' && PLAIN_LINE.test(only.raw))
    return [{ type: 'text', text: only.raw }];
  const prose = new ProseBuilder();
  addAll(nodes, prose, sourceBlock);
  return prose.build();
}

/** What a reader sees of inlines, where nothing else is known of them. */
export function wordsOf(nodes: readonly InlineNode[]): string {
  return plainText(articleInlines(nodes, SourceBlock.nowhere()));
}

function addAll(nodes: readonly InlineNode[], prose: ProseBuilder, sourceBlock: SourceBlock): void {
  addUntil(nodes[Symbol.iterator](), prose, sourceBlock);
}

/** Adds nodes up to the end of the `<sub>` or `<sup>` that is open. */
function addUntil(nodes: Iterator<InlineNode>, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  for (let next = nodes.next(); !next.done; next = nodes.next()) {
    const node = next.value;
    if (node.type !== 'tag') addOne(node, prose, sourceBlock);
    else if (node.isEnd) return;
    else if (node.name === 'br') prose.hardBreak();
    else prose.nest({ type: node.name }, () => addUntil(nodes, prose, sourceBlock));
  }
}

function addOne(node: Exclude<InlineNode, { type: 'tag' }>, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  switch (node.type) {
    case 'text':
      if (node.raw.includes('<!--')) sourceBlock.warn('unclosed-comment-text', '<!--');
      prose.text(decodeReferences(node.raw));
      break;
    case 'escape':
      prose.text(node.text);
      break;
    case 'em':
    case 'strong':
    case 'del':
      prose.nest({ type: node.type }, () => addAll(node.inlines, prose, sourceBlock));
      break;
    case 'codespan':
      prose.atom({ type: 'codespan', text: node.text }, node.text);
      break;
    case 'br':
      prose.hardBreak();
      break;
    case 'link':
      addLink(node, node.raw, prose, sourceBlock);
      break;
    case 'image':
      addImage(node, node.raw, prose, sourceBlock);
      break;
    case 'footnote':
      prose.footnote({ type: 'footnote', label: node.label });
      break;
    case 'comment':
      prose.comment();
      break;
    case 'html':
      sourceBlock.warnTag(node.raw);
      prose.text(node.raw);
      break;
  }
}

/** Represents an image when line ends are joined: it is not a Han character, whatever its alternative text is. */
export const IMAGE = '\ufffc';

function addImage(image: LinkNode, raw: string, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  if (image.href === '') sourceBlock.warn('image-without-url', raw);
  const isSafe = image.href !== '' && isPrintable(image.href, raw, sourceBlock);
  const text = plainText(articleInlines(image.inlines, sourceBlock)).trim();
  if (isSafe) prose.atom({ type: 'image', ...targetOf(image), text }, IMAGE);
  else prose.text(text);
}

function addLink(link: LinkNode, raw: string, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  const isSafe = isPrintable(link.href, raw, sourceBlock);
  const fill = () => {
    if (link.isAutolink) prose.text(raw.startsWith('[') ? link.text : decodeReferences(link.text));
    else addAll(link.inlines, prose, sourceBlock);
  };
  if (isSafe) prose.nest({ type: 'link', ...targetOf(link) }, fill);
  else fill();
}

/** Whether a post may link to a URL; if not, the reader reports it and keeps the link text. */
function isPrintable(href: string, raw: string, sourceBlock: SourceBlock): boolean {
  if (safeUrl(href) !== undefined) return true;
  sourceBlock.warnUnsafe(raw, href);
  return false;
}

/** The line ends of a title are spaces, as in prose. */
function targetOf({ href, title }: LinkNode): { href: string; title?: string } {
  return title === undefined ? { href } : { href, title: title.replace(/[ \t]*\n[ \t]*/g, ' ') };
}
