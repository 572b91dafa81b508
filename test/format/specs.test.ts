import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';
import { readSpecs } from '../specs.ts';

const BODY = '\nBody.\n';

/** What surrounds the texts of a file, by the last line of its description. */
const AROUND: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'Each text is the body of a note.': ['---\nheadline: H\nsource: S\n---\n\n', ''],
  'Each text is a front matter.': ['---\n', `---\n${BODY}`],
  'Each text is a whole note.': ['', ''],
};

describe.each(readSpecs(join(import.meta.dirname, 'specs')))('$name', ({ about, specs }) => {
  const around = AROUND[about.at(-1) ?? ''];
  const isWhole = !about.includes('The formatter leaves a part of each text as written.');

  test('says what its texts are', () => expect(Object.keys(AROUND)).toContain(about.at(-1)));

  test.each(specs)('$title', async ({ input, output }) => {
    const [before = '', after = ''] = around ?? [];
    const { text, unformatted } = await format(before + input + after);
    expect(text).toBe(before + output + after);
    expect(unformatted.length === 0, JSON.stringify(unformatted)).toBe(isWhole);
    expect((await format(before + output + after)).text).toBe(before + output + after);
  });
});
