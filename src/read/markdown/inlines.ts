import type { MarkedToken, Token, Tokens } from 'marked';
import { type Inline, plainText } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { ProseBuilder } from './prose-builder.ts';
import type { SourceBlock } from './source-block.ts';
import { decodeReferences, unescapeText } from './unescape.ts';

/** marked's inline tokens as canonical prose. */
export function convertInlines(tokens: readonly Token[], sourceBlock: SourceBlock): readonly Inline[] {
  const prose = new ProseBuilder();
  addAll(tokens, prose, sourceBlock);
  return prose.build();
}

function addAll(tokens: readonly Token[], prose: ProseBuilder, sourceBlock: SourceBlock): void {
  for (const token of tokens) addOne(token as MarkedToken, prose, sourceBlock);
}

function addOne(token: MarkedToken, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  switch (token.type) {
    case 'text':
      if (token.raw.includes('<!--')) sourceBlock.warn('unclosed-comment-text', '<!--');
      prose.text(decodeReferences(token.raw));
      break;
    case 'escape':
      prose.text(token.text);
      break;
    case 'em':
    case 'strong':
    case 'del':
      prose.nest({ type: token.type }, () => addAll(token.tokens, prose, sourceBlock));
      break;
    case 'codespan':
      prose.atom({ type: 'codespan', text: token.text }, token.text);
      break;
    case 'br':
      prose.hardBreak();
      break;
    case 'link':
      addLink(token, prose, sourceBlock);
      break;
    case 'image':
      addImage(token, prose, sourceBlock);
      break;
    case 'html':
      addHtml(token.raw, prose, sourceBlock);
      break;
    case 'checkbox':
      break;
    default:
      throw new Error(`marked gave an inline token of type ${token.type}`);
  }
}

function addHtml(raw: string, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  if (raw.startsWith('<!--')) {
    prose.comment();
  } else {
    sourceBlock.warnTag(raw);
    prose.text(raw);
  }
}

/** What stands for an image when line ends are joined: it is no Han character, whatever its alternative text is. */
export const IMAGE = '\ufffc';

function addImage(token: Tokens.Image, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  const image = target(token);
  const isSafe = isPrintable(image.href, token.raw, sourceBlock);
  const text = plainText(convertInlines(token.tokens, sourceBlock));
  if (isSafe) prose.atom({ type: 'image', ...image, text }, IMAGE);
  else prose.text(text);
}

function addLink(token: Tokens.Link, prose: ProseBuilder, sourceBlock: SourceBlock): void {
  // In an address that stands for itself a backslash is a backslash.
  const link = token.autolink ? { href: decodeReferences(token.href) } : target(token);
  const isSafe = isPrintable(link.href, token.raw, sourceBlock);
  const fill = () => {
    if (token.autolink) prose.text(decodeReferences(token.text));
    else addAll(token.tokens, prose, sourceBlock);
  };
  if (isSafe) prose.nest({ type: 'link', ...link }, fill);
  else fill();
}

/** Whether a post may link there; if not, that is reported, and only the words are kept. */
function isPrintable(href: string, raw: string, sourceBlock: SourceBlock): boolean {
  if (safeUrl(href) !== undefined) return true;
  sourceBlock.warnUnsafe(raw, href);
  return false;
}

function target(token: { href: string; title?: string | null }): { href: string; title?: string } {
  const href = unescapeText(token.href);
  return token.title ? { href, title: unescapeText(token.title) } : { href };
}
