import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

/**
 * The specifications of other Markdown parsers, which are not part of this repository: files in the format of CommonMark's
 * `spec.txt` (cmark-gfm, pulldown-cmark, md4c), in the folder that COPYDESK_MARKDOWN_SUITES names.
 */
const folder = process.env.COPYDESK_MARKDOWN_SUITES;

/** The input of an example. Its output is HTML of that parser, which is not compared. */
const EXAMPLE = /^`{32} example[^\n]*\n([\s\S]*?)^\.\n[\s\S]*?^`{32}$/gm;

const files =
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:txt|md)$/.test(name));

describe.skipIf(folder === undefined)(
  'the examples of other parsers, where COPYDESK_MARKDOWN_SUITES names their folder',
  () => {
    it('are there', () => expect(files.length).toBeGreaterThan(0));

    it.each(files)('%s', async (name) => {
      const text = readFileSync(join(folder ?? '', name), 'utf8').replace(/\r\n?/g, '\n');
      const faults: string[] = [];
      for (const [, markdown = ''] of text.matchAll(EXAMPLE)) {
        const note = `---\nheadline: H\nsource: S\n---\n\n${markdown.replaceAll('→', '\t')}`;
        for (const fault of (await judge(note)).faults) faults.push(`${JSON.stringify(markdown)}: ${fault}`);
      }
      expect(faults).toEqual([]);
    });
  },
);
