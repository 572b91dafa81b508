import type { House, Words } from '../../model/house.ts';
import { hasHan } from '../../text/index.ts';
import { memoize } from '../memoize.ts';

/** Whether a text contains a verb of speech, such as `said`. */
export function saysWho(text: string, { words }: House): boolean {
  return patternOf(words).test(text);
}

/** Latin verbs are matched as whole words; Chinese has no spaces to mark them. */
const patternOf = memoize(({ speech }: Words) => {
  const escaped = speech.map((verb) => {
    const plain = verb.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return hasHan(verb) ? plain : `(?<![A-Za-z])${plain}(?![A-Za-z])`;
  });
  return new RegExp(escaped.join('|') || '(?!)', 'i');
});
