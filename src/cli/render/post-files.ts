import { statSync } from 'node:fs';
import { UsageError } from '../exit.ts';
import { encode, type WriteOutcome, type Writer } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import type { RenderRequest } from '../requests.ts';
import type { NoteFile } from '../run/pipeline.ts';
import type { Console } from '../terminal/console.ts';
import { postFile } from './known-posts.ts';
import type { PostFile } from './post-record.ts';
import { leadsOutside, replacesNote } from './targets.ts';

interface WrittenPost {
  readonly outcome: WriteOutcome | undefined;
  /** If posts are recorded. */
  readonly file: PostFile | undefined;
}

/** Writes posts to files, but never over a note or outside the output folder. */
export class PostFiles {
  readonly #request: RenderRequest;
  readonly #writer: Writer;

  constructor(request: RenderRequest, writer: Writer) {
    this.#request = request;
    this.#writer = writer;
  }

  /** @returns no outcome if it has been reported why not. */
  async write(
    { input, plan }: NoteFile,
    path: string,
    content: string | Uint8Array,
    console: Console,
  ): Promise<WrittenPost> {
    try {
      if (replacesNote(path, typeof content === 'string' ? content : '')) {
        throw new UsageError(`'${path}' is a note and would be overwritten`, 'Write to another folder.');
      }
      const { outDir, keepTimes } = this.#request;
      if (outDir !== undefined && leadsOutside(path, outDir)) {
        throw new UsageError(`'${path}' leads outside '${outDir}'`, 'Remove the link.');
      }
      // Encoded once, for the file and for its digest.
      const bytes = encode(content);
      const outcome = await this.#writer.write(path, bytes, keepTimes ? {} : { newerThan: timeOf(input, outDir) });
      return { outcome, file: plan?.isRecorded ? postFile(path, bytes) : undefined };
    } catch (error) {
      await console.problem(error);
      return { outcome: undefined, file: undefined };
    }
  }
}

/**
 * The time that a post must have: that of its note, because a program such as make runs again for an older post. A post that
 * is named on the command line may also depend on other files, so its time is now.
 */
function timeOf({ kind, path }: Input, outDir: string | undefined): number {
  const time = kind === 'file' ? (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) : 0;
  return outDir === undefined ? Math.max(Date.now(), time) : time;
}
