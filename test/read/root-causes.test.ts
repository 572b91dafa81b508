import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { render } from '../../src/render.ts';
import { exampleNote } from '../lint/example.ts';

// The source is the last key, so that a misspelt one is still in the order that `format` writes.
const note = exampleNote({ front: { slug: null, lang: null, date: null } });

/** A slip, and the one message that it gets. */
const SLIPS = [
  ['a misspelt key', 'source:', 'sorce:', 'unknown-key'],
  ['a misspelt section of the house', '## Insight', '## Insihgt', 'unknown-section'],
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
