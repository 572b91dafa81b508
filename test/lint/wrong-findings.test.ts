import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import type { HouseRule } from '../../src/model/house.ts';
import { exampleHouse, exampleNote } from './example.ts';

const now = Date.UTC(2026, 5, 1);

/** Findings that were wrong in use: rule, then the body of a note in which it finds nothing. */
test.each([
  // A line that another block finishes has no missing end.
  ['missing-end', 'The lab opened at night. You can troubleshoot it here: [the page](https://example.com)'],
  ['missing-end', 'The lab opened.\n\n—— Kevin Wang, who runs the lab at night'],
  ['missing-end', 'The lab opened.\n\n--- 《左耳听风》'],
  ['missing-end', 'The lab opened at night. As I said at the time,\n\n> The lab is open.'],
  ['missing-end', 'The lab opened at night. As I said at the time,\n\n- The lab is open.\n- It has robots.'],
  [
    'missing-end',
    'The lab opened.\n\n> We sleep, and the lab does not.\n\n- **Kenny Nieh, who directs the lab at night**',
  ],
  ['missing-end', '> We sleep, and the lab does not.\n\n— Kenny Nieh, who directs the lab at night'],
  ['quotation-speaker', '"We sleep at night, and the lab does not."\n\n- **Kenny Nieh, director of the lab**'],
  // The speaker is there.
  ['quotation-speaker', 'Silva reported to the desk that "The lab sleeps at night and we do not." It opened.'],
  ['quotation-speaker', 'Silva shared a line. "The lab sleeps at night and we do not." It opened.'],
  ['quotation-speaker', 'Silva pointed out one thing. "The lab sleeps at night and we do not." It opened.'],
  ['quotation-speaker', 'At the lab, we heard things like: "The lab sleeps at night and we do not." It opened.'],
  ['no-break-space', 'The page on Module&nbsp;Stability and Type&#160;Safety opened.'],
  ['placeholder', '??? warning "The lab is closed."'],
  ['placeholder', 'The field is \\_\\_\\_\\_ here.'],
  ['repeated-word', 'Refer to [](#metrics) to find it.'],
  ['ellipsis', 'The rule covers Self::foo(..) and main(..) too.'],
  ['repeated-word', 'They said something something about it.'],
  ['unbalanced-quote', 'The tag says ALT=&rdquo;&rdquo; there.'],
  // The noun praises nothing.
  ['avoided-word', 'Its code advances the state-of-the-art in storage.'],
  ['avoided-word', 'It improves on the current state-of-the-art.'],
  ['avoided-word', 'It beats the state-of-the-art, by far.'],
  ['avoided-word', 'This state of the art is old, and the state-of-the-art is older.'],
  // A heading of level 1 below the headline is a section.
  ['two-headlines', 'The lab opened.\n\n# Logs\n\nIt has robots.'],
  ['two-headlines', '# Logs\n\nThe lab opened.\n\n# Robots\n\nIt has robots.'],
  ['two-headlines', '# Logs\n\nThe lab opened.\n\nRobots\n===\n\nIt has robots.'],
])('%s does not report %j', async (rule, body) => {
  const { findings } = await check(exampleNote({ body }), { rules: [rule], now });
  expect(findings).toEqual([]);
});

test.each([
  // Nowadays.
  ['relative-time', '在今天，机器人无处不在。'],
  ['relative-time', '今天的互联网离不开机器人。'],
  ['relative-time', '直到今天，它仍在运行。'],
  ['relative-time', '今天看来，它并不小。'],
  ['relative-time', '时至今日，它还在运行。'],
  // The URL ends before the comma.
  ['malformed-url', '地址是 http://localhost，类别是开放。'],
  ['malformed-url', '地址是 <http://localhost>，类别是开放。'],
  ['quotation-speaker', '主任谈道：“我们睡觉，实验室整夜不睡。”'],
  ['two-headlines', '# 前言\n\n机器人开门。\n\n# 正文\n\n机器人关门。'],
  ['two-headlines', '机器人开门。\n\n# 前言\n\n机器人关门。'],
])('%s does not report %j in Chinese', async (rule, body) => {
  const note = exampleNote({ body, house: 'abab-zh', front: { date: null } });
  expect((await check(note, { house: 'abab-zh', rules: [rule], now })).findings).toEqual([]);
});

/* The siblings that are no exceptions. */
test.each([
  ['relative-time', '今天上午，实验室开放。'],
  ['relative-time', '公司今天宣布开放。'],
  ['relative-time', '今天，公司宣布开放。'],
])('%s reports %j', async (rule, body) => {
  const note = exampleNote({ body, house: 'abab-zh', front: { date: null } });
  expect((await check(note, { house: 'abab-zh', rules: [rule], now })).findings).toHaveLength(1);
});

test.each([
  'This is a state-of-the-art lab.',
  'The state-of-the-art lab opened.',
  'The lab is state-of-the-art.',
  'The lab is state-of-the-art and open.',
])('avoided-word reports %j', async (body) => {
  expect((await check(exampleNote({ body }), { rules: ['avoided-word'], now })).findings).toHaveLength(1);
});

test.each(['# Lab Opens', '# Lab Opens\n\n## Logs', '# *Lab* Opens'])(
  'two-headlines reports %j, the only heading of level 1',
  async (heading) => {
    const note = exampleNote({ body: `${heading}\n\nThe lab opened.` });
    expect((await check(note, { rules: ['two-headlines'], now })).findings).toHaveLength(1);
  },
);

/* The rules say that a hyphen used as a dash is a suggestion, but showed it only beside a real dash. */
test.each([
  'The rate "rose in May - the best since 2019 - and fell".',
  'The rate rose in May - the best since 2019 - and fell.',
  'The lab - open at night - closed.',
])('dash suggests a dash in %j', async (body) => {
  const { findings } = await check(exampleNote({ body }), { rules: ['dash'], now });
  expect(findings.map(({ severity }) => severity)).toEqual(['information']);
});

test.each(['Open File - Save - Print.', 'The score was 3 - 2 and 4 - 1.', 'It opened - at last. It closed - at once.'])(
  'dash accepts %j',
  async (body) => {
    expect((await check(exampleNote({ body }), { rules: ['dash'], now })).findings).toEqual([]);
  },
);

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
    // The AP Stylebook capitalizes the To of an infinitive. Before an object it is a preposition.
    ['Three Things to Do: How To Improve a Port', 'Three Things to Do: How To Improve a Port'],
    ['Three Things To Do: How to Improve a Port', 'Three Things To Do: How to Improve a Port'],
    ['Acme Agrees To Sell', 'Acme Agrees To Sell'],
    ['Acme Goes To the Wall', 'Acme Goes to the Wall'],
    ['From Zero To 100', 'From Zero to 100'],
    ['A Guide To AI', 'A Guide to AI'],
    ['A Guide To Sensors', 'A Guide To Sensors'],
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
