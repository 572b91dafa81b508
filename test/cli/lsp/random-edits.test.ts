import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker } from '../../../src/cli/check/checker.ts';
import { ConfigResolver } from '../../../src/cli/config/config-resolver.ts';
import { type Analysis, analyse } from '../../../src/cli/lsp/analysis.ts';
import { editorDiagnostics } from '../../../src/cli/lsp/diagnostics.ts';
import { LiveChecks } from '../../../src/cli/lsp/live-checks.ts';
import { Notes } from '../../../src/cli/lsp/notes.ts';
import { FileLocations } from '../../../src/cli/reporters/locations.ts';
import { Console } from '../../../src/cli/terminal/console.ts';
import { locationsOf } from '../../../src/model/diagnostic.ts';
import { silentHost } from '../program.ts';

/*
 * Whatever is typed, and however fast, what the editor shows in the end is what `check` reports for the file. The editor is left
 * out: the parts of the server get the documents that its library makes of the changes.
 */

const RUNS = Number(process.env.RUNS ?? 1000);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-edits-')));
const path = join(folder, 'story.md');
const examples = resolve(import.meta.dirname, '../../../examples');
const [english, chinese] = ['ossary-ore-sorting.md', 'longyu-harvest-share.md'].map((name) =>
  readFileSync(join(examples, name), 'utf8'),
);
const STARTS = [
  english ?? '',
  (english ?? '').replaceAll('\n', '\r\n'),
  chinese ?? '',
  '---\nheadline: The the 😀 lab\nsource: A\n---\n\nA lab  opened.\n',
  '',
];

/** What writers type, paste and break. */
const TYPED = fc.constantFrom(
  ...['a', ' ', '\n', '\r\n', '.', '“', '"', "'", '#', '---\n', '- ', '😀', '👩‍👩‍👧', '，', '的', '\u00a0', '\t'],
  ...[
    'The the ',
    'recieve',
    '## Laws\n\n',
    '<!-- copydesk-ignore repeated-word: so -->\n\n',
    'headline: ',
    '60 %',
    '[^1]',
    '**',
  ],
  ...['A lab opened at night, its director said. ', '```\n', '| a | b |\n|---|---|\n', '\ufeff', '\ud83d', '<p>'],
);
const EDIT = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removes: fc.nat(12), text: fc.option(TYPED) });
const SCRIPT = fc.record({
  start: fc.constantFrom(...STARTS),
  edits: fc.array(EDIT, { minLength: 1, maxLength: 8 }),
});

async function notes(): Promise<Notes> {
  return new Notes({}, await Console.create(silentHost(), false));
}

/** What `check` reports for the file, a line for each location. */
async function reported(text: string): Promise<readonly string[]> {
  writeFileSync(path, text);
  const request = {
    notes: [path],
    mode: 'look',
    report: 'json',
    failOn: 'error',
    unsafeFixes: false,
    anyFile: false,
    allowNone: false,
    verbose: false,
    staged: false,
    quiet: false,
    cache: false,
  } as const;
  const note = { bytes: readFileSync(path), name: path, isFile: true, isNamed: false };
  const checked = await new Checker(request, new ConfigResolver({}, 'house')).check(note, true);
  if (checked.kind === 'no note') return [];
  return checked.findings.flatMap((finding) => {
    const file = new FileLocations(checked.text, finding.source);
    return locationsOf(finding).map((location) => {
      const { line, column, endLine, endColumn } = file.of(location);
      return `${line}:${column} ${endLine}:${endColumn} ${finding.rule} ${finding.message}`;
    });
  });
}

function shown({ findings, places, source }: Analysis): readonly string[] {
  // The report counts no byte order mark, and the editor sends it as a character.
  const column = (line: number, character: number) => character + 1 - (line === 0 && source.bom ? 1 : 0);
  return findings
    .flatMap((finding) => editorDiagnostics(finding, places).map((one) => ({ ...one, title: finding.message })))
    .map(({ range: { start, end }, code, title }) => {
      const [from, to] = [start, end].map(({ line, character }) => `${line + 1}:${column(line, character)}`);
      return `${from} ${to} ${code} ${title}`;
    });
}

test(
  `after ${RUNS.toLocaleString('en')} scripts of random edits, the diagnostics are those of check`,
  async () => {
    const all = await notes();
    const failures: unknown[] = [];
    await fc.assert(
      fc.asyncProperty(SCRIPT, async ({ start, edits }) => {
        const published: { readonly version: number; readonly analysis: Analysis }[] = [];
        const checks = new LiveChecks(
          (document, live) => analyse(document, all, live),
          async ({ version }, analysis) => {
            published.push({ version, analysis });
          },
          (error) => failures.push(error),
        );
        const document = TextDocument.create(`file://${path}`, 'markdown', 1, start);
        checks.changed(document);
        for (const [index, { at, removes, text }] of edits.entries()) {
          const from = Math.floor(at * document.getText().length);
          const range = { start: document.positionAt(from), end: document.positionAt(from + removes) };
          TextDocument.update(document, [{ range, text: text ?? '' }], index + 2);
          checks.changed(document);
          // Some edits come while a check runs, and some after it.
          if (index % 3 === 1) await new Promise((resolve) => setTimeout(resolve, removes));
        }
        await checks.current(document);
        await new Promise((resolve) => setTimeout(resolve, 1));
        const last = published.at(-1);
        expect(last?.version).toBe(edits.length + 1);
        expect(last && shown(last.analysis)).toEqual(await reported(document.getText()));
        expect(published.map(({ version }) => version)).toEqual(
          published.map(({ version }) => version).toSorted((a, b) => a - b),
        );
        checks.closed(document);
      }),
      { numRuns: RUNS },
    );
    expect(failures).toEqual([]);
  },
  Math.max(600_000, RUNS * 600),
);
