import type { Inline, InlineImage, Link } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { APART, destination, escapeText, title } from './escape.ts';
import { last, spellFirst, spellLast } from './flanking.ts';
import { DELIMITERS, isMark, type Marked, mergeMarks } from './marks.ts';

/*
 * Markdown's emphasis depends on its neighbours, which the methods of a Renderer do not see: so this writer walks the
 * inlines itself. The rules are those of CommonMark 0.31.2, section 6.2.
 */

/** Inlines as Markdown on one line, but for hard breaks. `inside` are the marks that are open. */
export function inlinesMarkdown(inlines: readonly Inline[], inside: ReadonlySet<string> = new Set()): string {
  return mergedMarkdown(mergeMarks(inlines, inside), inside);
}

function mergedMarkdown(merged: readonly Inline[], inside: ReadonlySet<string>): string {
  const out: string[] = [];
  merged.forEach((inline, index) => {
    append(out, inline, merged[index - 1], merged[index + 1], inside);
  });
  return out.join('');
}

/** Adds an inline to `out`, whose last part is never empty: what is printed depends on it, and on no part before. */
function append(
  out: string[],
  inline: Inline,
  before: Inline | undefined,
  after: Inline | undefined,
  inside: ReadonlySet<string>,
): void {
  if (isMark(inline)) {
    appendMark(out, inline, before, inside);
    return;
  }
  const printed = unmarked(inline, after, inside);
  if (printed === '') return;
  // Fences that touch would be one.
  if (inline.type === 'codespan' && before?.type === 'codespan') out.push(APART);
  out.push(inline.type === 'text' && before && isMark(before) ? spellFirst(printed, out) : printed);
}

function unmarked(inline: Exclude<Inline, Marked>, after: Inline | undefined, inside: ReadonlySet<string>): string {
  switch (inline.type) {
    case 'text':
      return escapeBefore(escapeText(inline.text), after);
    case 'codespan':
      return codeSpan(inline.text);
    case 'br':
      return '\\\n';
    case 'link':
      return link(inline, inside);
    case 'image':
      return image(inline);
  }
}

/** An exclamation mark before a link would make an image of it. */
function escapeBefore(text: string, after: Inline | undefined): string {
  return after?.type === 'link' && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text;
}

/**
 * A run of delimiters opens emphasis only when it does not stand between a letter and punctuation (and closes it only the
 * other way round): where it does, the letter outside is written as a character reference, which is punctuation.
 */
function appendMark(out: string[], mark: Marked, before: Inline | undefined, inside: ReadonlySet<string>): void {
  const within = new Set([...inside, mark.type]);
  const tokens = mergeMarks(mark.tokens, within);
  const content = mergedMarkdown(tokens, within);
  const trimmed = content.trim();
  if (trimmed === '') {
    if (content !== '') out.push(content);
    return;
  }
  const lead = content.slice(0, content.length - content.trimStart().length);
  const trail = content.slice(content.trimEnd().length);
  const delimiter = DELIMITERS[mark.type];
  const core = delimiter !== '~~' && isTangled(trimmed, tokens) ? APART + trimmed : trimmed;
  if (lead !== '') out.push(lead);
  // Two runs of delimiters that touch would be one.
  else if (before && isMark(before) && !/\s$/.test(last(out))) out.push(APART);
  else spellLast(out, core, delimiter);
  out.push(delimiter + core + delimiter);
  if (trail !== '') out.push(trail);
}

/** Of a run of three, a later run that could both open and close might close the wrong part: `***a*b*c***`. */
function isTangled(content: string, tokens: readonly Inline[]): boolean {
  if (!content.startsWith('*') || tokens.filter((inline) => 'tokens' in inline).length < 2) return false;
  return /[^\s*]\*+[^\s*]/.test(content);
}

/** A fence longer than any run of backticks inside, padded where the code starts or ends with one, or with two spaces. */
function codeSpan(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const pad = /^`|`$|^ .*[^ ].* $/s.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

function link({ href, title: said, tokens }: Link, inside: ReadonlySet<string>): string {
  const text = inlinesMarkdown(tokens, inside);
  const address = safeUrl(href);
  if (address === undefined) return text;
  const plain = tokens.length === 1 && tokens[0]?.type === 'text' ? tokens[0].text : undefined;
  if (said === undefined && plain !== undefined && isAutolink(plain, href)) return `<${plain}>`;
  return `[${label(text)}](${destination(href, address)}${title(said)})`;
}

/** Some parsers, marked among them, take the backslash off a bracket in a label before they look for links in it. */
function label(text: string): string {
  return text.replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
}

const URI_AUTOLINK = /^(?:https?|mailto):[^\s<>\u0000-\u001f]*$/i;
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const EMAIL_AUTOLINK = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~-]+@${LABEL}(?:\\.${LABEL})+$`, 'i');

/** What CommonMark's grammar takes between angle brackets, section 6.5. */
function isAutolink(text: string, href: string): boolean {
  return (text === href && URI_AUTOLINK.test(text)) || (href === `mailto:${text}` && EMAIL_AUTOLINK.test(text));
}

function image({ href, title: said, text }: InlineImage): string {
  const address = safeUrl(href);
  return address === undefined
    ? escapeText(text)
    : `![${label(escapeText(text))}](${destination(href, address)}${title(said)})`;
}
