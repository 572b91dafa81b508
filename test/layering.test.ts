import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/*
 * The floors of the house, as policy: each line with its reason. A change that breaks one is moved, not the line.
 */
const src = resolve(import.meta.dirname, '../src');

/** The floors, lowest first. A folder imports from itself and from the floors below it. */
const FLOORS = [
  // Text, spans and edits, with no knowledge of news.
  'text',
  // The nouns: they hold data and define what it means.
  'model',
  // Turns text into the nouns. A reader that knew how a post looks could not be used to check one.
  'read',
  // Reads a house with the same YAML reader as the notes.
  'house',
  // What the house does to characters, shared by writers and the linter.
  'typography',
  // Prints an Article without knowing where it came from.
  'write',
  // Prints a Note back as source, and reads the result to compare the two.
  'format',
  // Looks at a note; one of its rules asks the formatter whether the note is formatted.
  'lint',
  // The verbs: text in, text and diagnostics out, no I/O.
  '.',
  // The only floor with a process, a disk and colours.
  'cli',
] as const;

/** Folder → floors below it that it may not import, with the reason. */
const NOT_FROM: Readonly<Record<string, readonly string[]>> = {
  // Typography is data and edits. Something that reads could not be used by a reader.
  typography: ['read', 'house'],
  // A writer cannot tell where an Article came from.
  write: ['read', 'house'],
  // A formatter never changes a character of content, so it has no typography.
  format: ['typography'],
  // A rule looks at the note as written, never at a printed post.
  lint: ['write'],
};

/** Verb → the verbs that it may import. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  'render.ts': [],
  'format.ts': [],
  'check.ts': [],
  'approve.ts': [],
  'correct.ts': [],
  'withdraw.ts': [],
  'fix.ts': ['check.ts', 'format.ts'],
};

/** Package → the only folders that may import it. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  // A verb must run where there is no disk: in an editor, in a browser, on a server.
  'node:': ['cli'],
  commander: ['cli'],
  chalk: ['cli'],
  tinyglobby: ['cli'],
  // Questions, the names of new files, and what a terminal shows.
  '@clack/prompts': ['cli'],
  'any-ascii': ['cli'],
  'pinyin-pro': ['cli'],
  'supports-hyperlinks': ['cli'],
  // Which files of a disk are meant, and how a patch of one looks: the verbs know neither a path nor a patch.
  diff: ['cli'],
  // One path for front matter, with every trap of the two on it.
  'gray-matter': ['read', 'house'],
  yaml: ['read', 'house'],
  // A hash of the wording is made where notes are read, so that `render` and `check` agree.
  '@noble/hashes': ['read'],
  // The second opinion on what a text means: no more of the program may come to depend on it.
  commonmark: ['format'],
  // Pasted HTML is read as a browser reads it, once, for the rule and for whatever imports pages. E-mail and WeChat change
  // the page that a template printed.
  parse5: ['read', 'write'],
  // The patterns of house rules: everything else is written by us and may use RegExp.
  re2js: ['house'],
  // How a headline is capitalized is style: a reader or a writer that did it would change what was said.
  'title-case': ['lint'],
  // Only the program has the files of images.
  'image-size': ['cli'],
  // Types of what the page says to search engines, which the build erases.
  'schema-dts': ['write'],
  // What draws a picture: no other format may load it.
  '@fontsource': ['write'],
  '@resvg/resvg-wasm': ['write'],
  'bidi-js': ['write'],
  fflate: ['write'],
  harfbuzzjs: ['write'],
  '@slack/types': ['write'],
  // Templates print; nothing else may run one.
  handlebars: ['write'],
};

function floorOf(folder: string): number {
  return FLOORS.indexOf(folder as (typeof FLOORS)[number]);
}

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
  for (const { file, folder } of imports) expect(FLOORS, file).toContain(folder);
});

test('imports run downwards only', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.') && !target.endsWith('package.json'))
    .map(({ file, folder, target }) => ({
      file: relative(src, file),
      folder,
      to: folderOf(resolve(dirname(file), target)),
    }))
    .filter(({ folder, to }) => folder !== to && (floorOf(to) >= floorOf(folder) || NOT_FROM[folder]?.includes(to)));
  expect(wrong).toEqual([]);
});

test('no verb imports another, except fix', () => {
  const wrong = imports
    .filter(({ folder, file }) => folder === '.' && basename(file) !== 'index.ts')
    .map(({ file, target }) => ({
      file: basename(file),
      to: basename(target),
      isVerb: dirname(resolve(dirname(file), target)) === src,
    }))
    .filter(({ file, to, isVerb }) => isVerb && !VERBS[file]?.includes(to));
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
