import type { Inline, Prose } from '../../model/article.ts';
import { inlinesOf } from '../../read/html/inlines.ts';
import { isBlock } from '../../read/html/meaning.ts';
import { type HtmlNode, isElement, parseHtml } from '../../read/html/tree.ts';
import { withoutSpace, wordsOfHtml, wordsOfProse } from '../../read/html/words.ts';
import { applyEdits, type Edit, type Span } from '../../text/index.ts';
import { escapeCell } from '../../write/markdown/escape.ts';
import { inlinesMarkdown } from '../../write/markdown/printer.ts';
import { readProse, unspelt } from './print.ts';

/*
 * HTML tags in a Markdown paragraph. The Markdown between two tags stays as written: while the tags are converted, one
 * character of private use stands for it.
 */
const FIRST = 0xe000;
const MOST = 1000;
const MOST_WORK = 8000;
/** The text around the converted part. */
const EDGE = '\uf8ff';
const PRIVATE = /[\ue000-\uf8ff]/;

/** The HTML of a text, with a character for each piece of Markdown. */
interface Masked {
  readonly html: string;
  readonly pieces: readonly string[];
  /** Where a tag starts or ends in `html`, and where in the text. */
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
}

function mask(text: string, tags: readonly Span[]): Masked {
  const pieces: string[] = [];
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let html = '';
  let at = tags[0]?.start ?? 0;
  for (const { start, end } of tags) {
    const [, lead = '', words = '', trail = ''] = /^([ \t]*)([\s\S]*?)([ \t]*)$/.exec(text.slice(at, start)) ?? [];
    html += lead + (words === '' ? '' : String.fromCharCode(FIRST + pieces.push(words) - 1)) + trail;
    starts.set(html.length, start);
    html += text.slice(start, end);
    ends.set(html.length, end);
    at = end;
  }
  return { html, pieces, starts, ends };
}

/** The edits that make Markdown of the tags in a block, as far as its words stay the same. `isCell` if they are in a table. */
export function convertTags(block: string, tags: readonly Span[], isCell: boolean): readonly Edit[] {
  if (tags.length === 0 || tags.length > MOST || PRIVATE.test(block)) return [];
  const masked = mask(block, tags);
  const nodes = parseHtml(masked.html);
  if (!nodes) return [];
  const found = groupsOf(nodes).flatMap((group) => convertGroup(group, masked, block, isCell) ?? []);
  const keep = (some: readonly Edit[]): boolean => isSame(block, some, tags);
  if (found.length === 0 || keep(found)) return found;
  // Each attempt reads the whole block.
  const kept = found.length * block.length > MOST_WORK ? [] : found.filter((one) => keep([one]));
  return keep(kept) ? kept : [];
}

/** Elements that touch are converted together. */
function groupsOf(nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] {
  const groups: HtmlNode[][] = [];
  let isOpen = false;
  for (const node of nodes) {
    if (!isElement(node)) isOpen = false;
    else if (isOpen) groups.at(-1)?.push(node);
    else isOpen = groups.push([node]) > 0;
  }
  return groups;
}

function convertGroup(
  nodes: readonly HtmlNode[],
  { pieces, starts, ends }: Masked,
  block: string,
  isCell: boolean,
): Edit | undefined {
  const start = starts.get(nodes[0]?.sourceCodeLocation?.startOffset ?? -1);
  const end = ends.get(nodes.at(-1)?.sourceCodeLocation?.endOffset ?? -1);
  if (start === undefined || end === undefined || nodes.some(isBlock)) return undefined;
  const before = EDGE + standIn(block.charAt(start - 1));
  const after = standIn(block.charAt(end)) + EDGE;
  const edges = [before, after].map((value) => ({ nodeName: '#text', value }) as HtmlNode);
  const inlines = inlinesOf([...edges.slice(0, 1), ...nodes, ...edges.slice(1)]);
  if (!inlines) return undefined;
  const printed = unspelt(inlinesMarkdown(inlines)).replaceAll('\\\n', '<br>');
  if (!printed.startsWith(before) || !printed.endsWith(after)) return undefined;
  const converted = printed.slice(before.length, -after.length);
  if (block.charAt(start - 1) === '!' && converted.startsWith('[')) return undefined;
  const text = (isCell ? escapeCell(converted) : converted).replace(
    /[\ue000-\uf8fe]/g,
    (character) => pieces[character.charCodeAt(0) - FIRST] ?? '',
  );
  return text === block.slice(start, end) ? undefined : { span: { start, end }, text };
}

/** What stands for a neighbour of a converted part, which decides how emphasis is printed: a space, punctuation, a letter. */
function standIn(neighbour: string): string {
  if (/^\s?$/.test(neighbour)) return ' ';
  return /[\p{P}\p{S}]/u.test(neighbour) ? '.' : '';
}

/**
 * Whether a block keeps its words with some edits, apart from the tags, which are words until they are converted, and
 * whether it keeps its own marks.
 */
function isSame(block: string, edits: readonly Edit[], tags: readonly Span[]): boolean {
  const raws = tags.map(({ start, end }) => withoutSpace(block.slice(start, end)));
  const before = readProse(block).prose;
  const after = readProse(applyEdits(block, edits)).prose;
  const words = wordsOfProse(before);
  let expected = '';
  let at = 0;
  for (const [index, { start, end }] of tags.entries()) {
    const raw = raws[index] ?? '';
    const isGone = edits.some(({ span }) => start >= span.start && end <= span.end);
    const found = words.indexOf(raw, at);
    if (found === -1) return false;
    expected += words.slice(at, found) + (isGone ? altOf(block.slice(start, end)) : raw);
    at = found + raw.length;
  }
  return wordsOfProse(after) === expected + words.slice(at) && keepsMarks(before, after, raws);
}

/** Whether each mark is there after an edit too, around the same words. A tag that crosses a mark would move it. */
function keepsMarks(before: Prose, after: Prose, tags: readonly string[]): boolean {
  const left = marksIn(before, tags);
  const right = marksIn(after, tags);
  let at = 0;
  return left.every((mark) => {
    at = right.indexOf(mark, at) + 1;
    return at > 0;
  });
}

/** The kinds and the words of the marks in prose, in order, without the tags among the words. */
function marksIn(value: unknown, tags: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => marksIn(one, tags));
  const { type, tokens, ...others } = value as Record<string, unknown>;
  const inner = [tokens, others.items, others.header, others.rows].flatMap((one) => marksIn(one, tags));
  if (!/^(?:em|strong|del|link|sub|sup)$/.test(String(type))) return inner;
  let words = wordsOfProse([{ type: 'paragraph', tokens: tokens as readonly Inline[] }]);
  for (const tag of tags) words = words.replace(tag, () => '');
  return [`${type}:${words}`, ...inner];
}

function altOf(tag: string): string {
  return wordsOfHtml(parseHtml(tag) ?? []);
}
