import { dirname, extname } from 'node:path';
import { ConfigResolver } from '../config/config-resolver.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import { isGlob, walk } from '../files/search.ts';
import { survey } from '../render/survey.ts';
import { isDocument } from '../run/note-test.ts';

/**
 * The `notes:` of a folder: patterns that match every note in it and no other document. Empty if there are no notes, or if no
 * short list of patterns separates them; their content then decides.
 */
export async function findPatterns(): Promise<readonly string[]> {
  const configResolver = new ConfigResolver({});
  const ignoreFilter = new IgnoreFilter(configResolver);
  const { files } = await walk('.', (folder) => ignoreFilter.hasFolder(folder));
  const inputs = [];
  for (const path of files)
    if (!(await ignoreFilter.has(path))) inputs.push({ kind: 'file', path, base: '.' } as const);
  const { notes, skipped } = await survey(inputs, { wantSlugs: false, allowNone: false }, configResolver);
  const others = skipped.filter((path) => !isDocument(path));
  const patterns = new Set<string>();
  for (const [top, paths] of grouped(
    notes.map(({ path }) => path),
    topOf,
  )) {
    const found = top === '.' ? [patternOf('.', paths, others)] : patternsBelow(top, paths, others);
    for (const pattern of found) {
      if (pattern === undefined) return [];
      patterns.add(pattern);
    }
  }
  return [...patterns];
}

function topOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
}

function grouped(paths: readonly string[], folderOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(folderOf(path), [...(groups.get(folderOf(path)) ?? []), path]);
  return groups;
}

/** One pattern for a folder with its subfolders, else one for each subfolder with notes. */
function patternsBelow(top: string, paths: readonly string[], others: readonly string[]): (string | undefined)[] {
  const endings = new Set(paths.map(extname));
  const isMixed = others.some((path) => path.startsWith(`${top}/`) && endings.has(extname(path)));
  if (!isMixed && !isGlob(top)) return [`${top}/**/*${anyOf(endings)}`];
  return [...grouped(paths, dirname)].map(([folder, own]) => patternOf(folder, own, others));
}

/** The pattern for the notes in a folder itself; undefined if it would match another document. */
function patternOf(folder: string, notes: readonly string[], others: readonly string[]): string | undefined {
  const endings = new Set(notes.map(extname));
  if (isGlob(folder) || others.some((path) => dirname(path) === folder && endings.has(extname(path)))) return undefined;
  return `${folder === '.' ? '' : `${folder}/`}*${anyOf(endings)}`;
}

function anyOf(endings: ReadonlySet<string>): string {
  const [first = '', ...more] = [...endings].sort();
  return more.length === 0 ? first : `.{${[first, ...more].map((ending) => ending.slice(1)).join(',')}}`;
}
