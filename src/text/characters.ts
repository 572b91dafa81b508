/**
 * Classes of characters for line ends, spacing and punctuation. Ranges instead of `\p{…}`, because a regular expression with
 * Unicode properties costs each start a millisecond. A code point of -1 means "no character".
 */

/** Han ideographs, including traditional and rare ones, radicals, 々, 〇 and bopomofo. */
export function isHan(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false;
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
    (codePoint >= 0x3005 && codePoint <= 0x3007) ||
    (codePoint >= 0x3021 && codePoint <= 0x3029) ||
    (codePoint >= 0x3038 && codePoint <= 0x303b) ||
    (codePoint >= 0x3105 && codePoint <= 0x312f) ||
    (codePoint >= 0x31a0 && codePoint <= 0x31bf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  );
}

/** Hiragana and katakana, including half-width katakana and the long vowel mark. Not the katakana dot U+30FB. */
export function isKana(codePoint: number): boolean {
  if (codePoint < 0x3041) return false;
  return (
    (codePoint <= 0x30ff && codePoint !== 0x30a0 && codePoint !== 0x30fb) ||
    (codePoint >= 0x31f0 && codePoint <= 0x31ff) ||
    (codePoint >= 0xff66 && codePoint <= 0xff9f) ||
    (codePoint >= 0x1aff0 && codePoint <= 0x1b16f)
  );
}

/** Korean syllables and letters. Korean has spaces between words, so a line end there is a space. */
export function isHangul(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  return (
    codePoint <= 0x11ff ||
    (codePoint >= 0x3131 && codePoint <= 0x318e) ||
    (codePoint >= 0xa960 && codePoint <= 0xa97c) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7fb) ||
    (codePoint >= 0xffa0 && codePoint <= 0xffdc)
  );
}

/**
 * Punctuation that is always full-width (or half-width CJK): ，。：；？！、（）《》「」【】〜・. Not the quotation marks “”‘’, the
 * ellipsis, the dash and the middle dot, which Latin text uses too. Not U+3000.
 */
export function isFullWidthPunctuation(codePoint: number): boolean {
  if (codePoint < 0x3001) return false;
  return (
    codePoint <= 0x3003 ||
    (codePoint >= 0x3008 && codePoint <= 0x3011) ||
    (codePoint >= 0x3014 && codePoint <= 0x301f) ||
    codePoint === 0x3030 ||
    codePoint === 0x303d ||
    codePoint === 0x30a0 ||
    codePoint === 0x30fb ||
    (codePoint >= 0xfe10 && codePoint <= 0xfe19) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6b) ||
    (codePoint >= 0xff01 && codePoint <= 0xff0f) ||
    (codePoint >= 0xff1a && codePoint <= 0xff20) ||
    (codePoint >= 0xff3b && codePoint <= 0xff40) ||
    (codePoint >= 0xff5b && codePoint <= 0xff65)
  );
}

/**
 * A wide character of Chinese, Japanese or Korean, whether letter, mark or symbol, but not an emoji: East Asian Width W, F or H
 * (UAX #11), or the script Hangul. A few ranges span unassigned characters.
 */
export function isCjk(codePoint: number): boolean {
  return CJK.some(([first, last]) => codePoint >= first && codePoint <= last);
}

const CJK: readonly (readonly [first: number, last: number])[] = [
  [0x3000, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4c6],
  [0xff01, 0xffee],
  [0xac00, 0xd7fb],
  [0x1100, 0x11ff],
  [0x20a9, 0x20a9],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x2fff],
  [0xa960, 0xa97c],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0x16fe0, 0x18df2],
  [0x1aff0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f200],
  [0x1f202, 0x1f202],
  [0x1f210, 0x1f219],
  [0x1f21b, 0x1f22e],
  [0x1f230, 0x1f231],
  [0x1f237, 0x1f237],
  [0x1f23b, 0x1f23b],
  [0x1f240, 0x1f248],
  [0x1f260, 0x1f265],
  [0x20000, 0x3fffd],
];

/** Full-width forms of digits, letters and currency signs: ３, Ａ, ￥. */
function isFullWidthForm(codePoint: number): boolean {
  return (codePoint >= 0xff10 && codePoint <= 0xff5a) || (codePoint >= 0xffe0 && codePoint <= 0xffe6);
}

/** Marks that Han and Latin text share. The character on their other side decides which they are. */
function isShared(codePoint: number): boolean {
  return (codePoint >= 0x2014 && codePoint <= 0x201f) || codePoint === 0x2026 || codePoint === 0xb7;
}

/** A variation selector or joiner belongs to the character before it. */
function isExtender(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** The code point that ends before `offset`, or -1 at the start. */
export function codePointBefore(text: string, offset: number): number {
  if (offset <= 0) return -1;
  const unit = text.charCodeAt(offset - 1);
  if (unit < 0xdc00 || unit > 0xdfff || offset === 1) return unit;
  const pair = text.codePointAt(offset - 2) ?? -1;
  return pair > 0xffff ? pair : unit;
}

/** The code point that starts at `offset`, or -1 at the end. */
export function codePointAfter(text: string, offset: number): number {
  return text.codePointAt(offset) ?? -1;
}

/** Whether a text has a Han or kana character. */
export function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x2e80) continue;
    const codePoint = text.codePointAt(at) ?? -1;
    if (isHan(codePoint) || isKana(codePoint)) return true;
    if (codePoint > 0xffff) at++;
  }
  return false;
}

type Side = 'punctuation' | 'ideograph' | 'shared' | 'hangul' | 'other';

function sideOf(codePoint: number): Side {
  if (isFullWidthPunctuation(codePoint)) return 'punctuation';
  if (isHan(codePoint) || isKana(codePoint) || isFullWidthForm(codePoint)) return 'ideograph';
  if (isHangul(codePoint)) return 'hangul';
  return isShared(codePoint) ? 'shared' : 'other';
}

function width(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** The class of the last character, and the class of the last character that is not a shared mark. */
function sideBefore(text: string): { edge: Side; beyond: Side } {
  let edge: Side | undefined;
  for (let at = text.length; at > 0; ) {
    const codePoint = codePointBefore(text, at);
    at -= width(codePoint);
    if (isExtender(codePoint)) continue;
    const side = sideOf(codePoint);
    edge ??= side;
    if (side !== 'shared') return { edge, beyond: side };
  }
  return { edge: edge ?? 'other', beyond: 'other' };
}

function sideAfter(text: string): { edge: Side; beyond: Side } {
  let edge: Side | undefined;
  for (let at = 0; at < text.length; ) {
    const codePoint = codePointAfter(text, at);
    at += width(codePoint);
    const side = sideOf(codePoint);
    edge ??= side;
    if (side !== 'shared') return { edge, beyond: side };
  }
  return { edge: edge ?? 'other', beyond: 'other' };
}

/**
 * Whether a line end between two texts joins them without a space, as in Han prose. Only the characters beside the line end
 * count. The rules follow "Segment Break Transformation" in CSS Text: no space between Han, kana and full-width forms, or
 * beside full-width punctuation. Quotation marks, dashes and ellipses, which Latin uses too, follow the other side; if both
 * sides are such marks, the characters next to them decide. Hangul and an empty side always take a space.
 */
export function joinsWithNothing(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  const left = sideBefore(before);
  const right = sideAfter(after);
  if (left.edge === 'hangul' || right.edge === 'hangul') return false;
  if (left.edge === 'punctuation' || right.edge === 'punctuation') return true;
  if (left.edge === 'shared' && right.edge === 'shared') return isWide(left.beyond) && isWide(right.beyond);
  return (
    (left.edge === 'shared' || left.edge === 'ideograph') && (right.edge === 'shared' || right.edge === 'ideograph')
  );
}

function isWide(side: Side): boolean {
  return side === 'punctuation' || side === 'ideograph';
}
