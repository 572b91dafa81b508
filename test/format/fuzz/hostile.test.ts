import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check.ts';
import { format } from '../../../src/format.ts';
import { HOSTILE, REAL } from '../../read/markdown/hostile.ts';

const FRONT = '---\nheadline: H\nsource: S\n---\n\n';

/** What a formatter does beyond reading: printing, and comparing by two more parsers. None of it may hang. */
describe('hostile text is formatted or refused', { timeout: 60_000 }, () => {
  it.each(HOSTILE)('%s', async (_, text, outcome) => {
    const { text: shape, diagnostics } = await format(FRONT + text);
    expect(diagnostics.map(({ message }) => message)).toEqual(outcome === 'read' ? [] : [outcome]);
    expect(shape === undefined).toBe(outcome !== 'read');
  });
});

describe('hostile text is checked, or the refusal is the only finding', { timeout: 60_000 }, () => {
  it.each(HOSTILE)('%s', async (_, text, outcome) => {
    const { findings } = await check(FRONT + text);
    const fatal = findings.filter(({ severity }) => severity === 'fatal').map(({ message }) => message);
    expect(fatal).toEqual(outcome === 'read' ? [] : [outcome]);
    if (fatal.length > 0) expect(findings).toHaveLength(1);
  });
});

describe('real prose is formatted whole', { timeout: 60_000 }, () => {
  it.each(REAL)('%s', async (_, text) => {
    const { text: shape, unformatted } = await format(FRONT + text);
    expect(unformatted).toEqual([]);
    expect((await format(shape ?? '')).text).toBe(shape);
  });
});
