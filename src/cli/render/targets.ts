import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Format } from '../../write/index.ts';
import { UsageError } from '../exit.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';

export interface Targets {
  /** The path of each note's post without its ending. A note without one is refused. */
  readonly targets: ReadonlyMap<Input, string>;
  readonly refusals: readonly UsageError[];
}

/**
 * Plans the path of every post before anything is written. Refuses two notes with the same path, and a post that would
 * overwrite a note.
 */
export function planTargets(
  notes: readonly Input[],
  slugs: ReadonlyMap<Input, string>,
  outDir: string,
  formats: readonly Format[],
): Targets {
  const planned = new Map<Input, string>();
  const byTarget = new Map<string, Input[]>();
  for (const input of notes) {
    const target = targetOf(input, slugs.get(input), outDir);
    planned.set(input, target);
    byTarget.set(asOnDisk(target), [...(byTarget.get(asOnDisk(target)) ?? []), input]);
  }
  const own = new Set(notes.filter(({ kind }) => kind === 'file').map(({ path }) => asOnDisk(realPath(path))));
  const targets = new Map<Input, string>();
  const refusals: UsageError[] = [];
  for (const inputs of byTarget.values()) {
    const names = inputs.map((input) => planned.get(input) ?? '');
    const refusal = refuse(names, inputs, own, formats);
    if (refusal) refusals.push(refusal);
    else for (const [at, input] of inputs.entries()) targets.set(input, names[at] ?? '');
  }
  return { targets, refusals };
}

/** Names that are one file on a disk that ignores case or the composition of letters, as those of macOS and Windows do. */
export function asOnDisk(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

function refuse(
  targets: readonly string[],
  inputs: readonly Input[],
  own: ReadonlySet<string>,
  formats: readonly Format[],
) {
  const names = inputs.map(({ path }) => path);
  const [target = ''] = targets;
  if (new Set(names.map(realPath)).size > 1) {
    const composed = new Set(targets.map((one) => one.normalize()));
    const disk = composed.size > 1 ? ' on a disk that ignores case' : ' on a disk that composes letters';
    const differ = new Set(targets).size > 1 ? disk : '';
    return new UsageError(
      `${names.map((name) => `'${name}'`).join(' and ')} have the same output file '${target}'${differ}`,
      'Give them different slugs.',
    );
  }
  if (formats.some(({ extensions }) => own.has(asOnDisk(realPath(target + extensions[0]))))) {
    return new UsageError(`the post of '${names[0]}' would overwrite a note`, 'Write to another folder.');
  }
  return undefined;
}

/** The path in the output folder: the subfolder of the note, and the slug or the name of the note. */
function targetOf(input: Input, slug: string | undefined, outDir: string): string {
  const below = input.base === undefined ? '' : dirname(relative(input.base, input.path));
  // Not `join` for the name, which may be two dots.
  return `${join(outDir, below)}/${slug ?? stemOf(input)}`;
}

function stemOf(input: Input): string {
  return input.kind === 'stdin' ? 'stdin' : basename(input.path).replace(/(?<=.)\.[^.]+$/, '');
}

function inFolder(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

/** Whether a write would follow a link in the folder to a place outside it, or to a missing file. */
export function leadsOutside(path: string, outDir: string): boolean {
  const real = realPath(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return (isLink && real === resolve(path)) || !real.startsWith(inFolder(realPath(outDir)));
}

/** Whether a path leads to a file or a folder. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

/**
 * Whether a post would overwrite a note that is not an input of this run: a Markdown file with front matter, if the post has
 * none, or structured data whose prose is text (in an Article it is blocks).
 */
export function replacesNote(path: string, post: string): boolean {
  const ending = /\.(md|markdown|ya?ml|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined || kindOf(path) !== 'file') return false;
  const existing = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  if (ending.startsWith('y'))
    return /^["']?(?:headline|hed|标题|source|sources|attribution|来源)["']?[ \t]*:/m.test(existing);
  if (ending === 'json') return /"(?:body|laws|insight)"\s*:\s*(?:"|\[\s*")/.test(existing);
  return /^---[ \t]*\r?\n/.test(existing) && !post.startsWith('---');
}
