import { UsageError } from '../exit.ts';
import type { Git } from './git.ts';
import type { Scratch } from './scratch.ts';

const FEED = 0x0a;

/** The bytes of blobs, read by one git process. */
export async function readBlobs(git: Git, oids: readonly string[]): Promise<Buffer[]> {
  if (oids.length === 0) return [];
  const { stdout } = await git.run(['cat-file', '--batch'], { stdin: `${oids.join('\n')}\n` });
  const blobs: Buffer[] = [];
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(FEED, at);
    const [oid, type, size] = stdout.toString('latin1', at, end).split(' ');
    if (type !== 'blob') throw new UsageError(`git has no blob ${oid}`, 'Check the repository with `git fsck`.');
    at = end + 1 + Number(size);
    blobs.push(stdout.subarray(end + 1, at));
    at += 1;
  }
  return blobs;
}

/** Writes blobs without filters, by one git process. @returns their object names. */
export async function writeBlobs(git: Git, scratch: Scratch, blobs: readonly Uint8Array[]): Promise<string[]> {
  if (blobs.length === 0) return [];
  const paths = blobs.map((blob) => `${quoted(scratch.file(blob))}\n`);
  const { stdout } = await git.run(['hash-object', '-w', '--no-filters', '--stdin-paths'], { stdin: paths.join('') });
  return stdout.toString().trim().split('\n');
}

/** A path as git quotes it, so that it may contain a line feed. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

export interface ObjectFile {
  readonly oid: string;
  /** From the top of the repository. git selects attributes by it. */
  readonly path: string;
}

/** An error if a filter failed; undefined if git gave no answer. */
export type CheckedOut = Uint8Array | UsageError | undefined;

/**
 * The bytes that git would write to the working tree for blobs, after line endings, encodings and filters. One git process
 * serves all paths that its list format can hold. If a filter fails, each file is read on its own, so that only one fails.
 */
export async function checkOut(git: Git, blobs: readonly ObjectFile[]): Promise<CheckedOut[]> {
  const isPlain = ({ path }: ObjectFile) => !/^[ \t]|[\r\n]/.test(path);
  const listed = blobs.filter(isPlain);
  const batch = await checkOutAll(git, listed).catch(() => undefined);
  let next = 0;
  const found: CheckedOut[] = [];
  for (const blob of blobs) {
    found.push((isPlain(blob) ? batch?.[next++] : undefined) ?? (await checkOutOne(git, blob)));
  }
  return found;
}

async function checkOutAll(git: Git, blobs: readonly ObjectFile[]): Promise<Buffer[]> {
  if (blobs.length === 0) return [];
  // git prints the size of the blob, not of the filtered bytes, so a unique mark separates the files.
  const mark = Buffer.from(`\n${crypto.randomUUID()}\n`);
  const list = blobs.map(({ oid, path }) => `${oid} ${path}\n`).join('');
  const format = mark.toString().trim();
  const { stdout } = await git.run(['cat-file', '--filters', `--batch=${format}`], { stdin: list });
  const found: Buffer[] = [];
  for (let at = mark.length - 1, end = 0; end !== -1; at = end + mark.length) {
    end = stdout.indexOf(mark, at);
    found.push(stdout.subarray(at, end === -1 ? stdout.length - 1 : end));
  }
  return found;
}

async function checkOutOne(git: Git, { oid, path }: ObjectFile): Promise<CheckedOut> {
  try {
    return (await git.run(['cat-file', '--filters', `--path=${path}`, oid])).stdout;
  } catch (error) {
    if (error instanceof UsageError) return new UsageError(`${path}: ${error.message}`, error.advice);
    throw error;
  }
}

/** A text and two edited versions of it. */
export interface Versions {
  readonly ours: Uint8Array;
  readonly base: Uint8Array;
  readonly theirs: Uint8Array;
}

/** Merges both edits. Undefined if they change the same or adjacent lines, and for what git considers binary. */
export async function merge(git: Git, scratch: Scratch, versions: Versions): Promise<Uint8Array | undefined> {
  const { ours, base, theirs } = versions;
  const files = [ours, base, theirs].map((bytes) => scratch.file(bytes));
  // The exit code is the number of conflicts, or 255.
  const { code, stdout } = await git.run(['merge-file', '-p', '-q', ...files], { answers: () => true });
  return code === 0 ? stdout : undefined;
}
