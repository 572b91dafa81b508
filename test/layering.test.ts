import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/*
 * The floors of the house, as policy: each line with its reason. A change that breaks one is moved, not the line.
 */
const src = resolve(import.meta.dirname, '../src');

/** Folder → the folders that it may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // Text, spans and edits are what everything else is said in: they know nothing of news.
  text: [],
  // The nouns. They hold data and say what it means; whoever reads or writes comes to them.
  model: ['text'],
  // Turns text into the nouns. A reader that knew how a post looks could not be used to check one.
  read: ['text', 'model'],
  // What the house does to characters, for writers, rules and the terminal alike: so it can know none of them.
  typography: ['text', 'model'],
  // Rules look at a note that was read; one that could read or write would be a formatter.
  rules: ['text', 'model', 'typography'],
  // Writers print an Article and cannot tell where it came from.
  write: ['text', 'model', 'typography'],
  // The verbs: text in, text and diagnostics out, no I/O.
  '.': ['text', 'model', 'read', 'typography', 'rules', 'write', '.'],
  // The only place with a process, a disk and colours.
  cli: ['text', 'model', 'read', 'typography', 'rules', 'write', '.'],
};

/** Package → the only folders that may import it. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  // A verb must run where there is no disk: in an editor, in a browser, on a server.
  'node:': ['cli'],
  commander: ['cli'],
  chalk: ['cli'],
  tinyglobby: ['cli'],
  // Which files of a disk are meant, and how a patch of one looks: the verbs know neither a path nor a patch.
  ignore: ['cli'],
  picomatch: ['cli'],
  diff: ['cli'],
  // One path for front matter, with every trap of the two on it.
  'gray-matter': ['read'],
  yaml: ['read'],
  // The second opinion on what a text means: no more of the program may come to depend on it.
  commonmark: ['read'],
  // A house's regular expressions are judged when the house is read, and never again.
  '@eslint-community/regexpp': ['read'],
  // How a headline is capitalized is style: a reader or a writer that did it would change what was said.
  'title-case': ['rules'],
  // Templates print; nothing else may run one.
  handlebars: ['write'],
};

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

function folderOf(file: string): string {
  const path = relative(src, file);
  return path.includes('/') ? (path.split('/')[0] ?? '.') : '.';
}

const imports: readonly Import[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .flatMap((name) => {
    const file = join(src, name);
    const found = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
    return [...found].map(([, target = '']) => ({ file, folder: folderOf(file), target }));
  });

test('every file is looked at, and every folder has a floor', () => {
  expect(imports.length).toBeGreaterThan(100);
  for (const { file, folder } of imports) expect(Object.keys(MAY_IMPORT), file).toContain(folder);
});

test('imports run downwards only', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.') && !target.endsWith('package.json'))
    .map(({ file, folder, target }) => ({
      file: relative(src, file),
      folder,
      to: folderOf(resolve(dirname(file), target)),
    }))
    .filter(({ folder, to }) => folder !== to && !MAY_IMPORT[folder]?.includes(to));
  expect(wrong).toEqual([]);
});

test('packages stay behind their walls', () => {
  const wrong = imports.flatMap(({ file, folder, target }) =>
    Object.entries(ONLY_IN)
      .filter(
        ([name]) => target === name || target.startsWith(`${name}/`) || (name.endsWith(':') && target.startsWith(name)),
      )
      .filter(([, folders]) => !folders.includes(folder))
      .map(() => `${relative(src, file)} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});
