import type { Quantity } from './numbers.ts';

/** Returns a number of a text for a message: as written, if that is short. */
export function shown({ span, value, unit }: Quantity, text: string): string {
  const written = text.slice(span.start, span.end);
  if (/^[A-Z][a-z]/.test(written)) return written.toLowerCase();
  return written.length <= 18 ? written : `${value.toLocaleString('en-US')}${unit === '%' ? '%' : ''}`;
}

/** Returns two numbers as written, in quotation marks if they start with a currency. */
export function together(a: Quantity, word: string, b: Quantity, text: string): string {
  const written = `${shown(a, text)} ${word} ${shown(b, text)}`;
  return /^[\p{Ll}\p{N}]/u.test(written) ? written : `'${written}'`;
}

/** Returns a result as the text writes another number: `$300 million` beside `$3 billion`, `1 亿元` beside `1 万元`. */
export function resultLike({ span, unit }: Quantity, value: number, text: string): string {
  const written = text.slice(span.start, span.end);
  if (/[\u4e00-\u9fff]/.test(written)) {
    const [times, word] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, ''];
    const measure = /[^\s\d.,零一二两三四五六七八九十百千万亿]*$/.exec(written)?.[0] ?? '';
    return `${rounded(value / times)} ${word}${measure}`.trim();
  }
  const sign = /^[^\d\s]+(?=\d)/.exec(written)?.[0] ?? '';
  const [size, name] = MAGNITUDES.find(([magnitude]) => value >= magnitude) ?? [1, ''];
  return `${sign}${rounded(value / size).toLocaleString('en-US')}${name}${unit === '%' ? '%' : ''}`;
}

const MAGNITUDES: readonly (readonly [number, string])[] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
