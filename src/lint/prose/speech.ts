import type { House, Words } from '../../model/house.ts';
import { hasHan } from '../../text/index.ts';

const patterns = new WeakMap<Words, RegExp>();

/** Whether a text has one of the verbs by which the house's writers quote somebody. */
export function saysWho(text: string, { words }: House): boolean {
  const pattern = patterns.get(words) ?? patternOf(words.speech);
  patterns.set(words, pattern);
  return pattern.test(text);
}

/** Han is written without spaces, so its verbs have no ends to look for. */
function patternOf(verbs: readonly string[]): RegExp {
  const escaped = verbs.map((verb) => {
    const plain = verb.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return hasHan(verb) ? plain : `(?<![A-Za-z])${plain}(?![A-Za-z])`;
  });
  return new RegExp(escaped.join('|') || '(?!)', 'i');
}
