import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CompletionRequest,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  type Hover,
  HoverRequest,
  type MarkupContent,
  type Range,
  ShowDocumentRequest,
  ShowMessageNotification,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { root } from '../docs/session.ts';
import { bin, Editor, folder, start, useEditors } from './editor.ts';

/* A real client starts the built program and speaks the protocol with it. */

useEditors();

const example = readFileSync(join(root, 'examples/intelligence-explosion.md'), 'utf8');
const FRONT = '---\nheadline: "Chipmaker Opens a Lab"\nsource: Company Statement\n---\n';
const NOTE = `${FRONT}\nThe the chipmaker opened a laboratory.\n\nIt runs at night.\n\n## Insight\n\nIt works.\n\n## Laws\n\n- Not this, but that.\n`;

/** The text after edits that the server sent. */
function edited(text: string, edits: readonly TextEdit[] | null | undefined): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), [...(edits ?? [])]);
}

function editsOf(edit: WorkspaceEdit | undefined): TextEdit[] {
  const versioned = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return [...Object.values(edit?.changes ?? {}).flat(), ...(versioned as TextEdit[])];
}

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

/** The range of a text in another. */
function rangeOf(text: string, part: string): Range {
  const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
  const at = text.indexOf(part);
  if (at === -1) throw new Error(`no ${part}`);
  return { start: document.positionAt(at), end: document.positionAt(at + part.length) };
}

/** What the command reports for a file, as diagnostics of the editor without their messages. */
function reported(where: string, name: string) {
  const args = [bin, 'check', '--report', 'json', '--no-cache', '--allow-none', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: where, encoding: 'utf8' });
  const { files } = JSON.parse(stdout) as {
    files: { path: string; findings: { rule: string; places: Record<string, number>[] }[] }[];
  };
  const { findings = [] } = files.find(({ path }) => path === name) ?? {};
  return findings.flatMap(({ rule, places }) =>
    places.map(({ line = 0, column = 0, endLine = 0, endColumn = 0 }) => ({
      code: rule,
      range: {
        start: { line: line - 1, character: column - 1 },
        end: { line: endLine - 1, character: endColumn - 1 },
      },
    })),
  );
}

const placed = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, range }) => ({ code, range }));

describe('diagnostics', () => {
  test.each([
    ['a note', NOTE],
    ['a note with emoji', NOTE.replace('The the', '😀👩‍👩‍👧 The the')],
    ['a note with CRLF', NOTE.replaceAll('\n', '\r\n')],
    ['a note that cannot be read', NOTE.replace('headline: "Chip', 'headline: "Chip" "')],
    ['a note without front matter', 'The the lab opened.\n\nSource: The Lab\n'],
    ['a Chinese note', readFileSync(join(root, 'examples/longyu-harvest-share.md'), 'utf8').replace('。', ',')],
    ['a file that is not a note', '# Set up\n\nRun it it.\n'],
    ['an empty file', ''],
  ])('are those of check for %s', async (_, text) => {
    const editor = await start({ 'story.md': text });
    const uri = await editor.open('story.md', text);
    expect(placed(await editor.diagnostics(uri))).toEqual(reported(editor.folder, 'story.md'));
  });

  test('name the rule, what is wrong and what to do', async () => {
    const editor = await start();
    const [first] = (await editor.diagnostics(await editor.open('story.md', NOTE))).filter(
      ({ code }) => code === 'repeated-word',
    );
    expect(first).toEqual({
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 7 } },
      severity: 2,
      source: 'copydesk',
      code: 'repeated-word',
      message: expect.stringMatching(/^repeated word 'the'\n[A-Z].*\.$/),
    });
  });

  test('follow what is typed, and no version is published after a newer one', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', NOTE);
    const range = rangeOf(NOTE, 'The the');
    for (const text of ['The', 'Th', 'T', 'Th', 'The', 'The t', 'The th', 'The the']) {
      const last = await editor.change(uri, { range, text });
      range.end = { ...range.start, character: range.start.character + text.length };
      if (last === 2) expect(rulesOf(await editor.diagnostics(uri))).not.toContain('repeated-word');
    }
    expect(rulesOf(await editor.diagnostics(uri))).toContain('repeated-word');
    const versions = (editor.published.get(uri) ?? []).map(({ version }) => version ?? 0);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  });

  test('are right after a byte order mark that the editor sends', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', `\ufeffThe the lab opened.\n\nSource: The Lab\n`);
    const found = (await editor.diagnostics(uri)).find(({ code }) => code === 'repeated-word');
    expect(found?.range).toEqual({ start: { line: 0, character: 1 }, end: { line: 0, character: 8 } });
  });

  test('use the configuration, the dictionary, the ignore files and the channels of the folder', async () => {
    const editor = await start({
      'copydesk.yaml':
        'house:\n  severities: { repeated-word: error, missing-insight: off, missing-laws: off }\nexclude: [drafts]\nchannels: [x]\n',
      'dictionary.txt': 'goverment\n',
    });
    const note = NOTE.replace('opened', 'of the goverment opened [the laboratry](a.html) and');
    const found = await editor.diagnostics(await editor.open('story.md', note));
    expect(found.find(({ code }) => code === 'repeated-word')?.severity).toBe(1);
    expect(rulesOf(found)).toContain('lost-link');
    expect(found.filter(({ code }) => code === 'spelling').map(({ message }) => message)).toEqual([
      expect.stringContaining('laboratry'),
    ]);
    expect(await editor.diagnostics(await editor.open('drafts/story.md', note))).toEqual([]);
  });

  test('change when a saved configuration changes', async () => {
    const editor = await start({ 'copydesk.yaml': 'house: abab\n' });
    const uri = await editor.open('story.md', NOTE);
    expect(rulesOf(await editor.diagnostics(uri))).toContain('repeated-word');
    const config = await editor.open('copydesk.yaml', 'house: abab\n', 'yaml');
    await editor.diagnostics(config);
    writeFileSync(join(editor.folder, 'copydesk.yaml'), 'house:\n  severities: { repeated-word: off }\n');
    const next = editor.next(uri);
    await editor.save(config);
    expect(rulesOf(await next)).not.toContain('repeated-word');
  });

  test('are in the language of the editor, unless the configuration sets one', async () => {
    const editor = await start({ 'copydesk.yaml': 'house: abab\n' }, { locale: 'zh-cn' });
    const uri = await editor.open('story.md', NOTE);
    const of = (found: readonly Diagnostic[]) => found.find(({ code }) => code === 'repeated-word')?.message;
    expect(of(await editor.diagnostics(uri))).toBe('重复的词“the”\n请删去其中一个词。');
    const config = await editor.open('copydesk.yaml', 'house: abab\n', 'yaml');
    await editor.diagnostics(config);
    writeFileSync(join(editor.folder, 'copydesk.yaml'), 'messages: en\n');
    const next = editor.next(uri);
    await editor.save(config);
    expect(of(await next)).toBe("repeated word 'the'\nRemove one of the two words.");
  });

  test('say that the configuration is invalid', async () => {
    const editor = await start({ 'copydesk.yaml': 'hause: abab\n' });
    const found = await editor.diagnostics(await editor.open('story.md', NOTE));
    expect(found).toMatchObject([
      {
        code: 'invalid-configuration',
        severity: 1,
        message: expect.stringMatching(/^copydesk\.yaml:1:1: unknown key 'hause'/),
      },
    ]);
  });

  test('are shown for a new note without a file, and not for an old version in a comparison', async () => {
    const editor = await start();
    const found = async (uri: string) => {
      await editor.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version: 1, text: NOTE },
      });
      return rulesOf(await editor.diagnostics(uri, 1));
    };
    expect(await found('untitled:Untitled-1')).toContain('repeated-word');
    for (const uri of ['git:/story.md?HEAD', 'file:///a%00b.md', 'file:///100%.md'])
      expect(await found(uri)).toEqual([]);
  });

  test('go when the document is closed', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', NOTE);
    await editor.diagnostics(uri);
    const next = editor.next(uri);
    await editor.close(uri);
    expect(await next).toEqual([]);
  });

  test.each([
    ['copydesk.yaml', 'hause: abab\n', 'unknown-configuration-key'],
    ['copydesk.yaml', 'house: nope\n', 'unknown-house'],
    ['house.yaml', 'counts:\n  laws: { min: three }\n', 'invalid-configuration'],
    ['house.yaml', 'extends: nope\n', 'unknown-house'],
    ['house.yaml', 'lang: [\n', 'invalid-yaml'],
  ])('show the problem of %s with %j', async (name, text, rule) => {
    const editor = await start({ [name]: text });
    expect(rulesOf(await editor.diagnostics(await editor.open(name, text, 'yaml')))).toEqual([rule]);
  });
});

describe('code actions', () => {
  const actionsAt = async (editor: Editor, uri: string, range: Range, only?: string[]): Promise<CodeAction[]> =>
    ((await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    })) ?? []) as CodeAction[];

  test('fix a finding, ignore it, or explain its rule', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', NOTE);
    const actions = await actionsAt(editor, uri, rangeOf(NOTE, 'The the'), ['quickfix']);
    const [fix, ignore, explain] = actions;
    expect(actions.map(({ title }) => title)).toEqual([
      'Remove one of the two words',
      'Ignore repeated-word here',
      'Explain repeated-word',
    ]);
    expect(edited(NOTE, editsOf(fix?.edit))).toBe(NOTE.replace('The the', 'The'));
    const ignored = edited(NOTE, editsOf(ignore?.edit));
    expect(ignored).toContain('\n\n<!-- copydesk-ignore repeated-word: on purpose -->\n\nThe the');
    await editor.change(uri, { text: ignored });
    expect(rulesOf(await editor.diagnostics(uri))).not.toContain('repeated-word');
    expect(explain?.command).toEqual({
      title: 'Explain repeated-word',
      command: 'copydesk.explain',
      arguments: ['repeated-word', uri],
    });
  });

  test('fix all as check --fix does', async () => {
    const text = NOTE.replace('opened a', 'opened   a').replace('source:', 'Source :').replaceAll('\n', '\r\n');
    const editor = await start({ 'story.md': text });
    const uri = await editor.open('story.md', text);
    const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action, ...more] = await actionsAt(editor, uri, whole, ['source.fixAll']);
    expect(more).toEqual([]);
    spawnSync(process.execPath, [bin, 'check', '--fix', 'story.md'], { cwd: editor.folder });
    // This editor cannot resolve an action later, so it has its edits.
    expect(edited(text, editsOf(action?.edit))).toBe(readFileSync(join(editor.folder, 'story.md'), 'utf8'));
  });

  test('are resolved later for an editor that asks for it', async () => {
    const capabilities = {
      textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
      workspace: { workspaceEdit: { documentChanges: true } },
    };
    const text = NOTE.replace('opened a', 'opened   a');
    const editor = await start({}, { capabilities });
    const uri = await editor.open('story.md', text);
    const [action] = await actionsAt(editor, uri, rangeOf(text, 'source'), ['source.fixAll.copydesk']);
    if (!action) throw new Error('no action');
    expect(action.edit).toBeUndefined();
    const resolved = await editor.connection.sendRequest(CodeActionResolveRequest.type, action);
    expect(resolved.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(edited(text, editsOf(resolved.edit))).toBe(NOTE.replace('The the', 'The'));
  });

  test('explain a rule by its page, or by a message', async () => {
    const explain = (editor: Editor) =>
      editor.connection.sendRequest(ExecuteCommandRequest.type, {
        command: 'copydesk.explain',
        arguments: ['repeated-word', editor.uriOf('story.md')],
      });
    const plain = await start();
    const message = new Promise<string>((resolve) =>
      plain.connection.onNotification(ShowMessageNotification.type, (shown) => resolve(shown.message)),
    );
    await explain(plain);
    expect(await message).toMatch(/^repeated-word: /);
    const able = await start({}, { capabilities: { window: { showDocument: { support: true } } } });
    const shown = new Promise<string>((resolve) =>
      able.connection.onRequest(ShowDocumentRequest.type, ({ uri, selection }) => {
        const page = readFileSync(new URL(uri), 'utf8').split('\n');
        resolve(page[selection?.start.line ?? 0] ?? '');
        return { success: true };
      }),
    );
    await explain(able);
    expect(await shown).toBe('### repeated-word');
  });
});

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const UGLY = example
    .replace(/^source: .*$/m, (line) => `${line}   `)
    .replace('\n\n', '\n\n\n\n')
    .replace('## Laws', '##    Laws');

  test.each([
    ['LF', UGLY],
    ['CRLF', UGLY.replaceAll('\n', '\r\n')],
  ])('does what format does, with %s', async (_, text) => {
    const editor = await start({ 'story.md': text });
    const uri = await editor.open('story.md', text);
    const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    spawnSync(process.execPath, [bin, 'format', '--write', 'story.md'], { cwd: editor.folder });
    const after = readFileSync(join(editor.folder, 'story.md'), 'utf8');
    expect(after).not.toBe(text);
    expect(edited(text, edits)).toBe(after);
    for (const { range } of edits ?? []) expect(range.end.line - range.start.line).toBeLessThan(5);
  });

  test('changes only the lines of a range', async () => {
    const text = example.replace('## Laws', '##    Laws').replace('## Insight', '##    Insight');
    const editor = await start();
    const uri = await editor.open('story.md', text);
    const range = rangeOf(text, '##    Laws');
    const edits = await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: { uri },
      range,
      options,
    });
    expect(edited(text, edits)).toBe(text.replace('##    Laws', '## Laws'));
  });

  test('leaves a note that cannot be read, a file that is not a note, and one with an invalid configuration', async () => {
    const editor = await start({ 'broken/copydesk.yaml': 'house: [\n' });
    for (const [name, text] of [
      ['broken.md', '---\nheadline: "A\n---\n\nA   lab.\n'],
      ['page.md', '#   Set up\n'],
      ['broken/story.md', NOTE.replace('## Insight', '##  Insight')],
    ] as const) {
      const uri = await editor.open(name, text);
      const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
        textDocument: { uri },
        options,
      });
      expect(edits).toEqual([]);
    }
  });
});

describe('reading aids', () => {
  const hoverAt = async (editor: Editor, uri: string, text: string, part: string): Promise<string> => {
    const { start: position } = rangeOf(text, part);
    const hover = (await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position,
    })) as Hover | null;
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  };

  test('hover explains a rule, a key and a setting', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', NOTE);
    expect(await hoverAt(editor, uri, NOTE, 'the chipmaker')).toMatch(/^### repeated-word\n[\s\S]*\*\*Incorrect\*\*/);
    expect(await hoverAt(editor, uri, NOTE, 'source')).toMatch(/^\*\*source\*\*\n\nWhere the news comes from/);
    expect(await hoverAt(editor, uri, NOTE, 'laboratory')).toBe('');
    const house = 'counts:\n  laws: { min: 3, max: 3 }\n';
    const config = await editor.open('house.yaml', house, 'yaml');
    expect(await hoverAt(editor, config, house, 'laws')).toBe('**laws**\n\nNumber of laws.');
  });

  test('symbols are the outline of the parts', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', example);
    const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    })) as DocumentSymbol[];
    expect(symbols.map(({ name }) => name)).toEqual(['front matter', 'Body', 'Insight', 'Laws']);
    expect(symbols.map(({ children }) => children?.length ?? 0)).toEqual([4, 0, 4, 3]);
  });

  test('links are those of the text, of keys and of the source text', async () => {
    const text = `---\nheadline: A Lab\nsource: { name: The Lab, url: https://lab.example/a }\nsource_text: sources/a b.txt\n---\n\nA [lab](https://lab.example/b) and ![it](it.png).\n`;
    const editor = await start();
    const uri = await editor.open('story.md', text);
    const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    expect((links ?? []).map(({ target }) => target)).toEqual([
      'https://lab.example/a',
      editor.uriOf('sources/a b.txt'),
      'https://lab.example/b',
    ]);
  });

  test('code lenses count the parts and the posts of channels', async () => {
    const editor = await start({ 'copydesk.yaml': 'channels: [x, linkedin]\n' });
    const uri = await editor.open('story.md', example);
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    expect((lenses ?? []).map(({ command }) => command?.title)).toEqual([
      '101 characters (house: 1 to 110), 13 words',
      '3 paragraphs (house: 2 to 5), 90 words',
      '4 paragraphs (house: 4), 196 words',
      '3 laws (house: 3), 55 words',
      expect.stringMatching(/^x: \d+ posts · linkedin: [\d,]+ of 3,000 characters$/),
    ]);
  });
});

describe('completion', () => {
  let editor: Editor;

  beforeAll(async () => {
    editor = await Editor.start(
      bin,
      folder({
        'one.md': `---\nheadline: A\nsource: "The: Lab"\ntopics: [ports, robots]\n---\n\nA.\n\n## Laws\n\n- A port sells time.\n`,
        'two.md': `---\nheadline: B\nsource: ["The: Lab", The Port]\n---\n\nB.\n`,
      }),
    );
  });

  afterAll(() => editor.process.kill());

  /** The labels that are offered at the `|` of a text, and the text after the first of them is accepted. */
  const completed = async (name: string, marked: string) => {
    const text = marked.replace('|', '');
    const uri = await editor.open(name, text, name.endsWith('.md') ? 'markdown' : 'yaml');
    const { start: position } = rangeOf(marked, '|');
    const found = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    await editor.close(uri);
    const [first] = items;
    return {
      labels: items.map(({ label }) => label),
      after: first ? edited(text, [first.textEdit as TextEdit]) : text,
    };
  };

  test.each([
    ['story.md', '---\nheadline: A\nsour|\n---\n', ['source', 'slug'], '---\nheadline: A\nsource: \n---\n'],
    ['story.md', '---\nheadline: A\n|\n', ['source', 'slug'], '---\nheadline: A\nsource: \n'],
    ['story.md', '---\nstatus: d|\n---\n', ['draft', 'ready'], '---\nstatus: draft\n---\n'],
    ['story.md', '---\nstatus:|\n---\n', ['draft', 'ready'], '---\nstatus: draft\n---\n'],
    ['story.md', '---\nimage:\n  ur|\n---\n', ['url', 'alt'], '---\nimage:\n  url: \n---\n'],
    [
      'story.md',
      '---\nsource:\n  - name: A\n    |\n---\n',
      ['name', 'url'],
      '---\nsource:\n  - name: A\n    name: \n---\n',
    ],
    ['story.md', '---\nsource: |\n---\n', ['The: Lab', 'The Port'], '---\nsource: "The: Lab"\n---\n'],
    ['story.md', '---\ntopics: [AI, r|]\n---\n', ['ports', 'robots'], '---\ntopics: [AI, ports]\n---\n'],
    ['story.md', '---\ntopics:\n  - |\n---\n', ['ports', 'robots'], '---\ntopics:\n  - ports\n---\n'],
    ['story.md', `${FRONT}\n## |\n`, ['Insight', 'Laws'], `${FRONT}\n## Insight\n`],
    ['story.md', `${FRONT}\n## Laws\n\n- |\n`, ['A port sells time.'], `${FRONT}\n## Laws\n\n- A port sells time.\n`],
    ['story.md', `${FRONT}\nA.\n\nSource: |\n`, ['The: Lab', 'The Port'], `${FRONT}\nA.\n\nSource: The: Lab\n`],
    ['story.md', `${FRONT}\n<!-- copydesk-ignore repeated-|\n`, ['missing-headline'], undefined],
    ['story.yaml', 'headline: A\nbo|\n', ['source', 'body'], undefined],
    ['copydesk.yaml', 'ho|\n', ['notes', 'house'], undefined],
    ['copydesk.yaml', 'house: |\n', ['abab', 'ap'], undefined],
    ['copydesk.yaml', 'channels:\n  - |\n', ['x', 'telegram'], undefined],
    ['copydesk.yaml', 'house:\n  usage:\n    percent: |\n', ['sign', 'word'], 'house:\n  usage:\n    percent: sign\n'],
    ['house.yaml', 'usage:\n  |\n', ['headline_case', 'percent'], undefined],
    ['house.yaml', 'severities:\n  repeated-word: o|\n', ['error', 'off'], undefined],
    ['house.yaml', 'severities:\n  rep|\n', ['repeated-word'], undefined],
    ['house.yaml', 'rules:\n  - id: a\n    kind: |\n', ['existence'], undefined],
  ])('in %s, %j offers %j', async (name, marked, labels, after) => {
    const result = await completed(name, marked);
    for (const label of labels) expect(result.labels).toContain(label);
    if (after !== undefined) expect(result.after).toBe(after);
  });

  test.each([
    ['story.md', `${FRONT}\nThe lab |\n`],
    ['story.md', `${FRONT}\n- |\n`],
    ['story.md', '---\nheadline: |\n---\n'],
    ['house.yaml', 'counts:\n  laws:\n    min: |\n'],
  ])('in %s, %j offers nothing', async (name, marked) => {
    expect((await completed(name, marked)).labels).toEqual([]);
  });
});

describe('the server', () => {
  test('ends with 0 after shutdown and exit', async () => {
    expect(await (await start()).stop()).toBe(0);
  });

  test('ends when the editor goes away', async () => {
    const editor = await start();
    editor.process.stdin.end();
    expect(await editor.exit).toBe(2);
    expect(editor.stderr).toBe('');
  });

  test('ends when the editor reads no more', async () => {
    const editor = await start();
    editor.process.stdout.destroy();
    await editor.open('story.md', NOTE);
    expect(await editor.exit).toBe(2);
    expect(editor.stderr).toBe('');
  });

  test('answers a cancelled request with an error, and goes on', async () => {
    const editor = await start();
    const uri = await editor.open('story.md', NOTE.replace('It works.', 'It works well. '.repeat(3000)));
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }, source.token);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect(rulesOf(await editor.diagnostics(uri))).toContain('repeated-word');
  });

  test('answers a request that fails with an error, and goes on', async () => {
    const editor = await start();
    await expect(
      editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: editor.uriOf('a.md') } }),
    ).resolves.toBeNull();
    const uri = await editor.open('story.md', NOTE);
    await expect(editor.connection.sendRequest('textDocument/hover', { textDocument: { uri } })).rejects.toThrow();
    expect(rulesOf(await editor.diagnostics(uri))).toContain('repeated-word');
  });

  const message = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  const HELLO = message(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    }),
  );

  test.each([
    ['garbage', 'what is this?'],
    ['garbage with a line end', 'what is this?\r\n\r\n'],
    ['half a message', HELLO.slice(0, -20)],
    ['JSON that is not valid', message('{')],
    ['a length that is not a number', 'Content-Length: many\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['10 MB of garbage', 'x'.repeat(10_000_000)],
    [
      '10 MB in a message',
      message(JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'x', params: ['y'.repeat(10_000_000)] })),
    ],
    ['nothing', ''],
  ])('ends cleanly after %s', (_, input) => {
    const result = spawnSync(process.execPath, [bin, 'lsp'], { input, encoding: 'utf8', timeout: 60_000 });
    expect(result.signal).toBeNull();
    expect(result.status).toBe(2);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test('opens a note of 10 MB and still answers', async () => {
    const editor = await start();
    const big = `${FRONT}\n${'The lab opened at night.\n\n'.repeat(400_000)}`;
    const uri = await editor.open('big.md', big);
    const other = await editor.open('story.md', NOTE);
    expect(rulesOf(await editor.diagnostics(other))).toContain('repeated-word');
    await editor.close(uri);
    expect(await editor.stop()).toBe(0);
  });

  test('says what it is on a terminal, and needs no --stdio', async () => {
    const editor = await start({}, { args: ['lsp'] });
    expect(editor.initialized?.serverInfo?.name).toBe('copydesk');
    expect(rulesOf(await editor.diagnostics(await editor.open('story.md', NOTE)))).toContain('repeated-word');
  });

  test('takes a house', async () => {
    const editor = await start({}, { args: ['lsp', '--stdio', '--house', 'ap'] });
    const found = await editor.diagnostics(await editor.open('story.md', NOTE));
    expect(rulesOf(found)).not.toContain('missing-insight');
  });
});
