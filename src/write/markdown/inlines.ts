import type { Inline, InlineImage, Link } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { APART, destination, escapeText, title } from './escape.ts';

/*
 * Markdown's emphasis depends on its neighbours, which the methods of a Renderer do not see: so this writer walks the
 * inlines itself. The rules are those of CommonMark 0.31.2, section 6.2.
 */

type Marked = Extract<Inline, { type: 'em' | 'strong' | 'del' }>;

/** Inlines as Markdown on one line, but for hard breaks. `inside` are the marks that are open. */
export function inlinesMarkdown(inlines: readonly Inline[], inside: ReadonlySet<string> = new Set()): string {
  let out = '';
  const merged = mergeMarks(inlines, inside);
  merged.forEach((inline, index) => {
    out = append(out, inline, merged[index - 1], merged[index + 1], inside);
  });
  return out;
}

function append(
  out: string,
  inline: Inline,
  before: Inline | undefined,
  after: Inline | undefined,
  inside: ReadonlySet<string>,
): string {
  switch (inline.type) {
    case 'text': {
      const text = escapeBefore(escapeText(inline.text), after);
      return out + (before && isMark(before) ? spellFirst(text, out) : text);
    }
    case 'codespan':
      return out + codeSpan(inline.text);
    case 'br':
      return `${out}\\\n`;
    case 'link':
      return out + link(inline, inside);
    case 'image':
      return out + image(inline);
    case 'em':
    case 'strong':
    case 'del':
      return marked(out, inline, before, inside);
  }
}

/** An exclamation mark before a link would make an image of it. */
function escapeBefore(text: string, after: Inline | undefined): string {
  return after?.type === 'link' && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text;
}

/** A mark inside its like adds nothing that a reader sees, and two neighbours of one kind are one. */
function mergeMarks(inlines: readonly Inline[], inside: ReadonlySet<string>): readonly Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (isMark(inline) && inside.has(inline.type)) merged.push(...inline.tokens);
    else if (isMark(inline) && last && isMark(last) && last.type === inline.type) {
      merged[merged.length - 1] = { type: last.type, tokens: [...last.tokens, ...inline.tokens] };
    } else if (inline.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', text: last.text + inline.text };
    } else merged.push(inline);
  }
  return merged;
}

function isMark(inline: Inline): inline is Marked {
  return inline.type === 'em' || inline.type === 'strong' || inline.type === 'del';
}

/**
 * A run of delimiters opens emphasis only when it does not stand between a letter and punctuation (and closes it only the
 * other way round): where it does, the letter outside is written as a character reference, which is punctuation.
 */
function marked(out: string, inline: Marked, before: Inline | undefined, inside: ReadonlySet<string>): string {
  const content = inlinesMarkdown(inline.tokens, new Set([...inside, inline.type]));
  const core = content.trim();
  if (core === '') return out + content;
  const lead = content.slice(0, content.length - content.trimStart().length);
  const trail = content.slice(content.trimEnd().length);
  const delimiter = { em: '*', strong: '**', del: '~~' }[inline.type];
  // Two runs of delimiters that touch would be one.
  const apart = before && isMark(before) && lead === '' && !/\s$/.test(out) ? APART : '';
  return spellLast(out + apart + lead, core) + delimiter + core + delimiter + trail;
}

/** Before a delimiter that could not open after a letter. */
function spellLast(out: string, core: string): string {
  const last = lastOf(out);
  if (!isLetter(last) || isLetterInside(firstOf(core.replace(/^[*_~]+/, '')))) return out;
  const before = out.slice(0, -last.length);
  // A backslash that stood for itself before a letter would escape the reference.
  return (/(?<!\\)(?:\\\\)*\\$/.test(before) ? `${before}\\` : before) + reference(last);
}

/** After a delimiter that could not close before a letter. */
function spellFirst(text: string, out: string): string {
  const first = firstOf(text);
  const closed = lastOf(out.replace(/[*_~]+$/, ''));
  if (closed === lastOf(out) || !isLetter(first) || isLetterInside(closed)) return text;
  return reference(first) + text.slice(first.length);
}

function firstOf(text: string): string {
  return [...text.slice(0, 2)][0] ?? '';
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

function reference(letter: string): string {
  return `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/**
 * Is this no punctuation, outside of a delimiter? An emoji is, but some parsers, marked among them, look at its second
 * half alone: so outside it counts as a letter, which is spelt, and inside as none.
 */
function isLetter(character: string): boolean {
  return character.length > 1 || isLetterInside(character);
}

function isLetterInside(character: string): boolean {
  return character.length === 1 && !/[\s\p{P}\p{S}]/u.test(character);
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

function isAutolink(text: string, href: string): boolean {
  if (/[\s<>]/.test(text)) return false;
  return (
    (text === href && /^(?:https?|mailto):/i.test(text)) ||
    (href === `mailto:${text}` && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text))
  );
}

function image({ href, title: said, text }: InlineImage): string {
  const address = safeUrl(href);
  return address === undefined
    ? escapeText(text)
    : `![${label(escapeText(text))}](${destination(href, address)}${title(said)})`;
}
