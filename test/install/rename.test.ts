import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  PrepareRenameRequest,
  RenameRequest,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { start, useEditors } from './editor.ts';

/* A real client renames slugs in folders of notes and applies the edits as an editor does. */

useEditors();

const ABLE: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
};

type Files = Readonly<Record<string, string>>;

const note = (keys: string, body = 'It opened.') => `---\nheadline: A Lab\n${keys}---\n\n${body}\n`;

/** The text without the `|` of the cursor, and its position. */
function cursorIn(marked: string) {
  const [before = '', after = ''] = marked.split('|');
  const text = before + after;
  return { text, position: TextDocument.create('file:///a.md', 'markdown', 1, text).positionAt(before.length) };
}

const able = (files: Files, capabilities: ClientCapabilities = ABLE) => start(files, { capabilities });

/** Opens the first file, in which `|` is the cursor, renames the slug there and returns all files with their new texts. */
async function renamed(files: Files, newName: string, capabilities = ABLE) {
  const [[name, marked] = ['', '']] = Object.entries(files);
  const { text, position } = cursorIn(marked);
  const editor = await able({ ...files, [name]: text }, capabilities);
  const uri = await editor.open(name, text);
  const edit = await editor.connection.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName });
  return { edit, files: applied(edit ?? {}, editor.folder, { ...files, [name]: text }) };
}

/** Applies edits to the files of a folder. An editor does not count a byte order mark. */
function applied(edit: WorkspaceEdit, folder: string, files: Files): Files {
  const change = (uri: string, edits: readonly TextEdit[]) => {
    const path = fileURLToPath(uri);
    const [, bom = '', text = ''] = /^(\ufeff?)(.*)$/s.exec(readFileSync(path, 'utf8')) ?? [];
    writeFileSync(path, bom + TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [...edits]));
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(uri, edits);
  const names = new Set(Object.keys(files));
  for (const one of edit.documentChanges ?? []) {
    if ('edits' in one) change(one.textDocument.uri, one.edits as TextEdit[]);
    else if (one.kind === 'rename') {
      const [from, to] = [fileURLToPath(one.oldUri), fileURLToPath(one.newUri)];
      renameSync(from, to);
      names.delete(from.slice(folder.length + 1));
      names.add(to.slice(folder.length + 1));
    }
  }
  return Object.fromEntries(
    [...names]
      .filter((one) => existsSync(join(folder, one)))
      .map((one) => [one, readFileSync(join(folder, one), 'utf8')]),
  );
}

describe('the slug of a note', () => {
  test.each([
    ['plain', 'slug: o|ld\n', 'slug: new-lab\n'],
    ['in double quotation marks', 'slug: "|old"\n', 'slug: "new-lab"\n'],
    ['in single quotation marks', "slug: 'old|'\n", "slug: 'new-lab'\n"],
    ['before a comment', 'slug: old|   # not yet final\n', 'slug: new-lab   # not yet final\n'],
    ['at its key', 'sl|ug: old\n', 'slug: new-lab\n'],
    ['that is not valid', 'slug: Old| Lab\n', 'slug: new-lab\n'],
    [
      'in the URL of the post',
      'slug: |old\nurl: https://lab.example/2026/old.html\n',
      'slug: new-lab\nurl: https://lab.example/2026/new-lab.html\n',
    ],
    [
      'in another URL',
      'slug: |old\nurl: https://lab.example/2026/1234\n',
      'slug: new-lab\nurl: https://lab.example/2026/1234\n',
    ],
  ])('changes %s', async (_, before, after) => {
    const { files } = await renamed({ 'story.md': note(before) }, 'new-lab');
    expect(files).toEqual({ 'story.md': note(after) });
  });

  test('keeps the line ends', async () => {
    const { files } = await renamed(
      { 'story.md': note('slug: o|ld\n', '[x](old.html)').replaceAll('\n', '\r\n') },
      'new',
    );
    expect(files).toEqual({ 'story.md': note('slug: new\n', '[x](new.html)').replaceAll('\n', '\r\n') });
  });

  test('changes in a note that is YAML or JSON', async () => {
    const yaml = await renamed({ 'a.yaml': 'headline: A\nslug: |old\nbody: "See [it](old.html)."\n' }, 'new');
    expect(yaml.files).toEqual({ 'a.yaml': 'headline: A\nslug: new\nbody: "See [it](new.html)."\n' });
    const json = await renamed({ 'a.json': '{"headline": "A", "slug": "ol|d", "body": "B."}' }, 'new');
    expect(json.files).toEqual({ 'a.json': '{"headline": "A", "slug": "new", "body": "B."}' });
  });

  test('changes in the name of the file without a key', async () => {
    const { files } = await renamed(
      {
        'news/old.md': note('|source: The Lab\n').replace('---\nh', '--|-\nh').replace('\n|', '\n'),
        'news/other.md': note('', 'See [it](old.md), [it](old.html) and [others](./other.md).'),
        'third.md': note('', 'See [it](news/old.md#top).'),
      },
      'new',
    );
    expect(files).toEqual({
      'news/new.md': note('source: The Lab\n'),
      'news/other.md': note('', 'See [it](new.md), [it](new.html) and [others](./other.md).'),
      'third.md': note('', 'See [it](news/new.md#top).'),
    });
  });

  test('gets a key in an editor that cannot rename files', async () => {
    const { files, edit } = await renamed(
      { 'old.md': note('source: The Lab\n').replace('---', '-|--'), 'b.md': note('', '[x](old.html) [y](old.md)') },
      'new',
      {},
    );
    expect(edit?.documentChanges).toBeUndefined();
    expect(files).toEqual({
      'old.md': note('source: The Lab\nslug: new\n'),
      'b.md': note('', '[x](new.html) [y](old.md)'),
    });
  });

  test('changes the name of a file in Chinese and the links to it', async () => {
    const { files } = await renamed(
      {
        '垄语.md': '|# 垄语农业改变收费方式\n\n来源：垄语农业公告\n',
        'b.md': note('', 'See [a](垄语.md), [b](%E5%9E%84%E8%AF%AD.html) and [c](<垄语.html>).'),
      },
      'longyu',
    );
    expect(files).toEqual({
      'longyu.md': '# 垄语农业改变收费方式\n\n来源：垄语农业公告\n',
      'b.md': note('', 'See [a](longyu.md), [b](longyu.html) and [c](<longyu.html>).'),
    });
  });
});

/** Markdown with links to the post of `old.md`, and the same after it got another slug. */
const CHANGED: readonly (readonly [where: string, before: string, after: string])[] = [
  ['a page', '[a](old.html)', '[a](new.html)'],
  ['a Markdown post', '[a](old.md)', '[a](new.md)'],
  ['a folder', '[a](old/) [b](./old/index.html)', '[a](new/) [b](./new/index.html)'],
  ['a name without an ending', '[a](old)', '[a](new)'],
  ['a fragment and a query', '[a](old.html?a=old#old) [b](old.html#b)', '[a](new.html?a=old#old) [b](new.html#b)'],
  ['a title', '[a](old.html "see ](old.html)")', '[a](new.html "see ](old.html)")'],
  ['angle brackets', '[a](<old.html>)', '[a](<new.html>)'],
  ['percent-encoding', '[a](%6fld.html) [b](ol%64.html)', '[a](new.html) [b](new.html)'],
  ['a character reference', '[b](&#111;ld.html)', '[b](new.html)'],
  ['emoji before it', '😀👩‍👩‍👧 [a](old.html)', '😀👩‍👩‍👧 [a](new.html)'],
  ['an image in it', '[![a](old.html)](old.html)', '[![a](old.html)](new.html)'],
  ['code in its text', '[`](old.html`](old.html)', '[`](old.html`](new.html)'],
  ['a reference', 'See [a], [b][a].\n\n[a]: old.html "Old"', 'See [a], [b][a].\n\n[a]: new.html "Old"'],
  ['a definition in brackets', '[a]\n\n[a]:\n  <old.html>', '[a]\n\n[a]:\n  <new.html>'],
  [
    'a quotation',
    '> See [a](old.html) and [b].\n>\n> [b]: old.html',
    '> See [a](new.html) and [b].\n>\n> [b]: new.html',
  ],
  ['a list', '- [a](old.html)\n  - [b]\n\n    [b]: old.html', '- [a](new.html)\n  - [b]\n\n    [b]: new.html'],
  ['a table', '| a |\n| - |\n| [a](old.html) |', '| a |\n| - |\n| [a](new.html) |'],
  ['a footnote', 'A[^1].\n\n[^1]: See [a](old.html).', 'A[^1].\n\n[^1]: See [a](new.html).'],
  ['the notes', 'A.\n\n## Notes\n\n[a](old.html)', 'A.\n\n## Notes\n\n[a](new.html)'],
  ['a link in two lines', '[a](\nold.html\n"T")', '[a](\nnew.html\n"T")'],
];

const UNCHANGED: readonly (readonly [where: string, text: string])[] = [
  ['code', '`[a](old.html)`'],
  ['a code block', '```\n[a](old.html)\n```\n\n    [a]: old.html'],
  ['a comment', '<!-- [a](old.html) -->\n\nA <!-- [a](old.html) --> b.'],
  ['text', 'old.html is old.'],
  ['other names', '[a](older.html) [b](old.pdf) [c](old/x.html) [d](an-old.html) [e](OLD.html)'],
  ['another folder', '[a](news/old.html) [b](../old.html)'],
  ['another site', '[a](https://lab.example/old.html) [b](mailto:old@lab.example)'],
  ['an image', '![a](old.html)'],
  ['a file', '[a](story.md)'],
];

describe('links to the post', () => {
  const STORY = note('slug: ol|d\n');

  test('change wherever they are, and nothing else does', async () => {
    const before = [...CHANGED, ...UNCHANGED].map(([where, text]) => [`${where}.md`, note('', text)]);
    const { files } = await renamed({ 'story.md': STORY, ...Object.fromEntries(before) }, 'new');
    const after = [...CHANGED, ...UNCHANGED].map(([where, text, changed = text]) => [`${where}.md`, note('', changed)]);
    expect(files).toEqual({ 'story.md': note('slug: new\n'), ...Object.fromEntries(after) });
  });

  test('change in a file with a byte order mark and CRLF', async () => {
    const text = (slug: string) => `\ufeff[a](${slug}.html) opened.\r\n\r\nSource: [b](${slug}.html)\r\n`;
    const { files } = await renamed({ 'story.md': STORY, 'b.md': text('old') }, 'new');
    expect(files['b.md']).toBe(text('new'));
  });

  test.each([
    [
      'YAML',
      'b.yaml',
      (slug: string) => `headline: B
body: |
  See [a](${slug}.html), [b] and [c][d].

  [b]: ${slug}.html
laws:
  - "A [law][e] of \\"labs\\".\\n\\n[e]: <${slug}.md> 'T'"
  - 'It''s [one][f].


    [f]: ${slug}/'
notes: >-
  See [g].


  [g]: ./${slug}
image: { url: ${slug}.html }
`,
    ],
    [
      'JSON',
      'b.json',
      (slug: string) =>
        `{"headline": "B", "body": ["See [a](${slug}.html \\"T\\").", "See [b].\\n\\n[b]: .\\/${slug}.html"], "source": {"name": "Lab", "url": "${slug}.html"}}\n`,
    ],
  ])('change in a note of %s', async (_, name, text) => {
    const { files } = await renamed({ 'story.md': STORY, [name]: text('old') }, 'new');
    expect(files[name]).toBe(text('new'));
  });

  test('change by the URL of the post', async () => {
    const links = (slug: string) =>
      `[a](https://lab.example/2026/${slug}.html) <http://lab.example/2026/${slug}?a> https://lab.example/2026/${slug}/ [b](/2026/${slug}.html)`;
    const keys = (slug: string) => `source: { name: Lab, url: "https://lab.example/2026/${slug}.html" }\n`;
    const { files } = await renamed(
      {
        'story.md': note('slug: ol|d\nurl: https://lab.example/2026/old.html\n'),
        'b.md': note(keys('old'), `${links('old')} [c](https://lab.example/2025/old.html)`),
      },
      'new',
    );
    expect(files['b.md']).toBe(note(keys('new'), `${links('new')} [c](https://lab.example/2025/old.html)`));
  });

  test('change below the URL of the publisher', async () => {
    const links = (slug: string) =>
      `[a](https://lab.example/news/ports/${slug}.html) [b](https://lab.example/news/${slug}.html) [c](/ports/${slug}.html)`;
    const others = ' [d](https://lab.example/news/cranes/old.html) [e](https://lab.example/old.html)';
    const { files } = await renamed(
      {
        'ports/story.md': STORY,
        'b.md': note('', links('old') + others),
        'copydesk.yaml': 'house:\n  publisher: { name: Lab, url: https://lab.example/news }\n',
      },
      'new',
    );
    expect(files['b.md']).toBe(note('', links('new') + others));
  });

  test('stay if they may lead to two notes', async () => {
    const { files } = await renamed(
      {
        'en/story.md': STORY,
        'zh/story.md': note('slug: old\n'),
        'b.md': note('', '[a](/old.html) [b](/en/old.html)'),
      },
      'new',
    );
    expect(files['b.md']).toBe(note('', '[a](/old.html) [b](/en/new.html)'));
  });

  test('stay in files that are not notes, that are ignored, or that cannot be read', async () => {
    const others = {
      'README.md': '# Set up\n\n[a](old.html)\n',
      'drafts/b.md': note('', '[a](../old.html)'),
      'wire/b.md': note('', '[a](../old.html)'),
      'broken.md': '---\nheadline: "\n---\n\n[a](old.html)\n',
    };
    const { files } = await renamed(
      { 'story.md': STORY, ...others, 'copydesk.yaml': 'exclude: [drafts]\n', '.copydeskignore': 'wire/\n' },
      'new',
    );
    expect(files).toMatchObject({ ...others, 'story.md': note('slug: new\n') });
  });

  test('change from a link in another note', async () => {
    const { files } = await renamed(
      { 'b.md': note('', 'See [a](o|ld.html).'), 'story.md': note('slug: old\n') },
      'new',
    );
    expect(files).toEqual({ 'b.md': note('', 'See [a](new.html).'), 'story.md': note('slug: new\n') });
  });

  test('change in the unsaved text of the editor, with the version of each open note', async () => {
    const story = cursorIn(STORY);
    const editor = await able({
      'story.md': story.text,
      'b.md': note('', 'Old text.'),
      'c.md': note('', '[a](old.html)'),
    });
    const uri = await editor.open('story.md', story.text);
    const other = await editor.open('b.md', note('', 'Old text.'));
    await editor.change(other, { text: note('', '[a](old.html)') });
    const unsaved = await editor.open('new.md', note('', '[a](old.html)'));
    const edit = await editor.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri },
      position: story.position,
      newName: 'new-lab',
    });
    const documents = (edit?.documentChanges ?? []).map((one) =>
      'textDocument' in one ? one.textDocument : undefined,
    );
    expect(documents).toEqual([
      { uri, version: 1 },
      { uri: other, version: 2 },
      { uri: unsaved, version: 1 },
      { uri: editor.uriOf('c.md'), version: null },
    ]);
  });
});

describe('a rename is refused', () => {
  const refused = (files: Files, newName: string) =>
    renamed(files, newName).then(
      () => 'renamed',
      (error: Error) => error.message,
    );

  test.each(['New Lab', 'New', 'new_lab', 'new.html', '新', ''])('for %j, which is not a slug', async (name) => {
    expect(await refused({ 'story.md': note('slug: ol|d\n') }, name)).toBe(
      "slug must be lower-case letters, digits and hyphens\nWrite a slug such as 'chipmaker-opens-lab'.",
    );
  });

  test.each([
    ['a key', { 'news/b.md': note('slug: new\n') }, "'news/b.md' already has the slug 'new'\nChoose another slug."],
    ['a file name', { 'new.md': note('') }, "'new.md' already has the slug 'new'\nChoose another slug."],
  ])('for the slug of another note by %s', async (_, other, message) => {
    expect(await refused({ 'story.md': note('slug: ol|d\n'), ...other }, 'new')).toBe(message);
  });

  test('not for the slug of another version of the story in another folder', async () => {
    const files = { 'en/a.md': note('slug: ol|d\nid: urn:x:1\n'), 'zh/a.md': note('slug: new\nid: urn:x:1\n') };
    expect(await refused(files, 'new')).toBe('renamed');
  });

  test('for a file name that is taken', async () => {
    const files = { 'old.md': note('').replace('---', '-|--'), 'new.md': '# Set up\n' };
    expect(await refused(files, 'new')).toBe("'new.md' already exists\nChoose another slug.");
  });

  test.each([
    ['in the text', note('slug: old\n', 'It |opened.')],
    ['on another key', note('slug: old\n').replace('A Lab', 'A |Lab')],
    ['on a link elsewhere', note('slug: old\n', '[a](http|s://lab.example/)')],
  ])('%s', async (_, text) => {
    expect(await refused({ 'story.md': text }, 'new')).toMatch(/^nothing to rename here\nPut the cursor on the slug/);
  });

  test('in Chinese, if the messages are', async () => {
    const files = { 'a.md': note('slug: ol|d\n'), 'b.md': note('slug: new\n'), 'copydesk.yaml': 'messages: zh\n' };
    expect(await refused(files, 'new')).toBe('“b.md”已经用了 slug“new”\n请换一个 slug。');
  });

  test('in a file that is not a note', async () => {
    expect(await refused({ 'README.md': '# Set| up\n' }, 'new')).toBe(
      'nothing to rename here\nOpen a note of the project.',
    );
  });
});

describe('the editor is told', () => {
  const preparedAt = async (files: Files) => {
    const [[name, marked] = ['', '']] = Object.entries(files);
    const { text, position } = cursorIn(marked);
    const editor = await able({ ...files, [name]: text });
    const uri = await editor.open(name, text);
    const prepared = await editor.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument: { uri },
      position,
    });
    if (!prepared || !('placeholder' in prepared)) throw new Error('nothing prepared');
    const document = TextDocument.create(uri, 'markdown', 1, text);
    return [document.getText(prepared.range), prepared.placeholder];
  };

  test('what a rename changes', async () => {
    expect(await preparedAt({ 'story.md': note('slug: "ol|d"\n') })).toEqual(['old', 'old']);
    expect(await preparedAt({ 'old.md': note('').replace('---', '--|-') })).toEqual(['---', 'old']);
    expect(await preparedAt({ 'b.md': note('', '😀 [a](./o|ld.html#x)'), 'old.md': note('') })).toEqual(['old', 'old']);
    await expect(preparedAt({ 'story.md': note('slug: old\n', '|A.') })).rejects.toThrow('nothing to rename here');
  });

  test('that it may ask first, if it can', async () => {
    const provider = async (capabilities: ClientCapabilities) =>
      (await able({}, capabilities)).initialized?.capabilities.renameProvider;
    expect(await provider(ABLE)).toEqual({ prepareProvider: true });
    expect(await provider({})).toBe(true);
  });
});
