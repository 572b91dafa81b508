import type { Inline, InlineImage, Link } from '../../model/article.ts';
import type { Labels } from '../../model/house.ts';
import { safeUrl } from '../../model/url.ts';

/** Inlines as plain text: marks fall away, a hard break is a new line. */
export function inlinesText(inlines: readonly Inline[], labels: Labels): string {
  let out = '';
  for (const inline of inlines) out += inlineText(inline, labels);
  return out;
}

function inlineText(inline: Inline, labels: Labels): string {
  switch (inline.type) {
    case 'text':
    case 'codespan':
      return inline.text;
    case 'em':
    case 'strong':
    case 'del':
      return inlinesText(inline.tokens, labels);
    case 'br':
      return '\n';
    case 'link':
      return link(inline, labels);
    case 'image':
      return image(inline, labels);
  }
}

/** The text, and the address in parentheses where the text does not say it already. */
function link({ href, title, tokens }: Link, labels: Labels): string {
  const text = inlinesText(tokens, labels);
  const address = safeUrl(href);
  if (address === undefined) return text;
  const said = text === href || address === `mailto:${text}` || address === `http://${text}`;
  const more = [said ? undefined : href, title].filter((part) => part !== undefined && part !== '');
  return more.length === 0 ? text : `${text}${labels.open}${more.join(labels.comma)}${labels.close}`;
}

/** What a reader cannot see is said: what it shows, its caption, and where it is. */
function image({ href, title, text }: InlineImage, labels: Labels): string {
  const said = [text, title]
    .filter((part) => part !== undefined && part !== '')
    .join(/[.!?…]$/.test(text) ? ' ' : labels.semicolon);
  const address = safeUrl(href) === undefined ? '' : `${labels.open}${href}${labels.close}`;
  return said === '' ? `${labels.image}${address}` : `${labels.image}${labels.colon}${said}${address}`;
}
