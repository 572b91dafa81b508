import { dirname, relative, resolve, sep } from 'node:path';
import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { realPath, repositoryTop } from './paths.ts';

/** Unchanged lines around a change, as many as git prints. */
const CONTEXT = 3;
/**
 * The time to find the smallest patch grows with the square of its lines. A longer patch replaces the whole note. A count,
 * not a timeout, so that the patch is the same on every machine.
 */
const MOST_CHANGED_LINES = 2000;

/** The patches of one run. git rejects all of them if one does not apply. */
export class Patches {
  readonly #made = new Set<string>();

  /**
   * The patch of a file, or of the target of a link, because git does not write through links. Names are relative to the top
   * of the repository, or to the current folder outside a repository.
   * @returns an empty string for a file that already has its patch; undefined for a link out of the repository.
   */
  of(path: string, before: Uint8Array, after: Uint8Array): string | undefined {
    // Stdin without a name.
    if (path === '<stdin>') return patch('stdin', before, after);
    const whole = realPath(path);
    if (this.#made.has(whole)) return '';
    const top = topOf(dirname(whole));
    const name = relative(top, whole).replaceAll(sep, '/');
    const isLink = whole !== resolve(path);
    if (isLink && (name.startsWith('../') || top !== topOf(realPath(dirname(path))))) return undefined;
    this.#made.add(whole);
    return patch(name, before, after);
  }
}

/** The message for a note that has no patch. */
export function outsideRepository(path: string): string {
  return `'${path}' links to a file outside the repository: left out of the patch`;
}

/**
 * A patch as git prints it, for `git apply` in any folder. Keeps byte order marks and line endings.
 * @param name the path from the top of the repository, with `/`.
 */
export function patch(name: string, before: Uint8Array, after: Uint8Array): string {
  const [from, to] = [quoted(`a/${name}`), quoted(`b/${name}`)];
  const hunks = hunksOf(decode(before), decode(after)).map(printed);
  return `diff --git ${from} ${to}\n--- ${ended(from)}\n+++ ${ended(to)}\n${hunks.join('')}`;
}

const tops = new Map<string, string>();

/** The top of the repository, or the current folder. Searched once for each folder. */
function topOf(folder: string): string {
  const known = tops.get(folder) ?? repositoryTop(folder) ?? process.cwd();
  tops.set(folder, known);
  return known;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function hunksOf(before: string, after: string): readonly StructuredPatchHunk[] {
  const options = { context: CONTEXT, maxEditLength: MOST_CHANGED_LINES };
  return structuredPatch('', '', before, after, '', '', options)?.hunks ?? [wholeHunk(before, after)];
}

/** Removes all lines and adds all lines. */
function wholeHunk(before: string, after: string): StructuredPatchHunk {
  const [old, made] = [linesOf(before), linesOf(after)];
  const lines = [...old.map((line) => `-${line}`), ...made.map((line) => `+${line}`)];
  return { oldStart: 1, oldLines: old.length, newStart: 1, newLines: made.length, lines: lines.flatMap(withoutEnd) };
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function withoutEnd(line: string): string[] {
  return line.endsWith('\n') ? [line.slice(0, -1)] : [line, '\\ No newline at end of file'];
}

function printed({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): string {
  // An empty range names the line before it.
  const range = (start: number, count: number) => `${count === 0 ? start - 1 : start},${count}`;
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n${lines.join('\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A name as git quotes it with core.quotePath off, which keeps letters of every script readable. */
function quoted(name: string): string {
  const escaped = name.replace(
    /[\x00-\x1f\x7f"\\]/g,
    (found) => ESCAPES[found] ?? `\\${found.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return escaped === name ? name : `"${escaped}"`;
}

/** A tab marks the end of a name that contains a space. */
function ended(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}
