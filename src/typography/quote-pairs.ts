import { codePointAfter, codePointBefore, isFullWidthPunctuation } from '../text/index.ts';
import { isIdeograph, isLatin } from './marks.ts';

/** The offsets of an opening and a closing quotation mark. */
export interface QuotePair {
  readonly open: number;
  readonly close: number;
  /** “ ” rather than ‘ ’. */
  readonly double: boolean;
  /** Han is inside it, beside it (apart from punctuation), or beside a pair around it. */
  readonly han: boolean;
}

interface OpenQuote {
  readonly at: number;
  readonly double: boolean;
  readonly ideographs: number;
  readonly besideHan: boolean;
}

/** Punctuation between a quotation mark and the word beside it. */
const BETWEEN: ReadonlySet<number> = new Set([...` \t,.:;?!()[]"'“”‘’…—·-`].map((mark) => mark.charCodeAt(0)));

/**
 * The pairs of a text, outer before inner. `curly` includes “”‘’ only, `all` straight marks too, which open or close by
 * nesting. Excludes apostrophes, inch marks and marks without a partner. Linear time.
 */
export function quotePairs(text: string, marks: 'curly' | 'all'): readonly QuotePair[] {
  const pairs: QuotePair[] = [];
  const open: OpenQuote[] = [];
  let doubles = 0;
  let ideographs = 0;
  let besideHan = false;
  const after = marks === 'all' || /[“”‘’]/.test(text) ? hanAfter(text) : new Uint8Array();

  const push = (at: number, double: boolean): void => {
    open.push({ at, double, ideographs, besideHan });
    if (double) doubles++;
  };
  const close = (at: number, double: boolean): void => {
    for (let top = open.pop(); top; top = open.pop()) {
      if (top.double) doubles--;
      if (top.double !== double) continue;
      const han = ideographs > top.ideographs || top.besideHan || after[at] === 1;
      pairs.push({ open: top.at, close: at, double, han });
      return;
    }
  };

  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '“') push(at, true);
    else if (mark === '‘') push(at, false);
    else if (mark === '”') {
      if (doubles > 0) close(at, true);
    } else if (mark === '"' && marks === 'all') {
      if (doubles > 0) close(at, true);
      else if (!/[0-9]/.test(text.charAt(at - 1)) || quotesHan(text, at)) push(at, true);
    } else if (mark === '’' || (mark === "'" && marks === 'all')) {
      if (isApostrophe(text, at)) continue;
      if (open.at(-1)?.double === false) close(at, false);
      else if (mark === "'" && (!isLatin(codePointBefore(text, at)) || isIdeograph(codePointAfter(text, at + 1))))
        push(at, false);
    } else {
      const codePoint = codePointAfter(text, at);
      if (isIdeograph(codePoint)) ideographs++;
      besideHan = leansOnHan(codePoint, besideHan);
      if (codePoint > 0xffff) at++;
    }
  }
  return inheritHan(pairs.sort((a, b) => a.open - b.open));
}

function isApostrophe(text: string, at: number): boolean {
  return isLatin(codePointBefore(text, at)) && isLatin(codePointAfter(text, at + 1));
}

const QUOTATION_REACH = 120;

/** Whether a mark after a digit opens a quotation of Han, and is no inch mark: `iOS 18"智能"功能`, `12"屏幕和 15"屏幕`. */
function quotesHan(text: string, at: number): boolean {
  if (!isIdeograph(codePointAfter(text, at + 1))) return false;
  const [line = ''] = text.slice(at + 1, at + QUOTATION_REACH).split('\n', 1);
  return line.split('"').length % 2 === 0 && !/[\d\s]$/.test(line.slice(0, line.indexOf('"')));
}

function leansOnHan(codePoint: number, so: boolean): boolean {
  if (codePoint === 0x0a) return false;
  if (isHanMark(codePoint)) return true;
  if (isFullWidthPunctuation(codePoint) || BETWEEN.has(codePoint)) return so;
  return isIdeograph(codePoint);
}

/** 、 and 《 》 「 」 【 】, which only Han text has and no pass makes of anything else. */
function isHanMark(codePoint: number): boolean {
  return codePoint === 0x3001 || (codePoint >= 0x3008 && codePoint <= 0x3011);
}

/** For every offset, 1 if the next word after it starts with Han. */
function hanAfter(text: string): Uint8Array {
  const after = new Uint8Array(text.length);
  let so = false;
  for (let at = text.length - 1; at >= 0; at--) {
    after[at] = so ? 1 : 0;
    const codePoint = codePointBefore(text, at + 1);
    if (codePoint > 0xffff) after[--at] = so ? 1 : 0;
    so = leansOnHan(codePoint, so);
  }
  return after;
}

function inheritHan(pairs: readonly QuotePair[]): readonly QuotePair[] {
  let end = -1;
  return pairs.map((pair) => {
    const han = pair.han || pair.open < end;
    if (han) end = Math.max(end, pair.close);
    return han === pair.han ? pair : { ...pair, han };
  });
}
