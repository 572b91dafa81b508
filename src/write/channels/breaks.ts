import { codePointAfter, codePointBefore, isHan, isKana, type Span } from '../../text/index.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { quotePairs } from '../../typography/index.ts';
import type { RichText } from './rich-text.ts';

/** How good a break is: the lower, the better. */
export const RANK = { paragraph: 0, line: 1, sentence: 2, clause: 3, word: 4, heading: 5, kept: 10 } as const;

/** Where a text may be cut: one part ends at `end`, the next starts at `next`. The white space between is dropped. */
export interface Break {
  readonly end: number;
  readonly next: number;
  /** With RANK.kept added, the break is inside something that should stay whole. */
  rank: number;
}

/** The breaks of a text in order. None is inside a URL, or between a number and its unit. */
export function breaksOf(rich: RichText): Break[] {
  const { text } = rich;
  const urls = urlsIn(rich);
  const headings = new Set(rich.marks.flatMap(({ kind, end }) => (kind === 'heading' ? [end] : [])));
  const ends = endsOfSentences(text);
  const breaks: Break[] = [];
  let url = 0;
  const add = (end: number, next: number, rank: number): void => {
    for (let span = urls[url]; span && span.end <= end; span = urls[url]) url++;
    const inside = urls[url];
    if (end > 0 && next < text.length && !(inside && inside.start < end && next < inside.end))
      breaks.push({ end, next, rank });
  };
  for (let at = 0; at < text.length; ) {
    const codePoint = codePointAfter(text, at);
    if (!isSpace(codePoint)) {
      if (isHanBreak(text, at, codePoint)) add(at, at, ends.has(at) ? RANK.sentence : rankBetweenHan(text, at));
      at += codePoint > 0xffff ? 2 : 1;
      continue;
    }
    let next = at;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    const rank = rankOfSpace(text, at, next, ends);
    if (headings.has(at)) add(at, next, RANK.heading);
    else if (rank !== undefined) add(at, next, rank);
    at = next;
  }
  return breaks;
}

/** Spaces at which a line may be broken: no no-break spaces. */
function isSpace(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 0x0a || codePoint === 0x09 || codePoint === 0x3000;
}

/** The offsets at which sentences end, paragraph by paragraph. */
function endsOfSentences(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const { start, end } of linesOf(text))
    for (const sentence of sentencesIn(text.slice(start, end))) ends.add(start + sentence.end);
  return ends;
}

export function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

const CLAUSE_END = /[,;:–—][)\]"'”’]*$/;
const WORD = /[A-Za-z]/;

/** Undefined for a space at which nothing may be cut. */
function rankOfSpace(text: string, at: number, next: number, ends: ReadonlySet<number>): number | undefined {
  const space = text.slice(at, next);
  if (space.includes('\n')) return space.includes('\n\n') ? RANK.paragraph : RANK.line;
  if (ends.has(at)) return RANK.sentence;
  // Fast path: most words are between words.
  const after = text.charAt(next);
  if (WORD.test(text.charAt(at - 1)) && WORD.test(after)) return RANK.word;
  const before = text.slice(Math.max(0, at - 8), at);
  if (isQuantity(before, after)) return undefined;
  if (CLAUSE_END.test(before)) return RANK.clause;
  // A marker belongs to its item, and a dash to the word before it.
  return /(?:^|\n) *(?:[•-]|\d+\.)$/.test(before) || /[–—-]/.test(after) ? undefined : RANK.word;
}

const NUMBER_END = /\d[)%]?$/;
const NUMBER_SIGN = /(?:[$€£¥￥₹₩₽~≈]|\b(?:No|Nos|Fig|p|pp|vol|Vol|Art|Sec|Ch)\.|\b[A-Z][a-z]{2,3}\.)$/;

/** Whether a space is inside a number with its sign or unit: `5 million`, `$ 5`, `No. 5`, `30 km`, `Nov. 3`. */
function isQuantity(before: string, after: string): boolean {
  if (NUMBER_END.test(before)) return /[^\s([{"'“‘（《「–—-]/.test(after);
  return /[\d.]/.test(after) && NUMBER_SIGN.test(before);
}

/** What no part starts with, and what none ends with. */
const NO_START = new Set([...'，。、：；！？）》〉」』】〕”’…—·％%‰℃々ー）)]}.,:;!?"\'']);
const NO_END = new Set([...'（《〈「『【〔“‘([{$€£¥￥#@"\'']);
const NUMERAL = /[\d.,〇零一二三四五六七八九十百千万亿兆两几数多半第%％]/;

/** Whether Chinese or Japanese text may be cut between two characters. */
function isHanBreak(text: string, at: number, codePoint: number): boolean {
  const before = codePointBefore(text, at);
  if (codePoint < 0x2e80 && before < 0x2e80) return false;
  if (before === -1 || isSpace(before) || !(isWide(before) || isWide(codePoint) || isWideMark(before))) return false;
  const [left, right] = [String.fromCodePoint(before), String.fromCodePoint(codePoint)];
  if (NO_START.has(right) || NO_END.has(left) || isJoiner(codePoint) || isJoiner(before)) return false;
  return !(NUMERAL.test(left) && (NUMERAL.test(right) || isWide(codePoint)));
}

function isWide(codePoint: number): boolean {
  return isHan(codePoint) || isKana(codePoint);
}

/** Marks of Chinese after which a line may end. Latin text has ” and ’ too. */
function isWideMark(codePoint: number): boolean {
  return '，。、：；！？）》」』'.includes(String.fromCodePoint(codePoint));
}

/** Variation selectors, combining characters and joiners belong to the character before them. */
function isJoiner(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x3099 && codePoint <= 0x309a) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  );
}

function rankBetweenHan(text: string, at: number): number {
  return /[，；：]$/.test(text.charAt(at - 1)) ? RANK.clause : RANK.word;
}

const URL_IN_TEXT = /https?:\/\/[\x21-\x7e]+/gi;

/** The URLs of a text, in order, which nothing may cut. */
export function urlsIn({ text }: RichText): readonly Span[] {
  return Array.from(text.matchAll(URL_IN_TEXT), ({ 0: url, index }) => ({ start: index, end: index + url.length }));
}

/** What should stay whole if it fits: quotations, the words of links, and code in a line. */
export function wholesIn({ text, marks }: RichText): readonly Span[] {
  const found: Span[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (!/["'“‘「『《«]/.test(line)) continue;
    for (const { open, close } of quotePairs(line, 'all')) found.push({ start: start + open, end: start + close + 1 });
    for (const { 0: quoted, index } of line.matchAll(/「[^「」]*」|『[^『』]*』|《[^《》]*》|«[^«»]*»/g))
      found.push({ start: start + index, end: start + index + quoted.length });
  }
  for (const { kind, start, end } of marks) if (kind === 'link' || kind === 'code') found.push({ start, end });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
