import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postFile } from '../../../src/cli/render/known-posts.ts';
import { PostRecord, RECORD, readRecord } from '../../../src/cli/render/post-record.ts';

/** What `forge` writes. */
export const FORGED = 'forged\n';

export function recordOf(out: string): PostRecord {
  const record = readRecord(join(out, RECORD));
  if (!(record instanceof PostRecord)) throw new Error(`the record is ${record}`);
  return record;
}

/** Replaces every post and says in the record that copydesk wrote it so: it stays as long as nothing is rendered again. */
export function forge(out: string): void {
  const record = recordOf(out);
  for (const entry of [...record.entries]) {
    const path = join(out, entry.post);
    writeFileSync(path, FORGED);
    const file = postFile(path, Buffer.from(FORGED));
    if (!file) throw new Error(`no post ${path}`);
    record.set({ ...entry, file });
  }
  writeFileSync(join(out, RECORD), record.toString());
}

/** The files in an output folder and their text, without the record. */
export function filesIn(out: string): Record<string, string> {
  const files: Record<string, string> = {};
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    if (name === RECORD) continue;
    const path = join(out, name);
    files[name] = statSync(path).isDirectory() ? '<folder>' : readFileSync(path, 'utf8');
  }
  return files;
}
