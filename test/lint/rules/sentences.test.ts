import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { hasHan } from '../../../src/text/index.ts';
import { exampleNote } from '../example.ts';

/*
 * Recall and precision of a rule, sentence by sentence: `sentences/<rule>.txt` has a line with `-` for each slip, and a line
 * with `+` for correct copy that looks like one. `\n` is a line end.
 */
const folder = join(import.meta.dirname, 'sentences');

describe.each(readdirSync(folder).map((file) => file.replace(/\.txt$/, '')))('%s', (rule) => {
  const lines = readFileSync(join(folder, `${rule}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));

  test('has at least ten slips and fifteen correct sentences, each of them once', () => {
    expect(marked('- ').length).toBeGreaterThanOrEqual(10);
    expect(marked('+ ').length).toBeGreaterThanOrEqual(15);
    expect(marked('- ').length + marked('+ ').length).toBe(new Set(lines).size);
  });

  test.each(marked('- '))('reports %j', async (sentence) => {
    expect(await found(rule, sentence)).not.toEqual([]);
  });

  test.each(marked('+ '))('accepts %j', async (sentence) => {
    expect(await found(rule, sentence)).toEqual([]);
  });
});

async function found(rule: string, sentence: string): Promise<readonly string[]> {
  const isHan = hasHan(sentence);
  const house = isHan ? 'abab-zh' : 'abab';
  const note = exampleNote({ body: sentence.replaceAll('\\n', '\n'), house, front: { lang: isHan ? 'zh' : 'en' } });
  const { findings } = await check(note, { house, rules: [rule] });
  return findings.map(({ message }) => message);
}
