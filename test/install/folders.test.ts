import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import {
  CompletionRequest,
  DidChangeWorkspaceFoldersNotification,
  DidOpenTextDocumentNotification,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { type Editor, folder, start, useEditors } from './editor.ts';

/* An editor with several open folders, or none. */

useEditors();

const capabilities = { workspace: { workspaceFolders: true } };
const FILES = {
  'a/one.md': '---\nheadline: A\nsource: Wire A\n---\n\nA [lab](two.html).\n',
  'b/one.md': '---\nheadline: B\nsource: Wire B\n---\n\nA [lab](deep/two.html).\n',
};
const EMPTY = '---\nheadline: C\nsource: \n---\n\nC.\n';

/** The sources that a new note is offered. */
async function offered(editor: Editor, uri: string): Promise<readonly string[]> {
  await editor.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text: EMPTY },
  });
  const position = { line: 2, character: 8 };
  const found = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  await editor.close(uri);
  return (Array.isArray(found) ? found : (found?.items ?? [])).map(({ label }) => label);
}

test('a note gets the values of its own folder, and a new one those of the first', async () => {
  const editor = await start(FILES, { capabilities, folders: ['a', 'b/'] });
  expect(await offered(editor, editor.uriOf('a/new.md'))).toEqual(['Wire A']);
  expect(await offered(editor, editor.uriOf('b/deep/new.md'))).toEqual(['Wire B']);
  expect(await offered(editor, 'untitled:Untitled-1')).toEqual(['Wire A']);
});

test('a folder can be opened and closed later', async () => {
  const editor = await start(FILES, { capabilities, folders: ['a'] });
  expect(await offered(editor, editor.uriOf('b/deep/new.md'))).toEqual([]);
  const [a, b] = ['a', 'b'].map((name) => ({ uri: editor.uriOf(name), name }));
  const event = { added: b ? [b] : [], removed: a ? [a] : [] };
  await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  expect(await offered(editor, editor.uriOf('b/deep/new.md'))).toEqual(['Wire B']);
  expect(await offered(editor, 'untitled:Untitled-1')).toEqual(['Wire B']);
});

test('a slug is renamed in the links of its own folder', async () => {
  const editor = await start(FILES, { capabilities, folders: ['a', 'b'] });
  const uri = await editor.open('b/deep/two.md', '---\nheadline: B\nsource: S\nslug: two\n---\n\nB.\n');
  const position = { line: 3, character: 7 };
  const edit = await editor.connection.sendRequest(RenameRequest.type, {
    textDocument: { uri },
    position,
    newName: 'second',
  });
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual([uri, editor.uriOf('b/one.md')].sort());
});

test('nobody looks through the home of a person', async () => {
  const home = folder(FILES);
  vi.stubEnv('HOME', home);
  const editor = await start(FILES, { capabilities, folders: [] });
  expect(await offered(editor, editor.uriOf('a/new.md'))).toEqual(['Wire A']);
  expect(await offered(editor, 'untitled:Untitled-1')).toEqual([]);
  expect(await offered(editor, pathToFileURL(`${home}/new.md`).href)).toEqual([]);
  vi.unstubAllEnvs();
});
