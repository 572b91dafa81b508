import { existsSync, lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Peek } from '../../read/peek.ts';
import type { PostFormat } from '../../write/index.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import { touch } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';
import type { FileContent } from '../files/read.ts';
import type { OutputFormat, RenderRequest } from '../requests.ts';
import { FOLLOW_UP } from './outputs.ts';
import { digest, type PostEntry, type PostFile, type PostRecord } from './post-record.ts';
import type { PostSettings } from './post-settings.ts';

/**
 * The coarsest clock of a disk: FAT counts in steps of two seconds. A post that was written so shortly before the record may
 * have changed since and show the same time.
 */
const CLOCK_MS = 2000;

/** What the work on a note wrote, from whichever thread. Plain data. */
export interface Made {
  /** The digest of the note. Empty if the posts must be rendered every time. */
  readonly from: string;
  /** In the order of the formats. */
  readonly posts: readonly Pick<PostEntry, 'settings' | 'file'>[];
}

/** A note as the survey found it. */
interface Seen {
  readonly note: string;
  readonly from: string;
  readonly mtimeMs: number;
  readonly formats: readonly OutputFormat[];
  /** In the order of the formats. */
  readonly settings: readonly string[];
  isNote: boolean;
}

/** Finds the notes of a run whose posts an earlier run wrote, and records the posts of the others. */
export class KnownPosts {
  readonly record: PostRecord;
  readonly #outDir: string;
  readonly #request: RenderRequest;
  readonly #settings: PostSettings;
  readonly #seen = new Map<Input, Seen>();
  /** The numbers of the files of the notes. */
  readonly #inodes = new Set<number>();
  /** The posts of this run. */
  readonly #current = new Set<string>();
  /** The notes of which this run has all posts, and the files that are no notes. */
  readonly #finished = new Set<string>();
  /** The paths of folders from the output folder. */
  readonly #noteFolders = new Map<string, string>();
  readonly #postFolders = new Map<string, string>();
  readonly #made = new Set<string>();
  readonly #areInside = new Map<string, boolean>();

  constructor(record: PostRecord, outDir: string, request: RenderRequest, settings: PostSettings) {
    this.record = record;
    this.#outDir = outDir;
    this.#request = request;
    this.#settings = settings;
  }

  /** What an earlier run found out about a note with the same content and settings. */
  async find(input: Input, { bytes, stat }: FileContent, project: ProjectConfig): Promise<Peek | undefined> {
    const note = this.#nameOf(input.path);
    const from = digest(bytes);
    const settings = this.#settings.of(project) ?? (await this.#settings.load(project));
    const formats = this.#settings.formatsOf(project);
    const known = this.record.of(note).find((entry) => entry.from === from && settings.includes(entry.settings));
    this.#seen.set(input, { note, from, mtimeMs: stat.mtimeMs, formats, settings, isNote: known?.isNote ?? false });
    this.#inodes.add(stat.ino);
    const format = known && formats[settings.indexOf(known.settings)];
    return known && format && { isNote: known.isNote, slug: nameIn(known.post, format) };
  }

  /** Takes what the survey found out about a note. */
  see(input: Input, isNote: boolean): void {
    const seen = this.#seen.get(input);
    if (seen) seen.isNote = isNote;
  }

  /** A file is not a note, so that it has no post any more. */
  skip(path: string): void {
    this.#finished.add(this.#nameOf(path));
  }

  /** Whether nothing has to be done for a note. Its posts are then files, and no notes. Updates the time of its posts. */
  isDone(input: Input, target: string): boolean {
    const seen = this.#seen.get(input);
    if (!seen) return false;
    const entries = this.record.of(seen.note);
    if (entries.length === 0) return false;
    const found: [PostEntry, Stats][] = [];
    for (const [at, post] of this.#postsOf(target, seen).entries()) {
      const entry = entries.find((one) => one.post === post);
      if (entry?.from !== seen.from || entry.settings !== seen.settings[at]) return false;
      const file = this.#unchanged(entry);
      if (!file) return false;
      found.push([entry, file]);
    }
    for (const [entry, file] of found) this.#refresh(entry, file, seen);
    this.#finish(
      seen,
      found.map(([{ post }]) => post),
    );
    return true;
  }

  /** Records the posts of a note. */
  add(input: Input, target: string, { from, posts }: Made): void {
    const seen = this.#seen.get(input);
    if (!seen) return;
    const names = this.#postsOf(target, seen);
    const same = from === seen.from ? from : '';
    for (const [at, made] of posts.entries())
      this.record.set({ post: names[at] ?? '', note: seen.note, isNote: seen.isNote, from: same, ...made });
    this.#finish(seen, names);
  }

  /** Takes note of the folders that do not exist yet: copydesk makes them. */
  planFolders(targets: Iterable<string>): void {
    for (const folder of new Set([...targets].map(dirname))) {
      for (let at = folder; this.#pathOf(at) !== '' && !existsSync(at); at = dirname(at))
        this.#made.add(this.#pathOf(at));
    }
  }

  /** Records the folders that were made. */
  addFolders(): void {
    for (const folder of this.#made) if (existsSync(join(this.#outDir, folder))) this.record.addFolder(folder);
  }

  /** Whether this run says that the post of an earlier run is not one any more. Posts and follow-ups do not replace each other. */
  isStale({ post, note }: PostEntry): boolean {
    const isOfRun = FOLLOW_UP.test(post) === this.#request.followUp;
    return isOfRun && this.#finished.has(note) && !this.#current.has(post);
  }

  isCurrent(post: string): boolean {
    return this.#current.has(post);
  }

  /** The path from the output folder, with slashes; empty for that folder. */
  #pathOf(path: string): string {
    return relative(this.#outDir, path).replaceAll(sep, '/');
  }

  #finish({ note }: Seen, posts: readonly string[]): void {
    if (!this.#request.prune) return;
    for (const post of posts) this.#current.add(post);
    this.#finished.add(note);
  }

  /** The paths of the posts of a note in the output folder. */
  #postsOf(target: string, { formats }: Seen): readonly string[] {
    const end = target.lastIndexOf('/');
    const below = inFolder(this.#postFolders, target.slice(0, end), (folder) => this.#pathOf(folder));
    return formats.map(({ extensions }) => `${below}${target.slice(end + 1)}${extensions[0]}`);
  }

  /** The name of a note: links in the path of the two folders do not matter. */
  #nameOf(path: string): string {
    const name = basename(path);
    const real = (folder: string) => relative(realPath(this.#outDir), realPath(folder)).replaceAll(sep, '/');
    return inFolder(this.#noteFolders, dirname(path), real) + name;
  }

  /** What the disk says about a post, if it is as copydesk wrote it. */
  #unchanged(entry: PostEntry): Stats | undefined {
    const path = `${this.#outDir}/${entry.post}`;
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size !== entry.file.size || this.#inodes.has(found.ino)) return undefined;
    if (!this.#isInside(path.slice(0, path.lastIndexOf('/')))) return undefined;
    return this.#isCertain(entry.file, found) || holdsPost(path, entry) ? found : undefined;
  }

  /** Whether the times alone show that a file has not changed. */
  #isCertain({ mtimeMs, ctimeMs }: PostFile, found: Stats): boolean {
    return found.mtimeMs === mtimeMs && found.ctimeMs === ctimeMs && ctimeMs + CLOCK_MS < this.record.savedAt;
  }

  /** Whether no link leads from the output folder to a folder outside. */
  #isInside(folder: string): boolean {
    let isInside = this.#areInside.get(folder);
    if (isInside === undefined) {
      isInside = `${realpathSync(folder)}${sep}`.startsWith(`${realpathSync(this.#outDir)}${sep}`);
      this.#areInside.set(folder, isInside);
    }
    return isInside;
  }

  /** Gives a post a time that is not older than that of its note, as a run that renders it does, and records its times. */
  #refresh(entry: PostEntry, found: Stats, { mtimeMs }: Seen): void {
    const path = join(this.#outDir, entry.post);
    const isOlder = !this.#request.keepTimes && found.mtimeMs < mtimeMs;
    if (!isOlder && this.#isCertain(entry.file, found)) return;
    if (isOlder) touch(path, mtimeMs);
    const now = isOlder ? lstatSync(path) : found;
    this.record.set({ ...entry, file: { ...entry.file, mtimeMs: now.mtimeMs, ctimeMs: now.ctimeMs } });
    this.record.mustSave();
  }
}

/** The name of a post without its ending, which may have two parts: `.ninjs.json`. */
function nameIn(post: string, { extensions: [ending = ''] }: PostFormat): string {
  return post.slice(post.lastIndexOf('/') + 1, -ending.length);
}

/** The start of the path of a file in a folder. @param find returns the path of the folder, once for each. */
function inFolder(known: Map<string, string>, folder: string, find: (folder: string) => string): string {
  let found = known.get(folder);
  if (found === undefined) {
    const path = find(folder);
    found = path === '' ? '' : `${path}/`;
    known.set(folder, found);
  }
  return found;
}

/** Whether a post contains what copydesk wrote. @throws a system error if it cannot be read. */
export function holdsPost(path: string, { file }: PostEntry): boolean {
  return digest(readFileSync(path)) === file.digest;
}

/** How a post that was just written looks. @param bytes what was written. */
export function postFile(path: string, bytes: Uint8Array): PostFile | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return undefined;
  return {
    size: found.size,
    mtimeMs: found.mtimeMs,
    ctimeMs: found.ctimeMs,
    digest: digest(bytes),
  };
}
