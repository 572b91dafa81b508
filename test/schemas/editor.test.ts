import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, type LanguageService } from 'yaml-language-server';

/*
 * The schemas as an editor has them: by yaml-language-server, which VS Code, Neovim, Zed and Helix use. It finds a schema
 * by a line at the top of a file, relative to that file.
 */
const root = resolve(import.meta.dirname, '../..');
const SILENT = { send: () => {}, sendError: () => {}, sendTrack: async () => {} };

const server = started();
/** A document is read once for each of its versions. */
let version = 0;

function started(): LanguageService {
  const service = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), 'utf8'),
    workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).href },
    telemetry: SILENT,
  });
  service.configure({ validate: true, completion: true, hover: true, customTags: [], yamlVersion: '1.2' });
  return service;
}

const documentOf = (name: string, schema: string, text: string) =>
  TextDocument.create(
    pathToFileURL(resolve(root, name)).href,
    'yaml',
    ++version,
    `# yaml-language-server: $schema=./docs/${schema}.schema.json\n${text}`,
  );

async function said(name: string, schema: string, text: string): Promise<readonly string[]> {
  const found = await server.doValidation(documentOf(name, schema, text), false);
  return found.map(({ message, range }) => `${range.start.line}:${range.start.character} ${message}`);
}

async function offered(name: string, schema: string, text: string): Promise<readonly string[]> {
  const document = documentOf(name, schema, text.replace('|', ''));
  const at = document.getText().length - (text.length - 1 - text.indexOf('|'));
  const { items } = await server.doComplete(document, document.positionAt(at), false);
  return items.map(({ label }) => label);
}

describe('a line at the top of a file names its schema', () => {
  test('a good file has nothing marked', async () => {
    expect(await said('copydesk.yaml', 'copydesk', 'house: ap\nnotes: [stories/**]\n')).toEqual([]);
    for (const house of ['abab', 'abab-zh', 'ap']) {
      const text = readFileSync(resolve(root, 'templates', house, 'house.yaml'), 'utf8');
      expect(await said('house.yaml', 'house', text)).toEqual([]);
    }
  });

  test('an unknown key is marked, wherever it stands', async () => {
    expect(await said('copydesk.yaml', 'copydesk', 'house: ap\nnots: [a]\n')).toEqual([
      '2:0 Property nots is not allowed.',
    ]);
    expect(await said('house.yaml', 'house', 'usage:\n  percnt: sign\n')).toEqual([
      '2:2 Property percnt is not allowed.',
    ]);
  });

  test('a wrong value is marked', async () => {
    const [first = ''] = await said('house.yaml', 'house', 'usage:\n  percent: signs\n');
    expect(first).toMatch(/^2:11 Value is not accepted\. Valid values: "sign", "word", "keep"/);
    const rule = 'rules:\n  - id: x\n    kind: existence\n    words: [y]\n    max: 2\n';
    expect(await said('house.yaml', 'house', rule)).not.toEqual([]);
  });

  test('keys, values and rules are offered', async () => {
    expect(await offered('copydesk.yaml', 'copydesk', 'ho|')).toContain('house');
    expect(await offered('house.yaml', 'house', 'usage:\n  percent: |\n')).toEqual(['sign', 'word', 'keep']);
    expect(await offered('house.yaml', 'house', 'severities:\n  rep|\n')).toContain('repeated-word');
    expect(await offered('note.yaml', 'note', 'head|')).toContain('headline');
  });

  test('a key says what it is', async () => {
    const document = documentOf('house.yaml', 'house', 'usage:\n  percent: sign\n');
    const hover = await server.doHover(document, { line: 2, character: 4 });
    expect(JSON.stringify(hover?.contents)).toContain('60% or 60 percent.');
  });
});
