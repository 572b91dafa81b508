import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import type { HouseRule } from '../../src/model/house.ts';
import { exampleHouse, exampleNote } from './example.ts';

const now = Date.UTC(2026, 5, 1);

/** Findings that were wrong in use: rule, then the body of a note in which it finds nothing. */
test.each([
  ['missing-end', 'The lab opened at night. You can troubleshoot it here: [the page](https://example.com)'],
  ['missing-end', 'The lab opened.\n\n—— Kevin Wang, who runs the lab at night'],
  ['missing-end', 'The lab opened.\n\n--- 《左耳听风》'],
  ['missing-end', 'The lab opened at night. As I said at the time,\n\n> The lab is open.'],
  ['quotation-speaker', 'Silva reported to the desk that "The lab sleeps at night and we do not." It opened.'],
  ['quotation-speaker', 'Silva shared a line. "The lab sleeps at night and we do not." It opened.'],
  ['quotation-speaker', 'Silva pointed out one thing. "The lab sleeps at night and we do not." It opened.'],
  ['no-break-space', 'The page on Module&nbsp;Stability and Type&#160;Safety opened.'],
  ['placeholder', '??? warning "The lab is closed."'],
  ['placeholder', 'The field is \\_\\_\\_\\_ here.'],
  ['repeated-word', 'Refer to [](#metrics) to find it.'],
  ['ellipsis', 'The rule covers Self::foo(..) and main(..) too.'],
  ['repeated-word', 'They said something something about it.'],
  ['unbalanced-quote', 'The tag says ALT=&rdquo;&rdquo; there.'],
])('%s does not report %j', async (rule, body) => {
  const { findings } = await check(exampleNote({ body }), { rules: [rule], now });
  expect(findings).toEqual([]);
});

test('a letter and Han that are one word have no space', async () => {
  const body = '他买了 T恤、U盘和 A股，还做了 B超。';
  const { findings } = await check(exampleNote({ body, house: 'abab-zh' }), {
    house: 'abab-zh',
    rules: ['han-spacing'],
    now,
  });
  expect(findings).toEqual([]);
});

/* The fixes of one rule fought, or two fixes took a word away together. */
describe('unsafe fixes', () => {
  test.each([
    ["'Stop!' A Nation Says No", "'Stop!' A Nation Says No"],
    ["'Stop!' a Nation Says No", "'Stop!' A Nation Says No"],
    ['“It Is Over.” A New Start', '“It Is Over.” A New Start'],
    ['Announcing `async fn` in Traits', 'Announcing `async fn` in Traits'],
    ['Why This Is <strong>not</strong> a Lab', 'Why This Is <strong>not</strong> a Lab'],
    ['New rustup Released', 'New rustup Released'],
    ['Read and/or Write', 'Read and/or Write'],
    ['Lab Moves to /var/run', 'Lab Moves to /var/run'],
    ['This vs. that', 'This vs. That'],
    ['Three Things to Do: How To Improve a Port', 'Three Things to Do: How to Improve a Port'],
  ])('the headline %s becomes %s', async (headline, right) => {
    const note = exampleNote({ front: { headline: JSON.stringify(headline) } });
    const { text, findings } = await fix(note, { rules: ['headline-case'], unsafe: true, now });
    expect(text).toContain(`headline: ${JSON.stringify(right)}\n`);
    expect(findings).toEqual([]);
  });

  test.each(['FED CUTS RATES', 'OIL HITS NEW HIGH'])('%s is in capitals', async (headline) => {
    const { findings } = await check(exampleNote({ front: { headline } }), { rules: ['headline-case'], now });
    expect(findings.map(({ message }) => message)).toEqual(['headline is all in capitals']);
  });

  test.each(['The agency utilizes uses of land.', 'This is, approximately, an 80% cut.'])(
    'words in "%s" stay',
    async (body) => {
      const house = exampleHouse({
        houseSays: {
          words: {
            prefer: [
              { use: 'uses', not: ['utilizes'] },
              { use: 'about', not: ['approximately'] },
            ],
          },
        },
      });
      const { text } = await fix(exampleNote({ body }), { house, unsafe: true, now });
      expect(text).toContain(`\n${body}\n`);
    },
  );

  test('a range of dates is no dash', async () => {
    const body = 'The fair runs November 29 - December 2—a first. It opened—at night.';
    const { text } = await fix(exampleNote({ body }), { unsafe: true, now });
    expect(text).toContain(`\n${body}\n`);
  });
});

test.each([
  { pattern: String.raw`\bit's (own|new)\b` },
  { pattern: '"own"' },
  { words: ["it's own"] },
  { words: ['"own"'] },
])('a straight mark in %j matches the curly one', async (search) => {
  const base = exampleHouse({ houseSays: { typography: { quotes: 'curly' } } });
  if (typeof base === 'string') throw new Error('no house');
  const rule = { id: 'own', kind: 'existence', quoted: true, ...search } as HouseRule;
  const house = { ...base, rules: [rule] };
  const { findings } = await check(exampleNote({ body: 'The lab has it’s own “own” robot.' }), {
    house,
    rules: ['own'],
    now,
  });
  expect(findings.length).toBeGreaterThan(0);
});
