import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { render } from '../../src/render.ts';
import { exampleHouse, exampleNote } from '../lint/example.ts';

// The source is the last key, so that a misspelt one is still in the order that `format` writes.
const note = exampleNote({ front: { slug: null, lang: null, date: null } });

/** A slip, and the one message that it gets. */
const SLIPS = [
  ['a misspelt key', 'source:', 'sorce:', 'unknown-key'],
  ['a misspelt section of the house', '## Insight', '## Insihgt', 'unknown-section'],
  ['a plural for a section of the house', '## Insight', '## Insights', 'unknown-section'],
  ['a misspelt list of laws', '## Laws', '## Lwas', 'unknown-section'],
] as const;

describe.each(SLIPS)('%s', (_, from, to, rule) => {
  const slip = note.replace(from, to);

  test('is one error of check', async () => {
    const { findings } = await check(slip, { path: 'note.md' });
    expect(slip).not.toBe(note);
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([[rule, 'error']]);
  });

  test('is one error of render, which prints no post', () => {
    const { text, diagnostics } = render(slip, { path: 'note.md' });
    expect(text).toBeUndefined();
    expect(diagnostics.map((diagnostic) => [diagnostic.rule, diagnostic.severity])).toEqual([[rule, 'error']]);
  });
});

test('a misspelt name beside the part that it means is a warning', async () => {
  const { findings } = await check(note.replace(/^source: .*\n/m, '$&sorce: A\n'), { path: 'note.md' });
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['unknown-key', 'warning']]);
});

test('a misspelt key inside a value does not explain a missing part', async () => {
  const house = exampleHouse({ houseSays: { required: ['headline', 'source', 'body', 'date'] } });
  const nested = note.replace(/^source: .*$/m, 'source: { name: The Lab, dat: 2026-05-07 }');
  const { findings } = await check(nested, { house, rules: ['unknown-key', 'missing-section'] });
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['missing-section', 'error'],
    ['unknown-key', 'warning'],
  ]);
});

test('of two missing sections, a misspelt heading explains the one that it means', async () => {
  const sections = [
    { id: 'watch', heading: 'What to Watch' },
    { id: 'risks', heading: 'Risks' },
  ];
  const house = exampleHouse({ houseSays: { sections, required: ['watch', 'risks'] } });
  const { findings } = await check(`${note}\n## What to Wacth\n\nThe second lab opens in May.\n`, { house });
  expect(findings.map(({ rule, message, severity }) => [rule, message, severity])).toEqual([
    ['unknown-section', "unknown section 'What to Wacth'", 'error'],
    ['missing-section', "missing section 'Risks'", 'error'],
  ]);
});

describe('a missing part is reported if its misspelling is not:', () => {
  const slip = note.replace('source:', 'sorce:');
  const missing = [['missing-source', 'error']];

  test('the house switches the rule off', async () => {
    const house = exampleHouse({ houseSays: { severities: { 'unknown-key': 'off' } } });
    const { findings } = await check(slip, { house });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(missing);
  });

  test('the run selects other rules', async () => {
    const { findings } = await check(slip, { rules: ['missing-source'] });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(missing);
  });

  test('a comment suppresses it', async () => {
    const { findings } = await check(slip.replace('sorce:', '# copydesk-ignore unknown-key: for the archive\nsorce:'));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(missing);
  });
});

test('a misspelt heading after the body does not hide the length of the body', async () => {
  const long = note.replace('\n\n## Insight', `\n\n${'The lab opened.\n\n'.repeat(9)}## Insight`);
  const { findings } = await check(long.replace('## Laws', '## Lwas'), { path: 'note.md' });
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['body-length', 'unknown-section']));
});
