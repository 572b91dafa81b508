import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '../../../src/cli/lsp/analysis.ts';
import { codeActions } from '../../../src/cli/lsp/code-actions.ts';
import { hover } from '../../../src/cli/lsp/hover.ts';
import { lenses } from '../../../src/cli/lsp/lenses.ts';
import { links } from '../../../src/cli/lsp/links.ts';
import { Notes } from '../../../src/cli/lsp/notes.ts';
import { symbols } from '../../../src/cli/lsp/symbols.ts';
import { Console } from '../../../src/cli/terminal/console.ts';
import { KeptFindings } from '../../../src/lint/kept-findings.ts';
import { silentHost } from '../program.ts';

/* What every answer has to keep, on every example, as it is and with the findings of a writer in a hurry. */

const folder = resolve(import.meta.dirname, '../../../examples');
const names = readdirSync(folder).filter((name) => /\.(?:md|yaml)$/.test(name));

let notes: Notes;

beforeAll(async () => {
  notes = new Notes({}, await Console.create(silentHost(), false));
});

async function analysed(name: string, text: string): Promise<Analysis> {
  // Outside this repository, whose configuration leaves out some examples.
  const uri = pathToFileURL(join(tmpdir(), name)).href;
  return analyse(TextDocument.create(uri, 'markdown', 1, text), notes, {
    pause: async () => {},
    kept: new KeptFindings(),
  });
}

function contains(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

const flat = (all: readonly DocumentSymbol[]): DocumentSymbol[] =>
  all.flatMap((one) => [one, ...flat(one.children ?? [])]);

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const hurried = text
    .replace(/\. /g, '.  ')
    .replace(/ the /, ' the the ')
    .replace(/ and /, ' adn ')
    .replace('。', '.');

  test.each([
    ['as it is', text],
    ['hurried', hurried],
  ])('%s, has an outline, links and lengths', async (_, given) => {
    const analysis = await analysed(name, given);
    const outline = flat(symbols(analysis));
    expect(outline.length).toBeGreaterThan(5);
    for (const { name: title, range, selectionRange } of outline) {
      expect(title.trim()).not.toBe('');
      expect(contains(range, selectionRange), title).toBe(true);
    }
    for (const { target } of links(analysis)) expect(URL.canParse(target ?? '')).toBe(true);
    expect(lenses(analysis).length).toBeGreaterThanOrEqual(3);
  });

  test('explains each finding, and offers actions that keep the other text', async () => {
    const analysis = await analysed(name, hurried);
    expect(analysis.findings.length).toBeGreaterThan(0);
    for (const { rule, span } of analysis.findings) {
      const range = analysis.places.range(span);
      const contents = hover(analysis, range.start)?.contents;
      expect(JSON.stringify(contents)).toContain(rule);
      const actions = codeActions(
        analysis,
        { textDocument: { uri: analysis.uri }, range, context: { diagnostics: [] } },
        true,
      );
      expect(actions.map(({ title }) => title)).toContain(`Explain ${rule}`);
    }
  });
});
