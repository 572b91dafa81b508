import { memoize } from '../memoize.ts';
import { sameNames } from '../prose/same-names.ts';
import type { SourceText } from './source-text.ts';
import { tokensIn } from './tokens.ts';

/** Words with a capital that name nothing in the story. */
const COMMON = new Set(
  'i sunday monday tuesday wednesday thursday friday saturday january february march april may june july august september october november december mr mrs ms dr mx'.split(
    ' ',
  ),
);

/** Returns the abbreviations that the words of the source spell: `fda` for `Food and Drug Administration`. */
const initials = memoize(({ source: { text } }: SourceText): ReadonlySet<string> => {
  const found = new Set<string>();
  const names = /(?<![\p{L}\d])[A-Z][\p{L}-]*(?:[ -](?:(?:of|and|the|for|on|in|de) )*[A-Z][\p{L}-]*){1,7}/gu;
  for (const [name] of text.matchAll(names)) {
    const letters = (name.match(/(?<![\p{L}])[A-Z]/gu) ?? []).join('').toLowerCase();
    for (let from = 0; from < letters.length - 1; from++) {
      for (let to = from + 2; to <= letters.length; to++) found.add(letters.slice(from, to));
    }
  }
  return found;
});

/** Whether the source has a word of a name, in another form or by its abbreviation. */
export function hasName(word: string, source: SourceText): boolean {
  const { keys } = source;
  const plain = word.replace(/['’]s?$/, '');
  const wanted = tokensIn(plain)[0]?.key ?? plain.toLowerCase();
  if (COMMON.has(wanted) || keys.has(wanted) || keys.has(`${wanted}'s`) || keys.has(`${wanted}s`)) return true;
  if (wanted.endsWith('s') && keys.has(wanted.slice(0, -1))) return true;
  if (sameNames(wanted).some((name) => keys.has(name))) return true;
  if (word === word.toUpperCase() && initials(source).has(wanted)) return true;
  return isDerived(wanted, keys);
}

const PEOPLE = /(?:ese|ian|ians|ish|an|ans|i|is|ic|n|ns)$/;

/** `Italian` for `Italy`, `Japanese` for `Japan`: an ending for people after a stem of the source. */
function isDerived(wanted: string, keys: ReadonlySet<string>): boolean {
  const from = PEOPLE.exec(wanted)?.index ?? 0;
  if (from < 4) return false;
  const stem = wanted.slice(0, from);
  return ['', 'a', 'y', 'ia', 'e', 'o'].some((ending) => keys.has(stem + ending));
}
