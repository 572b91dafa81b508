import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { fix } from '../../../src/fix.ts';
import { builtInHouse, createHouse, extendHouse } from '../../../src/house/create.ts';
import { readHouse } from '../../../src/house/read.ts';
import { locationsOf } from '../../../src/model/diagnostic.ts';
import type { House } from '../../../src/model/house.ts';
import { createSource } from '../../../src/text/index.ts';
import { exampleNote } from '../example.ts';

/** Returns the house `abab` with these rules added, each a line of YAML. */
function houseWith(...rules: readonly string[]): House {
  return houseOf(`rules:\n${rules.map((rule) => `  - { ${rule} }\n`).join('')}`);
}

function houseOf(yaml: string, extending = 'abab'): House {
  const { data, diagnostics } = readHouse(createSource('house.yaml', yaml));
  expect(diagnostics).toEqual([]);
  const base = builtInHouse(extending);
  if (!base || !data) throw new Error('no house');
  return createHouse('mine', extendHouse(base.data, data), base.templates);
}

interface Parts {
  readonly front?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly insight?: string;
  readonly laws?: string;
}

async function found(rule: string, parts: Parts) {
  const text = exampleNote(parts);
  const { findings } = await check(text, { house: houseWith(rule), rules: ['own'] });
  return findings.flatMap((finding) => locationsOf(finding).map(({ start, end }) => text.slice(start, end)));
}

const only = async (rule: string, parts: Parts) =>
  (await check(exampleNote(parts), { house: houseWith(rule), rules: ['own'] })).findings;

describe('existence', () => {
  test.each([
    ['words: [very]', 'The very lab is Very every veryl.', ['very', 'Very']],
    ['words: [AI lab]', 'An AI lab, an ai lab, AI labs.', ['AI lab']],
    ['words: [AI lab], ignore_case: true', 'An AI\nlab, an ai lab, AI labs.', ['AI\nlab', 'ai lab']],
    ['words: [Very], ignore_case: false', 'The very lab is Very.', ['Very']],
    ["words: [can, don't, chipmaker]", "It can't, it don’t, a chipmaker's can.", ['don’t', 'chipmaker', 'can']],
    ['words: [赋能]', '实验室赋能AI，很好。', ['赋能']],
    ['words: [AI]', '实验室用AI，好，AIM。', ['AI']],
    ['words: [C++, a.b]', 'C++ and a.b, axb, C+.', ['C++', 'a.b']],
    ["pattern: '\\b[a-z]+ly\\b'", 'It really, surely works.', ['really', 'surely']],
    ["pattern: 'LAB', ignore_case: true", 'The lab.', ['lab']],
    ["pattern: '\\p{Lu}{3,}', words: [nasa]", 'NASA, USA, and Nasa.', ['NASA', 'USA', 'Nasa']],
    ['words: [state], exceptions: [state of the art]', 'The state of the art of a state.', ['state']],
    ['words: [very]', 'She said, "Very well," and it was very well.', ['very']],
    ['words: [very], quoted: true', 'She said, "Very well," and it was very well.', ['Very', 'very']],
    ['words: [very]', '> Very well.\n\n`very` https://very.example', []],
  ])('{ %s } in %j', async (keys, body, expected) => {
    expect(await found(`id: own, kind: existence, scope: [body], ${keys}`, { body })).toEqual(expected);
  });

  test('the house can set the message, advice and severity', async () => {
    const body = 'It is very good.';
    expect((await only('id: own, kind: existence, words: [very]', { body }))[0]).toMatchObject({
      rule: 'own',
      severity: 'warning',
      message: "the house does not use 'very'",
      advice: 'Remove or replace it.',
    });
    const rule =
      "id: own, kind: existence, words: [very], message: 'no %s', because: it says nothing, advice: 'Cut %s.', severity: error";
    expect((await only(rule, { body }))[0]).toMatchObject({
      severity: 'error',
      message: 'no very: it says nothing',
      advice: 'Cut very.',
    });
  });

  test.each([
    ['headline', ['Robots']],
    ['body', ['robots']],
    ['insight', ['robots']],
    ['laws', ['robots']],
    ['heading', ['robots']],
    ['headline, body', ['Robots', 'robots']],
    ['text', ['Robots', 'robots', 'robots', 'robots', 'robots']],
  ])('in the scope %s', async (scope, expected) => {
    const parts = {
      front: { headline: 'Robots Work' },
      body: 'The robots work.',
      insight: '### The robots\n\nThe robots work.',
      laws: '- No robots, but questions.',
    };
    expect(await found(`id: own, kind: existence, words: [robots], scope: [${scope}]`, parts)).toEqual(expected);
  });
});

describe('substitution', () => {
  const rule =
    'id: own, kind: substitution, swap: { utilize: use, e-mail: email, adviser: Adviser, Web site: website }';

  test('reports a word and its replacement', async () => {
    const findings = await only(rule, { body: 'They Utilize e-mail on a Web site, and a web site.' });
    expect(findings.map(({ message, advice }) => `${message} ${advice}`)).toEqual([
      "the house does not use 'Utilize' Write 'Use'.",
      "the house does not use 'e-mail' Write 'email'.",
      "the house does not use 'Web site' Write 'website'.",
    ]);
  });

  test.each([
    [rule, 'They UTILIZE it. Utilize it.', 'They USE it. Use it.'],
    [rule, 'It works. Web site or Web site?', 'It works. Website or website?'],
    [rule, 'An adviser and an Adviser.', 'An Adviser and an Adviser.'],
    [rule, 'She said, "We utilize it," and they utilize it.', 'She said, "We utilize it," and they use it.'],
    [`${rule}, ignore_case: true`, 'A web site.', 'A website.'],
  ])('{ %s } fixes %j', async (keys, body, expected) => {
    const options = { house: houseWith(keys), rules: ['own'] };
    const safe = await fix(exampleNote({ body }), options);
    expect(safe.text).toContain(body);
    const { text } = await fix(exampleNote({ body }), { ...options, unsafe: true });
    expect(text).toContain(expected);
    expect((await fix(text, { ...options, unsafe: true })).text).toBe(text);
  });

  test.each([
    ['Helix: Helix Micro', 'Helix Micro and Helix.', 'Helix Micro and Helix Micro.'],
    ['Helix: Helix Micro', 'Helix\nMicro, Helix  Micro, Helix micro.', undefined],
    ['chip: big chip', 'A chip. Chip or big chip or BIG CHIP?', 'A big chip. Big chip or big chip or BIG CHIP?'],
    ['chip: big part, part: small chip', 'A chip and a part.', 'A big part and a small chip.'],
    ['b: a b, c: b c', 'In a b c.', undefined],
    ['Adviser: adviser, helix micro: Helix Micro', 'Adviser to Helix\nMicro.', undefined],
    ["don't: don’t", "They don't, they don’t.", 'They don’t, they don’t.'],
    ['芯片: 小芯片', '一枚芯片与小芯片。', '一枚小芯片与小芯片。'],
  ])('{ %s } keeps words that are already right: %j', async (swap, body, expected) => {
    const house = houseWith(`id: own, kind: substitution, safe: true, swap: { ${swap} }`);
    const { text, fixed } = await fix(exampleNote({ body }), { house, rules: ['own'] });
    expect(text).toContain(expected ?? body);
    expect(fixed > 0).toBe(expected !== undefined);
    expect((await check(text, { house, rules: ['own'] })).findings).toEqual([]);
  });

  test('leaves what another rule writes', async () => {
    const swap = (id: string, words: string) => `id: ${id}, kind: substitution, safe: true, swap: { ${words} }`;
    const house = houseWith(swap('a', 'chip: big chip'), swap('b', 'big: large'));
    const { text } = await fix(exampleNote({ body: 'A chip, a big one.' }), { house, rules: ['a', 'b'] });
    expect(text).toContain('A big chip, a large one.');
  });

  test.each([
    ['three: 3', 'ap', 'It has three labs.'],
    ["'%': ' percent'", 'abab', 'It is 60% there.'],
    ['labs: labs labs', 'abab', 'It has labs.'],
  ])('{ %s } has no fix if another rule of %s undoes it', async (swap, base, body) => {
    const rule = `id: own, kind: substitution, safe: true, swap: { ${swap} }`;
    const house = houseOf(`rules: [{ ${rule} }, { id: lab, kind: substitution, swap: { It: He }, safe: true }]`, base);
    const { text, findings } = await fix(exampleNote({ body }), { house, unsafe: true });
    expect(text).toContain(body.replace('It', 'He'));
    const own = findings.filter(({ rule }) => rule === 'own');
    expect(own.length > 0 && own.every((finding) => finding.fix === undefined)).toBe(true);
    expect((await fix(text, { house, unsafe: true })).text).toBe(text);
  });

  test('`safe: true` makes the fix safe', async () => {
    const options = { house: houseWith(`${rule}, safe: true`), rules: ['own'] };
    expect((await fix(exampleNote({ body: 'An e-mail.' }), options)).text).toContain('An email.');
  });
});

describe('words.prefer', () => {
  test.each([
    ['use: Helix Micro, not: [Helix]', 'Helix Micro and Helix.', 'Helix Micro and Helix Micro.'],
    ['use: Helix Micro, not: [Helix]', 'Helix\nMicro, Helix  Micro.', undefined],
    ['use: big chip, not: [chip, part]', 'A part, a chip, a big chip.', 'A big chip, a big chip, a big chip.'],
    ['use: Chip, not: [chip]', 'Chip and chip.', 'Chip and Chip.'],
  ])('{ %s } keeps words that are already right: %j', async (keys, body, expected) => {
    const options = { house: houseOf(`words: { prefer: [{ ${keys} }] }`), rules: ['preferred-word'] };
    const { text, fixed } = await fix(exampleNote({ body }), { ...options, unsafe: true });
    expect(text).toContain(expected ?? body);
    expect(fixed > 0).toBe(expected !== undefined);
    expect((await check(text, options)).findings).toEqual([]);
  });
});

describe('occurrence', () => {
  test.each([
    ['words: [but], max: 1', 'One but two but three.\n\nFour but five.', ['but']],
    ["pattern: '!', max: 0", 'One! Two!', ['!', '!']],
    ["pattern: ';', max: 2", 'One; two; three; four; five.', [';', ';']],
    ['words: [but], max: 2', 'One but two but three.', []],
  ])('{ %s } in %j', async (keys, body, expected) => {
    expect(await found(`id: own, kind: occurrence, ${keys}`, { body })).toEqual(expected);
  });

  test('the message says how often', async () => {
    const [finding] = await only('id: own, kind: occurrence, words: [but], max: 1', {
      body: 'One but two but three but four.',
    });
    expect(finding?.message).toBe("'but' or similar occurs 3 times here; the house allows once");
    expect(finding?.locations).toHaveLength(2);
  });
});

describe('capitalization', () => {
  test.each([
    ['match: sentence', 'Robots Take the Night Shift', 1],
    ['match: sentence', 'Robots take the night shift', 0],
    ['match: sentence', 'Robots at Northwind Labs take the night shift', 0],
    ['match: sentence', 'robots take the night shift', 1],
    ['match: sentence', 'iPhone maker opens AI lab', 0],
    ['match: sentence, exceptions: [Night Shift, Northwind]', 'Northwind Night Shift opens', 0],
    ['match: title', 'Robots Take the Night Shift', 0],
    ['match: title', 'Robots take the Night Shift with iPhone', 0],
    ['match: title', 'Robots Replace scientists', 1],
    ['match: lower', 'robots', 0],
    ['match: lower', 'Robots', 1],
    ['match: lower, exceptions: [AI]', 'AI robots', 0],
    ['match: upper', 'ROBOTS 24', 0],
    ['match: upper', 'Robots', 1],
    ['match: title', '无人实验室', 0],
  ])('{ %s } of %j', async (keys, headline, expected) => {
    const rule = `id: own, kind: capitalization, scope: [headline], ${keys}`;
    expect(await found(rule, { front: { headline } })).toHaveLength(expected);
  });

  test('checks headings by default', async () => {
    const parts = { body: 'A lab.', insight: '### WHO IT IS\n\nThe lab.' };
    expect(await found('id: own, kind: capitalization, match: lower', parts)).toEqual(['WHO IT IS']);
  });
});

test('`severities` switches off a rule of the house', async () => {
  const house = houseWith('id: own, kind: existence, words: [very]');
  const off: House = { ...house, severities: new Map([['own', 'off']]) };
  const text = exampleNote({ body: 'It is very good.' });
  expect((await check(text, { house })).findings.map(({ rule }) => rule)).toContain('own');
  expect((await check(text, { house: off })).findings.map(({ rule }) => rule)).not.toContain('own');
});
