import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigResolver } from '../../src/cli/config/config-resolver.ts';
import { Invalid } from '../../src/cli/exit.ts';
import { positionAt } from '../../src/text/index.ts';
import { copydesk, file, folder, note } from './program.ts';

/** What is wrong with the house of a note, for whoever wants to check it: a line for each fault, with its advice below. */
async function faults(files: Readonly<Record<string, string>>, house?: string): Promise<string> {
  const dir = folder();
  for (const [name, text] of Object.entries(files)) file(dir, name, text);
  try {
    await new ConfigResolver(house === undefined ? {} : { house: join(dir, house) }).of(join(dir, 'note.md'));
    return '';
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.diagnostics
      .map(({ source, span, message, advice }) => {
        const { line, column } = positionAt(source, span.start);
        return `${source.path}:${line}:${column}: ${message}\n${advice}`;
      })
      .join('\n');
  }
}

describe("faults of a house's rules have a place", () => {
  const rule = (keys: string) => `rules:\n  - { id: no-hype, ${keys} }\n`;
  test.each([
    ['no kind', rule('words: [x]'), /:2:5: an item of rules has no key 'kind'.*\n(?:.*\n)*.*existence, substitution/],
    [
      'an unknown kind',
      rule('kind: existance, words: [x]'),
      /:2:26: kind must be one of existence.*\n(?:.*\n)*.*Did you mean 'existence'\?/,
    ],
    [
      'a key of another kind',
      rule('kind: existence, words: [x], max: 2'),
      /:2:49: unknown key 'max' in an item of rules/,
    ],
    [
      'a misspelt key',
      rule('kind: existence, wrods: [x]'),
      /:2:37: unknown key 'wrods'.*\n(?:.*\n)*.*Did you mean 'words'\?/,
    ],
    ['a key that its kind needs', rule('kind: substitution'), /:2:5: an item of rules has no key 'swap'/],
    ['nothing to look for', rule('kind: existence'), /:2:11: rule 'no-hype' has no words and no pattern/],
    ['no words', rule('kind: existence, words: []'), /:2:44: rule 'no-hype' has an empty list or word under 'words'/],
    [
      'an empty word',
      rule("kind: existence, words: ['']"),
      /:2:44: rule 'no-hype' has an empty list or word under 'words'/,
    ],
    [
      'an unknown scope',
      rule('kind: existence, words: [x], scope: [bodys]'),
      /:2:57: an item of scope must be one of text.*\n(?:.*\n)*.*Did you mean 'body'\?/,
    ],
    ['a wrong severity', rule('kind: existence, words: [x], severity: err'), /:2:59: severity must be one of error/],
    ['a wrong maximum', rule('kind: occurrence, words: [x], max: many'), /:2:55: max must be a whole number/],
    [
      'a name with spaces',
      'rules:\n  - { id: No hype, kind: existence, words: [x] }\n',
      /:2:11: id must be a name in lower-case letters/,
    ],
    [
      'a name twice',
      `${rule('kind: existence, words: [x]')}  - { id: no-hype, kind: existence, words: [y] }\n`,
      /:3:11: duplicate rule 'no-hype'/,
    ],
    [
      'the name of a rule of copydesk',
      'rules:\n  - { id: repeated-word, kind: existence, words: [x] }\n',
      /:2:11: 'repeated-word' is the name of a built-in rule/,
    ],
    [
      'an invalid pattern',
      rule("kind: existence, pattern: '(very'"),
      /:2:46: the pattern of rule 'no-hype' is invalid: missing closing \)\nUse RE2 syntax/,
    ],
    [
      'a pattern of everything',
      rule("kind: existence, pattern: 'x*'"),
      /:2:46: the pattern of rule 'no-hype' matches empty text/,
    ],
    [
      'a lookaround',
      rule("kind: existence, pattern: 'a(?=b)'"),
      /:2:46: RE2 does not support the lookaround in the pattern of rule 'no-hype'\n.*'exceptions'/,
    ],
    [
      'a backreference',
      rule("kind: occurrence, max: 1, pattern: '(a)\\1'"),
      /:2:55: RE2 does not support the backreference in the pattern of rule 'no-hype'/,
    ],
    [
      'a word that replaces itself',
      rule('kind: substitution, swap: { chip: chip }'),
      /:2:48: rule 'no-hype' replaces 'chip' with itself\nUse another word, or remove this one\./,
    ],
    [
      'an empty replacement',
      rule("kind: substitution, swap: { watts: '' }"),
      /:2:55: rule 'no-hype' has no replacement for 'watts'\n.*existence/,
    ],
    [
      'no replacement beside others',
      rule('kind: substitution, swap: { e-mail: email, watts: }'),
      /:2:63: watts in swap has no value\nWrite a value after the colon, or remove the key\./,
    ],
    ['no severity', 'severities: { repeated-word: }\n', /:1:15: repeated-word in severities has no value/],
    [
      'words that replace each other',
      rule('kind: substitution, safe: true, swap: { chip: part, Part: a chip, part: Chip }'),
      /^\S*:2:60: rule 'no-hype' replaces words in a cycle: chip → part → chip\nRemove one of these replacements.*$/,
    ],
    [
      'words that replace each other in two rules',
      `${rule('kind: substitution, swap: { chip: part }')}  - { id: b, kind: substitution, swap: { part: chip } }\n`,
      /:2:48: rule 'no-hype' and rule 'b' replace words in a cycle: chip → part → chip/,
    ],
    [
      'a word that a house prefers to its replacement',
      rule('kind: substitution, swap: { use: utilize }'),
      /:2:48: rule 'no-hype' and words\.prefer replace words in a cycle: use → utilize → use/,
    ],
    [
      'preferred words in a circle',
      'words: { prefer: [{ use: chip, not: [part] }, { use: part, not: [chip] }] }\n',
      /:1:38: words\.prefer replaces words in a cycle: part → chip → part/,
    ],
    [
      'a word that is preferred to itself',
      'words: { prefer: [{ use: chip, not: [part, chip] }] }\n',
      /:1:44: words\.prefer replaces 'chip' with itself/,
    ],
    [
      'no preferred word',
      "words: { prefer: [{ use: ' ', not: [part] }] }\n",
      /:1:26: words\.prefer has no replacement for 'part'\n.*words\.avoid/,
    ],
    [
      'a severity of no rule',
      'severities:\n  repeated-wrod: off\n',
      /:2:3: unknown rule 'repeated-wrod'.*\n(?:.*\n)*.*Did you mean 'repeated-word'\?/,
    ],
    [
      'a severity of no rule of its own',
      `${rule('kind: existence, words: [x]')}severities: { no-hipe: error }\n`,
      /:3:15: unknown rule 'no-hipe'.*\n(?:.*\n)*.*Did you mean 'no-hype'\?/,
    ],
    [
      'a severity that is none',
      'severities: { repeated-word: warn }\n',
      /:1:30: repeated-word must be one of error, warning/,
    ],
  ])('%s', async (_, yaml, message) => {
    expect(await faults({ 'mine/house.yaml': yaml }, 'mine')).toMatch(message);
  });

  test.each([
    ['house:\n  usage: { percent: signs }\n', /copydesk\.yaml:2:21: percent must be one of sign/],
    [
      'house:\n  words: { speach: [said] }\n',
      /copydesk\.yaml:2:12: unknown key 'speach' in words.*\n(?:.*\n)*.*Did you mean 'speech'\?/,
    ],
    [
      "house:\n  rules: [{ id: x, kind: existence, pattern: '(?<!a)x' }]\n",
      /copydesk\.yaml:2:46: RE2 does not support the lookaround/,
    ],
    ['house:\n  severities: { x: off }\n', /copydesk\.yaml:2:17: unknown rule 'x'/],
    ['house:\n  counts: { body: { min: 6 } }\n', /copydesk\.yaml:2:26: counts for body have a min of 6 and a max of 5/],
    ['house:\n  extends: nowhere\n', /copydesk\.yaml:2:12: unknown house 'nowhere'/],
  ])('in copydesk.yaml: %j', async (yaml, message) => {
    expect(await faults({ 'copydesk.yaml': yaml })).toMatch(message);
  });

  test.each([
    rule('kind: substitution, swap: { chip: big chip, big: large, large: the chip }'),
    rule('kind: substitution, swap: { chip: Chip, web: Web, utilize: use, use: employ }'),
    `${rule('kind: substitution, scope: [headline], swap: { chip: part }')}  - { id: b, kind: substitution, scope: [laws], swap: { part: chip } }\n`,
    `${rule('kind: substitution, swap: { chip: part }')}  - { id: b, kind: substitution, swap: { part: chip } }\nseverities: { b: off }\n`,
    'words: { prefer: [{ use: Helix Micro, not: [Helix] }, { use: Chip, not: [chip] }] }\n',
  ])('words that replace one another come to an end: %j', async (yaml) => {
    expect(await faults({ 'mine/house.yaml': yaml }, 'mine')).toBe('');
  });

  test('what is inherited has been looked at where it stands', async () => {
    const files = {
      'base/house.yaml': rule("kind: existence, pattern: '\\bvery\\b'"),
      'mine/house.yaml': 'extends: ../base\nseverities: { no-hype: error, repeated-word: off }\n',
    };
    expect(await faults(files, 'mine')).toBe('');
  });
});

describe('copydesk check', () => {
  test.each([
    [
      "rules:\n  - { id: x, kind: existence, pattern: '(?=a)a' }\n",
      "mine/house.yaml:2:40: error: RE2 does not support the lookaround in the pattern of rule 'x'",
    ],
    [
      "rules:\n  - { id: x, kind: existence, pattern: '(a' }\n",
      "mine/house.yaml:2:40: error: the pattern of rule 'x' is invalid",
    ],
    ['severities:\n  repeated-wrod: off\n', "mine/house.yaml:2:3: error: unknown rule 'repeated-wrod'"],
  ])('refuses %j before a note is changed', async (yaml, message) => {
    const dir = folder();
    file(dir, 'mine/house.yaml', yaml);
    const text = `${note()}\nThe  the lab.   \n`;
    const path = file(dir, 'note.md', text);
    const result = await copydesk(['check', path, '--fix', '--unsafe-fixes', '--house', join(dir, 'mine')]);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test("follows a house's own rules, by name and with its severities", async () => {
    const dir = folder();
    file(
      dir,
      'mine/house.yaml',
      'rules:\n  - { id: no-lab, kind: existence, words: [lab] }\nseverities: { no-lab: error }\n',
    );
    const path = file(dir, 'note.md', note());
    const result = await copydesk(['check', path, '--rule', 'no-lab', '--house', join(dir, 'mine')]);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain("error: the house does not use 'Lab' [no-lab]");
  });
});

test('who prints does not wait for the rules to be judged', async () => {
  const dir = folder();
  file(dir, 'mine/house.yaml', "rules:\n  - { id: x, kind: existence, pattern: '(?=a)a' }\n");
  const path = file(dir, 'note.md', note());
  expect((await copydesk(['render', path, '--house', join(dir, 'mine')])).code).toBe(0);
});
