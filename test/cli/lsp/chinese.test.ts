import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection, DocumentSymbol, MarkupContent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIGURATION_SCHEMA } from '../../../src/cli/config/config-resolver.ts';
import { type Analysis, analyse } from '../../../src/cli/lsp/analysis.ts';
import { codeActions } from '../../../src/cli/lsp/code-actions.ts';
import { complete } from '../../../src/cli/lsp/completion/index.ts';
import { editorDiagnostics } from '../../../src/cli/lsp/diagnostics.ts';
import { explainRule } from '../../../src/cli/lsp/explain.ts';
import { hover } from '../../../src/cli/lsp/hover.ts';
import { lenses } from '../../../src/cli/lsp/lenses.ts';
import { Notes } from '../../../src/cli/lsp/notes.ts';
import { SeenValues } from '../../../src/cli/lsp/seen-values.ts';
import { symbols } from '../../../src/cli/lsp/symbols.ts';
import { CHINESE } from '../../../src/cli/messages/chinese.ts';
import { Console } from '../../../src/cli/terminal/console.ts';
import type { Schema } from '../../../src/house/schema-types.ts';
import { KeptFindings } from '../../../src/lint/kept-findings.ts';
import { KEYS } from '../../../src/model/keys.ts';
import { englishIn } from '../messages/english.ts';
import { silentHost } from '../program.ts';

/* What an editor shows to a Chinese writer. Names, values and what the note says stay as they are. */

const NOTE = `---
headline: 实验室开放
sorce: Nightbench
date: 2026-05-07T09:00:00Z
---

Nightbench opened the the lab,and recieved people.

## Insight

### Capital

It works.

## 定律

- 不是这样，而是那样。
`;

const CHANNELS = 'channels: [x, telegram, bluesky, mastodon, linkedin, slack, discord, wechat, email]\n';

const home = process.cwd();
let folder = '';
let notes: Notes;
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-zh-')));
  process.chdir(folder);
  notes = new Notes({}, await Console.create(silentHost({ LANG: 'zh_CN.UTF-8' }), false));
});
afterAll(() => process.chdir(home));

function document(name: string, text: string): TextDocument {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return TextDocument.create(pathToFileURL(path).href, 'markdown', 1, text);
}

async function analysed(name: string, text: string): Promise<Analysis> {
  const opened = document(name, text);
  notes.refresh();
  return analyse(opened, notes, { pause: async () => {}, kept: new KeptFindings() });
}

/** The texts with English words that are no names, code or words of the note. */
function english(texts: readonly string[]): readonly string[] {
  const ofNote = /Nightbench|recieved|\bthe\b|Capital|front matter/g;
  const shown = texts.map((text) => text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/^#+ .*$/gm, ''));
  return shown.filter((text) => englishIn(text.replace(ofNote, '')).length > 0);
}

const value = (contents: unknown): string => (contents as MarkupContent | undefined)?.value ?? '';

describe('a note', () => {
  test('has diagnostics, actions and explanations in Chinese', async () => {
    const analysis = await analysed('note.md', NOTE);
    const { findings, places, messages } = analysis;
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['repeated-word', 'unknown-key']));
    const shown = findings.flatMap((finding) => editorDiagnostics(finding, places, messages));
    const texts = shown.map(({ message }) => String(message));
    expect(english(texts)).toEqual([]);
    expect(texts).toContain('未知的键“sorce”\n是不是“source”？');
    const actions = findings.flatMap(({ span }) =>
      codeActions(analysis, { textDocument: analysis, range: places.range(span), context: { diagnostics: [] } }, true),
    );
    const titles = actions.map(({ title }) => title);
    expect(english(titles.map((title) => title.replace(/ [a-z-]+$/, '')))).toEqual([]);
    expect(titles).toEqual(
      expect.arrayContaining([
        '是不是“source”？（请复核结果）',
        '在此处忽略 repeated-word',
        '解释 repeated-word',
        '修正所有可以安全修正的问题，并格式化',
      ]),
    );
    const pages = findings.map(({ span }) => value(hover(analysis, places.position(span.start))?.contents));
    expect(english(pages)).toEqual([]);
  });

  test('has an outline and lengths in Chinese', async () => {
    document('channels/copydesk.yaml', CHANNELS);
    const analysis = await analysed('channels/note.md', NOTE);
    const flat = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, detail = '', children = [] }) => [`${name} (${detail})`, ...flat(children)]);
    expect(flat(symbols(analysis))).toMatchInlineSnapshot(`
      [
        "元数据 ()",
        "headline (实验室开放)",
        "sorce (Nightbench)",
        "date (2026-05-07T09:00:00Z)",
        "正文 (正文)",
        "Insight (洞察)",
        "Capital (capital)",
        "定律 (定律)",
        "不是这样，而是那样。 (定律)",
      ]
    `);
    expect(lenses(analysis).map(({ command }) => command?.title)).toMatchInlineSnapshot(`
      [
        "5 个字符（体例：1 到 110），1 个词",
        "1 段（体例：2 到 5），7 个词",
        "1 段（体例：4），2 个词",
        "1 条定律（体例：3），1 个词",
        "x：140 / 280 个字符 · telegram：125 / 4,096 个字符 · bluesky：125 / 300 个字符 · mastodon：125 / 500 个字符 · linkedin：125 / 3,000 个字符 · slack：645 / 13,000 个字符（JSON） · discord：5 / 256 个字符（标题） · wechat：817 / 19,999 个字符（HTML） · email：3,181 / 102,000 字节（HTML）",
      ]
    `);
  });
});

test('an invalid configuration is reported in Chinese', async () => {
  document('broken/copydesk.yaml', 'hose: ap\n');
  const { findings, places, messages } = await analysed('broken/note.md', NOTE);
  const shown = findings.flatMap((finding) => editorDiagnostics(finding, places, messages));
  expect(shown.map(({ message }) => message)).toEqual([
    'broken/copydesk.yaml:1:1: 配置中有未知的键“hose”\n是不是“house”？',
  ]);
});

test('completions and keys are explained in Chinese', async () => {
  const seen = new SeenValues(folder);
  const offered = async (name: string, text: string) =>
    complete(document(name, text), { line: text.startsWith('-') ? 1 : 0, character: 0 }, notes, seen);
  const items = [
    ...(await offered('keys.md', '---\n\n---\n')),
    ...(await offered('copydesk.yaml', '\n')),
    ...(await offered('house.yaml', '\n')),
  ];
  const shown = items.map(({ documentation }) => value(documentation));
  expect(shown.length).toBeGreaterThan(40);
  expect(english(shown)).toEqual([]);
  const about = value(items.find(({ label }) => label === 'headline')?.documentation);
  expect(about).toBe('**headline**\n\n标题，纯文本。\n\n其他名称：`hed`、`title`、`标题`');
});

test('the explanation of a rule is a message, because the page of all rules is in English', async () => {
  const sent: string[] = [];
  const connection = {
    window: { showDocument: async () => sent.push('document') },
    sendNotification: async (_: unknown, { message }: { readonly message: string }) => sent.push(message),
  } as unknown as Connection;
  await explainRule('repeated-word', undefined, connection, true, CHINESE);
  expect(english(sent.map((text) => text.replace(/repeated-word|[（，]?(?:had had|very very)/g, '')))).toEqual([]);
  expect(sent[0]).toMatch(/^repeated-word：/);
});

/** What the keys of a schema are for, at any depth. */
function abouts(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || schema instanceof RegExp) return [];
  return Object.entries(schema as Schema).flatMap(([key, inner]) =>
    key === 'about' && typeof inner === 'string' ? [inner] : abouts(inner),
  );
}

test.each([...new Set([...abouts(CONFIGURATION_SCHEMA), ...Object.values(KEYS).map(({ about }) => about)])])(
  '%j is in Chinese',
  (about) => {
    expect(CHINESE.text(about)).toMatch(/\p{Script=Han}/u);
  },
);
