import { printVerified } from '../../format/html/print.ts';
import { resolveHouse } from '../../house/resolve.ts';
import type { Article, Block, Prose } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { proseOfPage } from '../../read/html/page.ts';
import { escapeHtml } from '../../read/html/simplify.ts';
import { wordsOfProse } from '../../read/html/words.ts';
import { startsWithSourceLabel } from '../../read/source-line.ts';
import { formatNamed } from '../../render.ts';
import { proseMarkdown } from '../../write/markdown/printer.ts';
import { UsageError } from '../exit.ts';
import { footnoteMarkdown, isMarkdown, proseOfMarkdown, type SourceProse } from './markdown-source.ts';

/** The text of a source, as the body of a note and as the text that the note is compared with. */
export interface Material {
  readonly markdown: string;
  readonly text: string;
  /** The text is not the file as it is. */
  readonly isConverted: boolean;
}

/** @param name the file, as the user named it. @throws {UsageError} for a text without words, and for HTML that is too large. */
export function materialOf(given: string, name: string, house: House): Material {
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const isMarkdownFile = isMarkdown(text, name);
  const isPage = !isMarkdownFile && isHtml(text, name);
  const read = isMarkdownFile ? proseOfMarkdown(text) : proseOf(isPage ? text : asHtml(text, house));
  if (!read) throw new UsageError(`the text of '${name}' is too large to convert`, 'Copy only the article from it.');
  const body = { ...read, prose: withoutHeadings(read.prose) };
  const markdown = asMarkdown(body, house);
  if (markdown === '') throw new UsageError(`'${name}' contains no text`, 'Name a file with the text of a source.');
  const isConverted = isPage || isMarkdownFile;
  return { markdown, text: isConverted ? asText(body, house) : text, isConverted };
}

function proseOf(html: string): SourceProse | undefined {
  const prose = proseOfPage(html);
  return prose && { prose, footnotes: [] };
}

const TAGS = /<\/(?:p|div|h[1-6]|article|section|li|blockquote|span|table|a|strong|em)>|<br\s*\/?>|<!doctype html/i;

function isHtml(text: string, name: string): boolean {
  return /\.x?html?$/i.test(name) || TAGS.test(text);
}

/** Wire text as HTML: a paragraph ends at a blank line or before an indented one, or at each line if there is neither. */
function asHtml(text: string, house: House): string {
  const lines = text.replace(/[\f\v]/g, '\n').trim();
  const gap = /\n[ \t\u3000]*\n/.test(lines)
    ? /\n(?:[ \t\u3000]*\n)+/
    : /\n[ \t\u3000]{2,}/.test(lines)
      ? /\n(?=[ \t\u3000]{2,})/
      : /\n/;
  const paragraphs = lines.split(gap);
  const [last = ''] = paragraphs.splice(-1);
  return [...paragraphs, ...withSourceApart(last, house)].map(paragraph).join('\n');
}

/** The last line of a paragraph apart if it is `Source: Newswire`, which becomes the source of the note. */
function withSourceApart(text: string, house: House): readonly string[] {
  const at = text.lastIndexOf('\n') + 1;
  const isSource = startsWithSourceLabel(text.slice(at).trim(), resolveHouse(house).vocabulary);
  return isSource && at > 0 ? [text.slice(0, at), text.slice(at)] : [text];
}

/** The bullets of plain text. */
const BULLET = /^\s*[-*•·–—]\s+/;

function paragraph(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && lines.every((line) => BULLET.test(line)))
    return `<ul>${lines.map((line) => `<li>${escapeHtml(line.replace(BULLET, ''))}</li>`).join('')}</ul>`;
  return `<p>${escapeHtml(text.trim())}</p>`;
}

/** A heading would start a section of the note, so it becomes a line in bold. */
function withoutHeadings(prose: Prose): Prose {
  return prose.map((block) =>
    block.type === 'heading' ? { type: 'paragraph', tokens: [{ type: 'strong', tokens: block.tokens }] } : block,
  );
}

function asMarkdown({ prose, footnotes }: SourceProse, house: House): string {
  const labels = footnotes.map(({ label }) => label);
  const printed: string[] = [];
  let before: Block | undefined;
  for (const block of prose) {
    const text = blockMarkdown(block, before, labels, house);
    if (text !== '') printed.push(text);
    before = block;
  }
  return [...printed, ...footnotes.map((footnote) => footnoteMarkdown(footnote, labels))].join('\n\n');
}

/** A block as Markdown, or its text alone if the Markdown does not read back as the same words. */
function blockMarkdown(block: Block, before: Block | undefined, footnotes: readonly string[], house: House): string {
  const printed = printVerified([block], wordsOfProse([block]), before, footnotes);
  if (printed !== undefined) return printed;
  const text = asText({ prose: [block], footnotes: [] }, house)
    .replace(/\s+/g, ' ')
    .trim();
  return proseMarkdown([{ type: 'paragraph', tokens: [{ type: 'text', text }] }], 1, before ? [before] : []);
}

function asText({ prose, footnotes }: SourceProse, house: House): string {
  const others = { headline: '', lang: house.lang, source: [], insight: [], laws: [], sections: [] };
  const article: Article = { ...others, body: prose, ...(footnotes.length > 0 ? { footnotes } : {}) };
  return formatNamed('text').write(article, { ...house, order: ['body'] }, { width: 80 });
}
