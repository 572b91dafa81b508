import { codePointAfter, isCjk, isFullWidthPunctuation } from './characters.ts';

/*
 * Where a bare URL in a sentence ends. The reader, the typography and the rules share it, so that none of them writes inside a
 * URL that another one links.
 */

/**
 * The end of the characters that a bare URL may consist of, whose host starts at `from`. As in GFM, white space and `<` end it.
 * Chinese has no space after a URL, so full-width punctuation, quotation marks and dashes end it too, and so does Han, except
 * in a part of the path that starts with Han: `/wiki/北京`, `?q=北京`, `/wiki/基于WebKit排版`. A footnote ends it as well.
 */
export function urlRunEnd(text: string, from: number): number {
  let isHanPart = false;
  let end = from;
  while (end < text.length) {
    const codePoint = codePointAfter(text, end);
    if (codePoint < 0x80) {
      if (codePoint <= 0x20 || codePoint === 0x7f || codePoint === 0x3c || text.startsWith('[^', end)) return end;
      if (PART_ENDS.has(codePoint)) isHanPart = false;
      end++;
      continue;
    }
    if (isSentenceMark(codePoint)) return end;
    if (isCjk(codePoint)) {
      isHanPart = end === from || goesOn(text, from, end, isHanPart);
      if (!isHanPart) return end;
    }
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

const PART_ENDS: ReadonlySet<number> = new Set([...'/?#&='].map((character) => character.charCodeAt(0)));

/**
 * Whether Han belongs to the URL. Directly after a Latin word it belongs to the sentence, and after punctuation too, unless the
 * host is Han.
 */
function goesOn(text: string, from: number, at: number, isHanPart: boolean): boolean {
  const before = text.charAt(at - 1);
  if ('.,:;?&!'.includes(before)) return isCjk(codePointAfter(text, from));
  return isHanPart || '/=#_-'.includes(before);
}

/** Spaces, dashes, quotation marks and other punctuation of sentences beyond ASCII. */
function isSentenceMark(codePoint: number): boolean {
  return (
    (codePoint >= 0x2000 && codePoint <= 0x206f) ||
    (codePoint >= 0x80 && codePoint <= 0xa0) ||
    codePoint === 0xab ||
    codePoint === 0xbb ||
    codePoint === 0x3000 ||
    isFullWidthPunctuation(codePoint)
  );
}

/** A URL may contain these characters but not end in one. */
const TRAIL = `?!.,:;*_'"~)`;
const OPENING = '([{';

/**
 * A URL without the punctuation of the sentence around it. It ends before an unclosed `(`, and loses punctuation and entities
 * from its end. A closing bracket stays if its opening one is in the URL.
 */
export function withoutTrail(url: string): string {
  let end = 0;
  let kept = 0; // the end of the last closed parenthesis, before which nothing is removed
  for (; end < url.length; end++) {
    if (url.charCodeAt(end) !== 0x28) continue;
    const close = url.indexOf(')', end);
    if (close === -1) break;
    end = close;
    kept = close + 1;
  }
  const open = { ']': unclosed(url, end, '[', ']'), '}': unclosed(url, end, '{', '}') };
  for (;;) {
    const last = end > kept ? url.charAt(end - 1) : '';
    const entity = entityStart(url, end, kept);
    if (entity !== -1) end = entity;
    else if (last !== '' && (TRAIL.includes(last) || OPENING.includes(last))) end--;
    else if ((last === ']' || last === '}') && open[last] < 0) {
      open[last]++;
      end--;
    } else return url.slice(0, end);
  }
}

/** How many brackets are open at `end`; negative if more are closed. */
function unclosed(url: string, end: number, open: string, close: string): number {
  let count = 0;
  for (let at = 0; at < end; at++) count += +(url[at] === open) - +(url[at] === close);
  return count;
}

/** The start of the `&name;` that ends at `end`, or -1. */
function entityStart(url: string, end: number, from: number): number {
  if (url.charCodeAt(end - 1) !== 0x3b) return -1;
  let at = end - 2;
  while (at >= from && /[a-zA-Z0-9]/.test(url.charAt(at))) at--;
  return at >= from && at < end - 2 && url.charCodeAt(at) === 0x26 ? at : -1;
}
