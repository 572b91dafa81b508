import { describe, expect, test } from 'vitest';
import { fix } from '../src/fix.ts';
import { exampleNote } from './lint/example.ts';

const fixed = async (body: string, unsafe = false): Promise<string> => {
  const { text } = await fix(exampleNote({ body }), { unsafe });
  return text.slice(text.indexOf('---\n\n') + 5, text.indexOf('\n\n## Insight'));
};

test('a sentence that ends with p.m. after the fix has one period', async () => {
  expect(await fixed('The shift ended at 11 p.m. at night.', true)).toBe('The shift ended at 11 p.m.');
});

describe('what is safe is put right', () => {
  test.each([
    ['a mark', 'They call it ‘night science’.', "They call it 'night science'."],
    ['marks on both sides of emphasis', 'They call it *‘night science’*.', "They call it *'night science'*."],
    [
      'a mark that is written as a reference',
      'They call it &lsquo;night science&rsquo;.',
      "They call it 'night science'.",
    ],
    ['a mark over a line end', 'They call it ‘night\nscience’.', "They call it 'night science'."],
    ['in a list in a quotation', '> - It is ‘night’.', "> - It is 'night'."],
    ['in a table', '| a | b |\n| --- | --- |\n| ‘c’ | d |', "| a   | b   |\n| --- | --- |\n| 'c' | d   |"],
  ])('%s', async (_, body, expected) => {
    expect(await fixed(body)).toBe(expected);
  });
});

describe('what is not to be changed is not', () => {
  test.each([
    ['code', 'They run `‘night’`.'],
    ['a code block', '```\n‘night’\n```'],
    ['an address', 'See <https://a.example/‘night’>.'],
    ['the target of a link', "See [the lab](https://a.example/‘n’ 'x')."],
    ['a comment', 'The lab. <!-- ‘night’ -->'],
  ])('%s', async (_, body) => {
    expect(await fixed(body, true)).toContain(/[‘][^’]*’/.exec(body)?.[0]);
  });
});

test('line ends and the byte order mark of the file stay', async () => {
  const text = `\ufeff${exampleNote({ body: 'It is ‘night’.' })}`.replaceAll('\n', '\r\n');
  expect((await fix(text)).text).toBe(text.replace('‘night’', "'night'"));
});

test('a value keeps its kind of quotation marks', async () => {
  const headlines = [`"The ‘Lab’"`, `'The ‘Lab’'`, `The ‘Lab’`, `'It’s a "Lab"'`];
  const after = ['"The \'Lab\'"', "'The ''Lab'''", "The 'Lab'", `'It''s a "Lab"'`];
  for (const [index, headline] of headlines.entries()) {
    const { text } = await fix(exampleNote({ front: { headline } }), { rules: ['quote-marks'] });
    expect(/^headline: (.*)$/m.exec(text)?.[1]).toBe(after[index]);
  }
});

test('a fix that would break what it stands in is left out, and the others are made', async () => {
  const { text, findings } = await fix(
    exampleNote({ front: { headline: '‘Lab’ Opens at Night' }, body: 'It is ‘night’.' }),
  );
  expect(/^headline: (.*)$/m.exec(text)?.[1]).toBe('‘Lab’ Opens at Night');
  expect(text).toContain("It is 'night'.");
  expect(findings.map(({ rule }) => rule)).toContain('quote-marks');
});

test('where a note cannot be read, it stays as it is', async () => {
  const text = '---\nheadline: a: b\n---\n\n‘a’\n';
  const result = await fix(text);
  expect(result.text).toBe(text);
  expect(result.findings.map(({ severity }) => severity)).toContain('fatal');
});

/* URLs in values are left alone, as in the body. */
test.each(['dek', 'section'])('a URL in %s gets no space and no other mark', async (key) => {
  for (const url of [
    'https://zh.example/wiki/基於WebKit排版',
    'www.zh.example/wiki/港口3号WebKit',
    'desk--x@zh.example',
  ]) {
    const text = exampleNote({ house: 'abab-zh', front: { [key]: `见 ${url}` } });
    const rules = ['han-spacing', 'han-punctuation', 'dash'];
    const { text: fixed } = await fix(text, { house: 'abab-zh', unsafe: true, rules });
    expect(fixed).toContain(`${key}: 见 ${url}\n`);
    expect((await fix(text.replace(url, '3号WebKit排版'), { house: 'abab-zh', rules })).text).toContain(
      '3 号 WebKit 排版',
    );
  }
});

describe('accepts', () => {
  const text = exampleNote({ body: 'The lab lab opened a ‘night’ shift.\n\n\n\nIt is ‘dark’.' });

  test('decides about each finding with a fix, and nothing is formatted', async () => {
    const asked: string[] = [];
    const result = await fix(text, {
      accepts: ({ rule, fix }) => {
        asked.push(`${rule} ${fix?.isSafe}`);
        return rule === 'repeated-word';
      },
    });
    expect(result.text).toBe(text.replace('lab lab', 'lab'));
    expect(result.fixed).toBe(1);
    expect(new Set(asked)).toEqual(new Set(['repeated-word false', 'quote-marks true']));
  });

  test('may wait for an answer, and a declined note is unchanged', async () => {
    const { text: same, fixed } = await fix(text, { accepts: async () => false });
    expect([same, fixed]).toEqual([text, 0]);
  });
});
