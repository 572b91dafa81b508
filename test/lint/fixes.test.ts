import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import { format } from '../../src/format.ts';
import { resolveHouse } from '../../src/house/resolve.ts';
import { exampleNote } from './example.ts';

const unsafe = (text: string, rule: string) => fix(text, { rules: [rule], unsafe: true });
const rules = async (text: string) => (await check(text)).findings.map(({ rule }) => rule);

describe('a key that is certainly misspelt', () => {
  test('gets its name', async () => {
    const { text, fixed } = await unsafe(exampleNote({ front: { source: null, sorce: 'The Lab' } }), 'unknown-key');
    expect(fixed).toBe(1);
    expect(text).toContain('\nsource: The Lab\n');
  });

  test('gets it inside another as well', async () => {
    const note = exampleNote({ front: { source: '{ name: The Lab, ulr: https://lab.example/ }' } });
    expect((await unsafe(note, 'unknown-key')).text).toContain('{ name: The Lab, url: https://lab.example/ }');
  });

  test.each([
    ['where the note has that key', { sorce: 'The Lab' }],
    ['where it has it by another name', { source: null, attribution: 'The Lab', sorce: 'Another' }],
    ['where one could doubt', { note: 'Ask the lab' }],
  ])('is left alone %s', async (_, front) => {
    const note = exampleNote({ front });
    expect((await unsafe(note, 'unknown-key')).text).toBe(note);
  });

  test('is left alone without being asked', async () => {
    const note = exampleNote({ front: { source: null, sorce: 'The Lab' } });
    expect((await fix(note, { rules: ['unknown-key'] })).text).toBe(note);
  });
});

describe('a section that is certainly misspelt', () => {
  const note = exampleNote({}).replace('## Insight', '## Insigth');

  test('gets its name, and all that stands under it', async () => {
    expect(await rules(note)).toContain('missing-insight');
    const { text } = await unsafe(note, 'unknown-section');
    expect(text).toBe(exampleNote({}));
  });

  test.each([
    ['where the note has that section', exampleNote({}).replace('## Laws', '## Insigth\n\n## Laws')],
    ['where its text would not be printed any more', exampleNote({}).replace('## Laws', '## Note\n\n## Laws')],
    ['where its heading has marks', note.replace('Insigth', '*Insigth*')],
  ])('is left alone %s', async (_, text) => {
    expect((await unsafe(text, 'unknown-section')).text).toBe(text);
  });
});

describe('a bare address', () => {
  test.each([
    ['See https://lab.example/a_b.', 'See <https://lab.example/a_b>.'],
    ['See *https://lab.example/x* and **more**.', 'See *<https://lab.example/x>* and **more**.'],
    ['See (https://lab.example/x), please.', 'See (<https://lab.example/x>), please.'],
    ['> See https://lab.example/x.', '> See https://lab.example/x.'],
    ['She said, "See https://lab.example/x."', 'She said, "See https://lab.example/x."'],
    ['See www.lab.example.', 'See www.lab.example.'],
    ['见https://lab.example/x，谢谢。', '见https://lab.example/x，谢谢。'],
  ])('%s', async (body, expected) => {
    const { text } = await fix(exampleNote({ body }), { rules: ['bare-url'] });
    expect(text).toBe(exampleNote({ body: expected }));
  });
});

describe('the one shape', () => {
  test('what the finding would do is what format does', async () => {
    const note = exampleNote({ body: 'A lab opened.\n\n\n* robots\n* vials' });
    const [finding, ...others] = (await check(note, { rules: ['not-formatted'] })).findings;
    expect(others).toEqual([]);
    const [edit, ...more] = finding?.fix?.edits ?? [];
    expect(more).toEqual([]);
    const made = note.slice(0, edit?.span.start) + edit?.text + note.slice(edit?.span.end);
    expect(made).toBe((await format(note)).text);
  });

  test('what format leaves as written is not reported', async () => {
    // Two parsers read it differently, so no shape of it is safe: what the writer of notes would print is no matter.
    const note = exampleNote({ body: '|---|\n===\n\n- item' });
    const { text: shaped = '', unformatted } = await format(note);
    expect(unformatted).not.toEqual([]);
    expect((await check(shaped, { rules: ['not-formatted'] })).findings).toEqual([]);
  });

  test('a post without front matter is not brought into it unasked', async () => {
    const post = '# Lab Opens at Night\n\nA lab opened.\n\n\nSource: The Lab\n';
    expect(await rules(post)).not.toContain('not-formatted');
    expect((await fix(post)).text).toBe(post);
  });

  test('a house that turns it off is not formatted by a fix', async () => {
    const house = { ...resolveHouse('abab').house, severities: new Map([['not-formatted', 'off' as const]]) };
    const note = exampleNote({ body: 'A lab opened.\n\n\n* robots' });
    expect((await fix(note, { house })).text).toBe(note);
  });
});

describe('suppressions', () => {
  const note = exampleNote({ body: '<!-- copydesk-ignore repeated-word: kept -->\n\nA lab opened.' });
  const own = (findings: readonly { rule: string }[]) => findings.filter(({ rule }) => rule.includes('suppression'));

  test('are judged by all rules, whichever is asked for', async () => {
    expect(own((await check(note, { rules: ['unused-suppression'] })).findings)).toHaveLength(1);
    expect((await check(note, { rules: ['repeated-word'] })).findings).toEqual([]);
  });

  test('are as bad as the house says', async () => {
    const at = async (severity: 'error' | 'off') => {
      const house = { ...resolveHouse('abab').house, severities: new Map([['unused-suppression', severity]]) };
      return own((await check(note, { house })).findings);
    };
    expect(await at('error')).toMatchObject([{ severity: 'error' }]);
    expect(await at('off')).toEqual([]);
  });
});
