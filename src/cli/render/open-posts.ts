import { join } from 'node:path';
import type { Writer } from '../files/atomic.ts';
import { FileError, fileError } from '../files/error.ts';
import type { Input } from '../files/inputs.ts';
import type { RenderRequest } from '../requests.ts';
import type { Console } from '../terminal/console.ts';
import { KnownPosts } from './known-posts.ts';
import { PostRecord, RECORD, readRecord } from './post-record.ts';
import type { PostSettings } from './post-settings.ts';

/**
 * Opens the record of an output folder, if it saves time: not for notes that a person or a Makefile names, because reading
 * and writing the record of ten thousand posts costs more than rendering a few.
 */
export async function openPosts(
  request: RenderRequest,
  inputs: readonly Input[],
  settings: PostSettings,
  console: Console,
): Promise<KnownPosts | undefined> {
  const { outDir, prune } = request;
  if (outDir === undefined) return undefined;
  if (!prune && inputs.every(({ base, isListed }) => base === undefined && isListed !== true)) return undefined;
  const path = join(outDir, RECORD);
  const record = readQuietly(path);
  if (record === 'no file') {
    await console.line(`warning: '${path}' is not a file, so all notes are rendered`);
    return undefined;
  }
  if (record === 'damaged') await console.line(`warning: '${path}' was damaged, so all notes are rendered`);
  return new KnownPosts(record === 'damaged' ? new PostRecord() : record, outDir, request, settings);
}

/** A record that cannot be read costs time. */
function readQuietly(path: string): ReturnType<typeof readRecord> {
  try {
    return readRecord(path);
  } catch {
    return 'damaged';
  }
}

/** Writes the record if it is new. A failure costs the next run time, and is no reason to fail. */
export async function savePosts(known: KnownPosts, outDir: string, writer: Writer, console: Console): Promise<void> {
  known.addFolders();
  if (!known.record.hasNew) return;
  const path = join(outDir, RECORD);
  try {
    await writer.write(path, known.record.toString(), { newerThan: Date.now() });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await console.line(`warning: the next run renders all notes: ${fileError(path, error).message}`);
  }
}
