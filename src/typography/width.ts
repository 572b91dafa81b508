import { eastAsianWidth } from 'get-east-asian-width';

/** Printable ASCII: every UTF-16 unit is one column. */
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Other characters than those of which every UTF-16 unit is a grapheme: Latin, Greek, Cyrillic, punctuation, symbols, kana,
 * Han, Hangul syllables and full-width forms. Most texts have none, and the first use of the segmenter costs about 20 ms.
 */
const COMPLEX =
  /[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u27bf\u3000-\u3029\u3030-\u3098\u309b-\u3130\u3200-\u9fff\uac00-\ud7a3\uff01-\uff9d\uffe0-\uffe6]+/g;

function isSimple(text: string): boolean {
  return text.search(COMPLEX) === -1;
}

let segmenter: Intl.Segmenter | undefined;

/** The user-perceived characters of a text (UAX #29 extended grapheme clusters), in order. */
export function graphemes(text: string): string[] {
  if (isSimple(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const found: string[] = [];
  for (const { segment } of segmenter.segment(text)) found.push(segment);
  return found;
}

/** The number of graphemes. Segments only the complex characters and those beside them, because that is slow. */
export function graphemeCount(text: string): number {
  let count = text.length;
  for (const { 0: complex, index } of text.matchAll(COMPLEX)) {
    const around = text.slice(Math.max(0, index - 1), index + complex.length + 1);
    count -= around.length - graphemes(around).length;
  }
  return count;
}

/**
 * The columns of a text in a fixed-width display: East Asian Width (UAX #11) by grapheme, ambiguous as narrow, an emoji
 * sequence 2, a lone surrogate 1. Control and invisible characters, such as tabs and line ends, count 0.
 */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  if (isSimple(text)) {
    for (let at = 0; at < text.length; at++) width += eastAsianWidth(text.charCodeAt(at));
    return width;
  }
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

interface WidthPatterns {
  readonly invisible: RegExp;
  readonly beside: RegExp;
  readonly emojiSequence: RegExp;
}

let patterns: WidthPatterns | undefined;

/** Built on first use: Unicode properties are slow to compile. */
function loadPatterns(): WidthPatterns {
  patterns ??= {
    invisible: /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Zl}\p{Zp}]/u,
    // Spacing marks, Thai and Lao sara am, half-width voicing marks.
    beside: /[\p{Mc}\u0e33\u0eb3\uff9e\uff9f]/u,
    emojiSequence: new RegExp(
      [
        '^[#*0-9]\\ufe0f?\\u20e3', // keycap
        '^\\p{RI}\\p{RI}', // flag
        '^(?!\\p{ASCII})\\p{Emoji}\\ufe0f', // asked for as an emoji
        '^(?!\\p{ASCII})\\p{Emoji}\\p{Emoji_Modifier}', // skin tone
        '^\\p{ExtPict}[^\\u200d]{0,4}\\u200d\\p{ExtPict}', // joined
      ].join('|'),
      'u',
    ),
  };
  return patterns;
}

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && isSimple(grapheme)) return eastAsianWidth(grapheme.charCodeAt(0));
  const { invisible, beside, emojiSequence } = loadPatterns();
  if (emojiSequence.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (invisible.test(character)) continue;
    const point = character.codePointAt(0) ?? 0;
    // Only the first visible character counts, and characters beside it (not over it or inside it).
    if (width === 0) width = eastAsianWidth(point);
    else if (beside.test(character)) width += eastAsianWidth(point);
  }
  return width;
}
