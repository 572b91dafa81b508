import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { longNote } from './notes.mjs';
import { table } from './table.mjs';

const FRONT = '---\nheadline: H\nsource: S\n---\n\n';
const repeat = (text) => (length) => FRONT + text.repeat(Math.ceil(length / text.length));
/** A text for each number, as `word` makes it, so that nothing is known from before. */
const numbered = (word) => (length) => {
  let text = FRONT;
  for (let at = 0; text.length < length; at++) text += word(at);
  return text;
};
const letters = (number) => number.toString(36).replace(/\d/g, (digit) => 'qwrtzpsdfg'[digit]);

/** Notes that have made a tool of this kind slow, by length in characters. */
const SHAPES = {
  'news prose': longNote,
  'one paragraph of one sentence': repeat('and so the work went on, '),
  'Chinese prose': repeat('实验室在五月开放，机器人计划晚间的工作。'),
  'different unknown words': numbered((at) => `${letters(at)}xq `),
  'different names': numbered((at) => `${letters(at).replace(/^./, (first) => first.toUpperCase())}son said so. `),
  'quotation marks': repeat('"a '),
  apostrophes: repeat("it's 'a "),
  'numbers and units': numbered((at) => `${at} percent of $${at} million, `),
  'asterisks and underscores': repeat('*a _b **c '),
  'links in links': repeat('[a](https://a.example/ [b] '),
  'backticks of different lengths': numbered((at) => `${'`'.repeat((at % 60) + 1)}a `),
  'angle brackets': repeat('<a <b '),
  'a table': (length) => `${FRONT}| a | b |\n|---|---|\n${'| c | d |\n'.repeat(length / 10)}`,
  'a list': repeat('- one item of a list\n'),
  footnotes: numbered((at) => `a[^${at}]\n\n[^${at}]: b\n\n`),
  'one blank line after another': repeat('a          \n\n'),
  'a heading with spaces': (length) => `${FRONT}# #${' '.repeat(length)}a\n`,
};

const SIZE = 200_000;
const VERBS = {
  render: ['render', '--to', 'html'],
  format: ['format'],
  check: ['check', '--no-cache'],
};

/** The CPU time of a note twice as long to that of a note: 2 is linear, 4 is the square. The start is part of it. */
export function growth({ root, temporary, runs, progress }) {
  const copydesk = [process.execPath, join(root, 'bin', 'copydesk.js')];
  const rows = Object.entries(SHAPES).map(([shape, note], at) => {
    const sizes = [SIZE, 2 * SIZE].map((size) => {
      const path = join(temporary, `growth-${at}-${size}.md`);
      writeFileSync(path, note(size));
      return path;
    });
    const cells = Object.entries(VERBS).map(([verb, args]) => {
      const cases = sizes.map((path) => ({
        name: `${shape}, ${verb}`,
        command: [...copydesk, ...args, path],
        exits: [0, 1, 2, 3],
      }));
      const found = measure(cases, { runs, watched: true, temporary, progress });
      const [once, twice] = cases.map((each) => found.get(each));
      const refused = once.status > 1 || twice.status > 1;
      return `${(twice.cpu / once.cpu).toFixed(1)} ×${refused ? ' (refused)' : ''}`;
    });
    return [shape, ...cells];
  });
  return [`### From 200,000 characters to 400,000 (${runs} runs)`, table(['CPU time', ...Object.keys(VERBS)], rows)];
}
