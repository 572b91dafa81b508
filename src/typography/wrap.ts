import { codePointAfter, isFullWidthPunctuation, isHangul } from '../text/index.ts';
import { isIdeograph } from './marks.ts';
import { displayWidth, graphemes } from './width.ts';

/** Kinsoku: no line starts with one of these. */
const NEVER_FIRST: ReadonlySet<string> = new Set(
  '，。、：；？！）》〉】」』〕〗｝］”’…—·・‐％‰℃,.:;?!)]}%°ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ｡､｣～',
);
/** Kinsoku: no line ends with one of these. */
const NEVER_LAST: ReadonlySet<string> = new Set('（《〈【「『〔〖｛［“‘([{$¥￥€£＃｢');

export interface WrapOptions {
  /** Whether a line may end between Han characters, as well as at a space. */
  readonly han: boolean;
  /** The text before the first line and before the others, such as `- ` and two spaces for a list item. */
  readonly indent?: { readonly first: string; readonly rest: string };
}

/**
 * Breaks a text into lines of at most `width` columns, including the indent. A line breaks at a space, which is dropped, or
 * between Han characters if kinsoku allows it. A Latin word or a URL never breaks, so a long one exceeds the width. Line ends
 * in the text stay. Returns at least one line.
 */
export function wrap(text: string, width: number, { han, indent }: WrapOptions): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const lead = lines.length === 0 ? (indent?.first ?? '') : (indent?.rest ?? '');
    fill(line, width, lead, indent?.rest ?? '', han, lines);
  }
  return lines;
}

function fill(text: string, width: number, first: string, rest: string, han: boolean, lines: string[]): void {
  let line = first;
  let used = displayWidth(first);
  let empty = true;
  for (const { blank, text: piece } of wrapPieces(text, han)) {
    const needed = displayWidth(piece);
    if (!empty && used + blank.length + needed > width) {
      lines.push(line);
      line = rest + piece;
      used = displayWidth(rest) + needed;
    } else {
      line += blank + piece;
      used += blank.length + needed;
    }
    empty = false;
  }
  lines.push(line);
}

export interface WrapPiece {
  /** The spaces before it, which a line break replaces. */
  readonly blank: string;
  readonly text: string;
}

/** The text in pieces without a possible line break inside. */
export function* wrapPieces(text: string, han: boolean): Generator<WrapPiece> {
  for (const { 1: blank = '', 2: word = '' } of text.matchAll(/( *)([^ ]+|$)/g)) {
    if (blank === '' && word === '') continue;
    if (!han || !/[\u2e80-\uffef\ud800-\udbff]/.test(word)) yield { blank, text: word };
    else yield* hanPieces(blank, word);
  }
}

function* hanPieces(blank: string, word: string): Generator<WrapPiece> {
  let before = blank;
  let piece = '';
  let last = '';
  for (const grapheme of graphemes(word)) {
    if (piece !== '' && mayBreak(last, grapheme)) {
      yield { blank: before, text: piece };
      before = '';
      piece = '';
    }
    piece += grapheme;
    last = grapheme;
  }
  yield { blank: before, text: piece };
}

/** Whether a line can break here: one side is Han or full-width, and kinsoku allows it. */
function mayBreak(last: string, grapheme: string): boolean {
  if (NEVER_LAST.has(last) || NEVER_FIRST.has(grapheme)) return false;
  const left = codePointAfter(last, 0);
  const right = codePointAfter(grapheme, 0);
  if (isHangul(left) || isHangul(right)) return false;
  return breaks(left) || breaks(right) || (isMark(left) && right > 0x2e80);
}

function breaks(codePoint: number): boolean {
  return isIdeograph(codePoint) || isFullWidthPunctuation(codePoint);
}

/** A mark that Latin uses too. A line can break between 。” and more Han. */
function isMark(codePoint: number): boolean {
  return codePoint === 0x201d || codePoint === 0x2019 || codePoint === 0x2026 || codePoint === 0x2014;
}
