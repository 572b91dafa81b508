import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { PostFormat } from '../../write/index.ts';
import { UsageError } from '../exit.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';

export interface Targets {
  /** The path of each note's post without its ending. A note without one is refused. */
  readonly targets: ReadonlyMap<Input, string>;
  /** The notes for which nothing has to be done. */
  readonly done: ReadonlySet<Input>;
  readonly refusals: readonly UsageError[];
}

/** What an earlier run knows. */
interface Done {
  /** Whether nothing has to be done for a note. Its posts are then files, and none of them is a note. */
  isDone(input: Input, target: string): boolean;
}

/**
 * Plans the path of every post before anything is written. Refuses two notes with the same path, and a post that would
 * overwrite a note.
 */
export function planTargets(
  notes: readonly Input[],
  slugs: ReadonlyMap<Input, string>,
  outDir: string,
  formats: readonly PostFormat[],
  earlier?: Done,
): Targets {
  const byTarget = new Map<string, Planned[]>();
  const folderOf = foldersIn(outDir);
  const withoutMiddle = middleRemover(formats);
  for (const input of notes) {
    // Not `join` for the name, which may be two dots.
    const target = `${folderOf(input)}/${slugs.get(input) ?? stemOf(input)}`;
    const name = asOnDisk(withoutMiddle(target));
    const others = byTarget.get(name);
    if (others) others.push({ input, target });
    else byTarget.set(name, [{ input, target }]);
  }
  const targets = new Map<Input, string>();
  const done = new Set<Input>();
  const refusals: UsageError[] = [];
  const isNote = noteTest(notes);
  for (const planned of byTarget.values()) {
    const same = refuseSame(planned);
    const isDone = !same && planned.every(({ input, target }) => earlier?.isDone(input, target));
    const refusal = same ?? (isDone ? undefined : refuseNote(planned, formats, isNote));
    if (isDone) for (const { input } of planned) done.add(input);
    if (refusal) refusals.push(refusal);
    else for (const { input, target } of planned) targets.set(input, target);
  }
  return { targets, done, refusals };
}

/**
 * Removes from a path what one ending has before another: `.ninjs`, if the formats write `.ninjs.json` and `.json`. The JSON
 * of `a.ninjs.md` would be the file of `a.md`.
 */
function middleRemover(formats: readonly PostFormat[]): (path: string) => string {
  const endings = formats.map(({ extensions: [first = ''] }) => first);
  const middles = endings.flatMap((long) =>
    endings.filter((short) => long !== short && long.endsWith(short)).map((short) => long.slice(0, -short.length)),
  );
  if (middles.length === 0) return (path) => path;
  return (path) =>
    middles.reduce((left, middle) => (left.endsWith(middle) ? left.slice(0, -middle.length) : left), path);
}

const IS_ASCII = /^[\0-\x7f]*$/;

/** Names that are one file on a disk that ignores case or the composition of letters, as those of macOS and Windows do. */
export function asOnDisk(path: string): string {
  if (IS_ASCII.test(path)) return path.toLowerCase();
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A note and the path of its post without its ending. */
interface Planned {
  readonly input: Input;
  readonly target: string;
}

/** Refuses different notes with one path. */
function refuseSame(planned: readonly Planned[]): UsageError | undefined {
  const names = planned.map(({ input }) => input.path);
  if (names.length < 2 || new Set(names.map(realPath)).size === 1) return undefined;
  const targets = planned.map(({ target }) => target);
  const composed = new Set(targets.map((one) => one.normalize()));
  const differ = new Set(targets).size > 1 && new Set(targets.map(asOnDisk)).size === 1;
  const all = names.map((name) => `'${name}'`).join(' and ');
  const why = composed.size > 1 ? 'on a disk that ignores case' : 'on a disk that normalizes Unicode';
  const message = `${all} have the same output file '${targets[0]}'`;
  return new UsageError(differ ? `${message} ${why}` : message, 'Give them different slugs.');
}

/** Refuses to replace a note of this run. */
function refuseNote(
  [first]: readonly Planned[],
  formats: readonly PostFormat[],
  isNote: (path: string) => boolean,
): UsageError | undefined {
  if (!first || !formats.some(({ extensions }) => isNote(first.target + extensions[0]))) return undefined;
  return new UsageError(`the post of '${first.input.path}' would overwrite a note`, 'Write to another folder.');
}

/** Tells whether a path leads to one of the notes. Looks at them only when it is called. */
function noteTest(notes: readonly Input[]): (path: string) => boolean {
  let own: Set<string> | undefined;
  return (path) => {
    own ??= new Set(notes.filter(({ kind }) => kind === 'file').map((note) => asOnDisk(realPath(note.path))));
    return own.has(asOnDisk(realPath(path)));
  };
}

/** Returns the folder of a note's post: the subfolder of the note. Each is found once. */
function foldersIn(outDir: string): (input: Input) => string {
  const top = join(outDir, '');
  const byBase = new Map<string, Map<string, string>>();
  return ({ base, path }) => {
    if (base === undefined) return top;
    const known = byBase.get(base) ?? new Map<string, string>();
    byBase.set(base, known);
    const folder = dirname(path);
    const found = known.get(folder) ?? join(outDir, relative(base, folder));
    known.set(folder, found);
    return found;
  };
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
