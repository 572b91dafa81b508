/**
 * Math between dollar signs, as in Pandoc: no space inside them, and no letter or digit outside. A digit after the first one
 * makes a price of it. Code and links are no math.
 */
export const MATH = /(?<![\w$\\])\$(?![\s\d$])[^$\n`]{0,200}[\\^_{}*=~<>[][^$\n`]{0,200}(?<![\s\\])\$(?![\w$])/gm;

const AT = new RegExp(MATH.source, 'y');

/** The math that starts at an offset. Nothing in it is interpreted. */
export function mathAt(text: string, start: number): string | undefined {
  AT.lastIndex = start;
  const found = AT.exec(text)?.[0];
  return found === undefined || /\][([]/.test(found) ? undefined : found;
}
