import { lstatSync, readFileSync } from 'node:fs';

/** The name of the file in the output folder. Programs that publish a folder leave out names that start with a dot. */
export const RECORD = '.copydesk.json';

/** The start of the SHA-256 of text or bytes, which is enough to tell them apart. */
export function digest(data: Uint8Array | string): string {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto.hash('sha256', data, 'base64url').slice(0, DIGEST);
}

const DIGEST = 20;
/** Loaded on first use, because most runs need no digest. */
let crypto: typeof import('node:crypto') | undefined;

/** A post that copydesk wrote, and what it was made from. */
export interface PostEntry {
  /** The path in the output folder, with slashes. */
  readonly post: string;
  /** The path of the note from the output folder, with slashes, so that both can move together. */
  readonly note: string;
  /** Whether the note is one by its content. */
  readonly isNote: boolean;
  /** The digest of the note. Empty if the post must be rendered every time. */
  readonly from: string;
  /** The digest of everything else that decides what the post is. */
  readonly settings: string;
  readonly file: PostFile;
}

/** A post on the disk. */
export interface PostFile {
  readonly size: number;
  readonly mtimeMs: number;
  /** No program can set it, unlike the time above. */
  readonly ctimeMs: number;
  readonly digest: string;
}

/**
 * The posts in an output folder that copydesk wrote. Each entry says what a post was made from and how it looked then, which
 * stays true whatever happens later: the digests tell whether it still matters. So an old record is never wrong.
 */
export class PostRecord {
  readonly #byNote = new Map<string, PostEntry[]>();
  /** The note of each post, made when it is needed: a run that finds nothing to do needs only the notes. */
  #owners: Map<string, string> | undefined;
  readonly #folders: Set<string>;
  /** When the file was written; 0 if there is none. */
  readonly savedAt: number;
  #hasNew = false;

  constructor(entries: Iterable<PostEntry> = [], folders: Iterable<string> = [], savedAt = 0) {
    for (const entry of entries) this.#put(entry);
    this.#folders = new Set(folders);
    this.savedAt = savedAt;
  }

  /** Whether the file lacks something. */
  get hasNew(): boolean {
    return this.#hasNew;
  }

  get entries(): readonly PostEntry[] {
    return [...this.#byNote.values()].flat();
  }

  /** The folders in the output folder that copydesk made. */
  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  /** The posts of a note. */
  of(note: string): readonly PostEntry[] {
    return this.#byNote.get(note) ?? [];
  }

  set(entry: PostEntry): void {
    const before = this.of(entry.note).find(({ post }) => post === entry.post);
    if (before && lineOf(before) === lineOf(entry)) return;
    this.delete(entry.post);
    this.#put(entry);
    this.#owners?.set(entry.post, entry.note);
    this.#hasNew = true;
  }

  /** Forgets a post. */
  delete(post: string): void {
    this.#owners ??= new Map(this.entries.map((entry) => [entry.post, entry.note]));
    const note = this.#owners.get(post);
    if (note === undefined) return;
    this.#owners.delete(post);
    this.#byNote.set(
      note,
      this.of(note).filter((one) => one.post !== post),
    );
    this.#hasNew = true;
  }

  /** Writes the file even if its text is the same: its time tells which posts are older. */
  mustSave(): void {
    this.#hasNew = true;
  }

  addFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    this.#hasNew = true;
  }

  deleteFolder(folder: string): void {
    if (this.#folders.delete(folder)) this.#hasNew = true;
  }

  #put(entry: PostEntry): void {
    const siblings = this.#byNote.get(entry.note);
    if (siblings) siblings.push(entry);
    else this.#byNote.set(entry.note, [entry]);
  }

  /** The text of the file: JSON that ends with the digest of all before it. */
  toString(): string {
    const posts = this.entries.map(lineOf).join(',\n');
    const text = `${START}"folders":${JSON.stringify([...this.#folders])},"posts":[\n${posts}\n]`;
    return `${text}${endOf(text)}`;
  }
}

const ABOUT =
  'copydesk wrote these posts. It keeps this file so that it renders only what has changed. Do not commit or publish it.';
const START = `{"about":${JSON.stringify(ABOUT)},"version":1,`;

function endOf(body: string | Uint8Array): string {
  return endWith(digest(body));
}

function endWith(digest: string): string {
  return `,"digest":"${digest}"}\n`;
}

const END = endWith('').length + DIGEST;

function lineOf({ post, note, isNote, from, settings, file }: PostEntry): string {
  return JSON.stringify([post, note, isNote, from, settings, file.size, file.mtimeMs, file.ctimeMs, file.digest]);
}

/**
 * The record of a file: empty if there is none, or one of another version.
 * @returns `no file` for a link, a folder or a pipe in its place.
 */
export function readRecord(path: string): PostRecord | 'damaged' | 'no file' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return new PostRecord();
  if (!found.isFile()) return 'no file';
  const bytes = readFileSync(path);
  const body = bytes.subarray(0, -END);
  if (bytes.toString('latin1', body.length) !== endOf(body)) return 'damaged';
  const text = bytes.toString();
  if (!text.startsWith(START)) return new PostRecord();
  const { posts, folders }: { readonly posts: readonly unknown[]; readonly folders: readonly string[] } =
    JSON.parse(text);
  return new PostRecord(posts.map(entryOf), folders, found.mtimeMs);
}

/** The line of an entry, whose digest says that copydesk wrote it. */
type Line = readonly [string, string, boolean, string, string, number, number, number, string];

function entryOf(line: unknown): PostEntry {
  const [post, note, isNote, from, settings, size, mtimeMs, ctimeMs, digest] = line as Line;
  return { post, note, isNote, from, settings, file: { size, mtimeMs, ctimeMs, digest } };
}
