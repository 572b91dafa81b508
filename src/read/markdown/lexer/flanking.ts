import { codePointAfter, codePointBefore, isCjk } from '../../../text/index.ts';

interface Flanking {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/**
 * Whether a run of delimiters can open or close emphasis: CommonMark 0.31.2, section 6.2, with the amendments of
 * "markdown-cjk-friendly". Chinese has no spaces between words, so a mark beside a Han character needs none:
 * `**注意：**今天` is bold up to the colon.
 */
export function flanking(text: string, start: number, end: number, isLabel: boolean): Flanking {
  const before = kindBefore(text, start, isLabel);
  const after = end < text.length ? kindOf(codePointAfter(text, end)) : edge(isLabel);
  const left = after !== 'space' && (after !== 'punctuation' || isSpacing(before));
  const right = before !== 'space' && (before !== 'punctuation' || isSpacing(after));
  if (text.charAt(start) !== '_') return { canOpen: left, canClose: right };
  // Inside a word an underscore is a letter.
  return { canOpen: left && (!right || isPunctuation(before)), canClose: right && (!left || isPunctuation(after)) };
}

type Kind = 'space' | 'punctuation' | 'cjk' | 'cjkPunctuation' | 'letter';

/** Brackets surround the text of a link. Otherwise the end of a text counts as space. */
function edge(isLabel: boolean): Kind {
  return isLabel ? 'punctuation' : 'space';
}

function kindBefore(text: string, start: number, isLabel: boolean): Kind {
  if (start === 0) return edge(isLabel);
  const codePoint = codePointBefore(text, start);
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return 'cjk';
  if (codePoint < 0xfe00 || codePoint > 0xfe0e || start === 1) return kindOf(codePoint);
  // A variation selector belongs to the character before it. One makes full-width marks of “”‘’.
  const selected = codePointBefore(text, start - 1);
  return codePoint === 0xfe01 && FULL_WIDTH.has(selected) ? 'cjkPunctuation' : kindOf(selected);
}

const FULL_WIDTH: ReadonlySet<number> = new Set([0x2018, 0x2019, 0x201c, 0x201d]);

function isSpacing(kind: Kind): boolean {
  return kind !== 'letter';
}

function isPunctuation(kind: Kind): boolean {
  return kind === 'punctuation' || kind === 'cjkPunctuation';
}

/** Compiled on first use: Unicode properties are slow to compile. */
let punctuation: RegExp | undefined;

function kindOf(codePoint: number): Kind {
  if (codePoint < 0x80) return ASCII[codePoint] ?? 'letter';
  if (codePoint >= 0xc0 && codePoint < 0x250 && codePoint !== 0xd7 && codePoint !== 0xf7) return 'letter';
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'cjk';
  const character = String.fromCodePoint(codePoint);
  if (/\s/.test(character)) return 'space';
  punctuation ??= /[\p{P}\p{S}]/u;
  const isMark = punctuation.test(character);
  if (isCjk(codePoint)) return isMark ? 'cjkPunctuation' : 'cjk';
  return isMark ? 'punctuation' : 'letter';
}

const ASCII: readonly Kind[] = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return 'space';
  return /[!-/:-@[-`{-~]/.test(character) ? 'punctuation' : 'letter';
});
