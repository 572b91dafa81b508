import { codePointAfter, isFullWidthPunctuation, isHangul } from '../text/index.ts';
import { isIdeograph } from './marks.ts';
import { displayWidth, graphemes } from './width.ts';

/** Kinsoku: no line starts with one of these, none ends with one of those. */
const NEVER_FIRST: ReadonlySet<string> = new Set(
  '，。、：；？！）》〉】」』〕〗｝］”’…—·・‐％‰℃,.:;?!)]}%°ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ｡､｣～',
);
const NEVER_LAST: ReadonlySet<string> = new Set('（《〈【「『〔〖｛［“‘([{$¥￥€£＃｢');

export interface WrapOptions {
  /** Whether a line may end between Han characters, as well as at a space. */
  readonly han: boolean;
  /** What stands before the first line and before the others: `- ` and two spaces, for a list item. */
  readonly indent?: { readonly first: string; readonly rest: string };
}

/**
 * Breaks a text into lines of at most `width` columns, indent included. A line breaks at a space, which falls away, or
 * between Han characters where kinsoku allows; a Latin word or an address never breaks, so a longer one stands out.
 * A line end in the text stays one. Joined as they were broken, the lines are the text. At least one line comes back.
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
  for (const { blank, text: piece } of pieces(text, han)) {
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

interface WrapPiece {
  /** The spaces before it, which a break swallows. */
  readonly blank: string;
  readonly text: string;
}

/** The text in pieces that no line end may part. */
function* pieces(text: string, han: boolean): Generator<WrapPiece> {
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

/** Between two graphemes of which one is Han or full-width, unless kinsoku forbids it. */
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

/** A closing mark that Latin shares: 。” may be followed by a break before more Han. */
function isMark(codePoint: number): boolean {
  return codePoint === 0x201d || codePoint === 0x2019 || codePoint === 0x2026 || codePoint === 0x2014;
}
