import type { MarkedToken, Token } from 'marked';
import { type Inline, plainText } from '../../model/article.ts';
import type { Place } from './place.ts';
import { ProseBuilder } from './prose-builder.ts';
import { decodeReferences, unescapeText } from './unescape.ts';

/** marked's inline tokens as canonical prose. */
export function convertInlines(tokens: readonly Token[], place: Place): readonly Inline[] {
  const prose = new ProseBuilder();
  addAll(tokens, prose, place);
  return prose.build();
}

function addAll(tokens: readonly Token[], prose: ProseBuilder, place: Place): void {
  for (const token of tokens) addOne(token as MarkedToken, prose, place);
}

function addOne(token: MarkedToken, prose: ProseBuilder, place: Place): void {
  switch (token.type) {
    case 'text':
      if (token.raw.includes('<!--')) place.warn('unclosed-comment-text', '<!--');
      prose.text(decodeReferences(token.raw));
      break;
    case 'escape':
      prose.text(token.text);
      break;
    case 'em':
    case 'strong':
    case 'del':
      prose.nest({ type: token.type }, () => addAll(token.tokens, prose, place));
      break;
    case 'codespan':
      prose.atom({ type: 'codespan', text: token.text }, token.text);
      break;
    case 'br':
      prose.hardBreak();
      break;
    case 'link':
      addLink(token, prose, place);
      break;
    case 'image': {
      const text = plainText(convertInlines(token.tokens, place));
      prose.atom({ type: 'image', ...target(token), text }, text);
      break;
    }
    case 'html':
      addHtml(token.raw, prose, place);
      break;
    case 'checkbox':
      break;
    default:
      throw new Error(`marked gave an inline token of type ${token.type}`);
  }
}

function addHtml(raw: string, prose: ProseBuilder, place: Place): void {
  if (raw.startsWith('<!--')) {
    prose.comment();
  } else {
    place.warnTag(raw);
    prose.text(raw);
  }
}

type LinkToken = Extract<MarkedToken, { type: 'link' }>;

function addLink(token: LinkToken, prose: ProseBuilder, place: Place): void {
  if (token.autolink) {
    // In an address that stands for itself a backslash is a backslash.
    const href = decodeReferences(token.href);
    prose.nest({ type: 'link', href }, () => prose.text(decodeReferences(token.text)));
  } else {
    prose.nest({ type: 'link', ...target(token) }, () => addAll(token.tokens, prose, place));
  }
}

function target(token: { href: string; title?: string | null }): { href: string; title?: string } {
  const href = unescapeText(token.href);
  return token.title ? { href, title: unescapeText(token.title) } : { href };
}
