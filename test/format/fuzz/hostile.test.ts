import { describe, expect, it } from 'vitest';
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

describe('real prose is formatted whole', { timeout: 60_000 }, () => {
  it.each(REAL)('%s', async (_, text) => {
    const { text: shape, left } = await format(FRONT + text);
    expect(left).toEqual([]);
    expect((await format(shape ?? '')).text).toBe(shape);
  });
});
