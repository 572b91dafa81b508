import { type Inline, plainText } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { type Span, span } from '../../text/index.ts';
import { Places } from './places.ts';
import { ProseBuilder } from './prose-builder.ts';
import type { SourceBlock } from './source-block.ts';
import type { Content, InlineNode, LinkNode } from './tree.ts';
import { decodeReferences } from './unescape.ts';

/** Text that is printed as written: one line without a reference or a comment, and without whitespace at its ends. */
const PLAIN_LINE = /^[^\s&<](?:[^\n&<]*[^\s&<])?$/;

/** The text that inlines belong to, and its block. */
export interface InlineContext {
  readonly content: Content;
  readonly sourceBlock: SourceBlock;
}

type LinkInline = Extract<InlineNode, LinkNode>;

/** The inlines of the Article. With a context, what is not printed as written is reported to the source block. */
export function articleInlines(nodes: readonly InlineNode[], context?: InlineContext): readonly Inline[] {
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'text' && PLAIN_LINE.test(only.raw))
    return [{ type: 'text', text: only.raw }];
  const prose = new ProseBuilder();
  addAll(nodes, prose, context);
  return prose.build();
}

/** What a reader sees of inlines, where nothing else is known of them. */
export function wordsOf(nodes: readonly InlineNode[]): string {
  return plainText(articleInlines(nodes));
}

function addAll(nodes: readonly InlineNode[], prose: ProseBuilder, context?: InlineContext): void {
  addUntil(nodes[Symbol.iterator](), prose, context);
}

/** Adds nodes up to the end of the `<sub>` or `<sup>` that is open. */
function addUntil(nodes: Iterator<InlineNode>, prose: ProseBuilder, context?: InlineContext): void {
  for (let next = nodes.next(); !next.done; next = nodes.next()) {
    const node = next.value;
    if (node.type !== 'tag') addOne(node, prose, context);
    else if (node.isEnd) return;
    else if (node.name === 'br') prose.hardBreak();
    else prose.nest({ type: node.name }, () => addUntil(nodes, prose, context));
  }
}

function addOne(node: Exclude<InlineNode, { type: 'tag' }>, prose: ProseBuilder, context?: InlineContext): void {
  switch (node.type) {
    case 'text':
      reportComment(node, context);
      prose.text(decodeReferences(node.raw));
      break;
    case 'escape':
      prose.text(node.text);
      break;
    case 'em':
    case 'strong':
    case 'del':
      prose.nest({ type: node.type }, () => addAll(node.inlines, prose, context));
      break;
    case 'codespan':
      prose.atom({ type: 'codespan', text: node.text }, node.text);
      break;
    case 'br':
      prose.hardBreak();
      break;
    case 'link':
      addLink(node, prose, context);
      break;
    case 'image':
      addImage(node, prose, context);
      break;
    case 'footnote':
      prose.footnote({ type: 'footnote', label: node.label });
      break;
    case 'comment':
      prose.comment();
      break;
    case 'html':
      context?.sourceBlock.warnTag(node.raw, spanOf(node, context));
      prose.text(node.raw);
      break;
  }
}

/** Represents an image when line ends are joined: it is not a Han character, whatever its alternative text is. */
export const IMAGE = '\ufffc';

function addImage(image: LinkInline, prose: ProseBuilder, context?: InlineContext): void {
  if (image.href === '' && context) context.sourceBlock.warn('image-without-url', spanOf(image, context));
  const isSafe = image.href !== '' && isPrintable(image, context);
  const text = plainText(articleInlines(image.inlines, context)).trim();
  if (isSafe) prose.atom({ type: 'image', ...targetOf(image), text }, IMAGE);
  else prose.text(text);
}

function addLink(link: LinkInline, prose: ProseBuilder, context?: InlineContext): void {
  if (link.href === '' && context) context.sourceBlock.warn('link-without-url', spanOf(link, context));
  const isSafe = isPrintable(link, context);
  const fill = () => {
    if (link.isAutolink) prose.text(link.raw.startsWith('[') ? link.text : decodeReferences(link.text));
    else addAll(link.inlines, prose, context);
  };
  if (isSafe) prose.nest({ type: 'link', ...targetOf(link) }, fill);
  else fill();
}

/** Whether a post may link to a URL; if not, the reader reports it and keeps the link text. */
function isPrintable(link: LinkInline, context?: InlineContext): boolean {
  if (safeUrl(link.href) !== undefined) return true;
  context?.sourceBlock.warnUnsafe(link.href, spanOf(link, context));
  return false;
}

function reportComment({ raw, at }: InlineNode, context?: InlineContext): void {
  const start = context ? raw.indexOf('<!--') : -1;
  if (start === -1) return;
  const comment = { raw: '<!--', at: at === undefined ? at : at + start };
  context?.sourceBlock.warn('unclosed-comment-text', spanOf(comment, context));
}

/** The position of an inline; the first place with its text if the parser has changed what is around it. */
function spanOf({ raw, at }: Pick<InlineNode, 'raw' | 'at'>, { content, sourceBlock }: InlineContext): Span {
  if (at !== undefined) return new Places(content.lines, content.text.length, sourceBlock).spanOf(at, at + raw.length);
  const { source, span: whole } = sourceBlock;
  const found = source.indexOf(raw);
  return found === -1 ? whole : span(whole.start + found, whole.start + found + raw.length);
}

/** The line ends of a title are spaces, as in prose. */
function targetOf({ href, title }: LinkNode): { href: string; title?: string } {
  return title === undefined ? { href } : { href, title: title.replace(/[ \t]*\n[ \t]*/g, ' ') };
}
