import { lstatSync, realpathSync, rmdirSync, type Stats, statSync, unlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf, fileError } from '../files/error.ts';
import { realPath } from '../files/paths.ts';
import type { Console } from '../terminal/console.ts';
import { holdsPost, type KnownPosts } from './known-posts.ts';
import type { PostEntry } from './post-record.ts';
import { asOnDisk } from './targets.ts';

/**
 * Removes the posts in the record whose note no longer exists, and those of a note of this run that are not its posts any more. Removes
 * only a file that is as copydesk wrote it, and follows no link.
 * @returns the number of posts that it removed.
 */
export async function prune(
  knownPosts: KnownPosts,
  outDir: string,
  console: Console,
  isVerbose: boolean,
): Promise<number> {
  const { record } = knownPosts;
  const stale = [...record.entries].filter(
    (entry) => !knownPosts.isCurrent(entry.post) && (knownPosts.isStale(entry) || isGone(entry, outDir)),
  );
  if (stale.length === 0) return 0;
  const staleNames = new Set(stale.map(({ post }) => post));
  const kept = new Map<string, string>();
  for (const { post } of record.entries) if (!staleNames.has(post)) kept.set(asOnDisk(post), post);
  const removed: string[] = [];
  for (const entry of stale) {
    const path = join(outDir, entry.post);
    try {
      const found = postAt(entry, outDir);
      const same = kept.get(asOnDisk(entry.post));
      if (!found || (same !== undefined && isOneFile(found, join(outDir, same)))) record.delete(entry.post);
      else if (!found.isFile() || found.size !== entry.file.size || !holdsPost(path, entry))
        await console.line(`warning: '${path}' is not removed: it has changed since copydesk wrote it`);
      else {
        unlinkSync(path);
        record.delete(entry.post);
        removed.push(entry.post);
        if (isVerbose) await console.line(`removed '${path}'`);
      }
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR') record.delete(entry.post);
      else await console.problem(fileError(path, error));
    }
  }
  removeFolders(knownPosts, removed, outDir);
  return removed.length;
}

/** Whether a note does not exist any more. A note that cannot be looked at may exist. */
function isGone({ note }: PostEntry, outDir: string): boolean {
  try {
    return !(statSync(resolve(realPath(outDir), note), { throwIfNoEntry: false })?.isFile() ?? false);
  } catch (error) {
    return codeOf(error) === 'ENOTDIR';
  }
}

/** A post on the disk; undefined if it is gone, or if a link or two dots lead to its folder. */
function postAt({ post }: PostEntry, outDir: string): Stats | undefined {
  const path = join(outDir, post);
  const found = lstatSync(path, { throwIfNoEntry: false });
  const isBelow = found && realpathSync(dirname(path)) === join(realpathSync(outDir), dirname(post));
  return isBelow ? found : undefined;
}

/** Whether two names are one file, on a disk that ignores case. */
function isOneFile({ dev, ino }: Stats, other: string): boolean {
  const found = lstatSync(other, { throwIfNoEntry: false });
  return found?.dev === dev && found.ino === ino;
}

/** Removes the folders that copydesk made and that are empty now, the deepest first. */
function removeFolders({ record }: KnownPosts, removed: readonly string[], outDir: string): void {
  const folders = new Set<string>();
  for (const post of removed) for (let at = dirname(post); at !== '.'; at = dirname(at)) folders.add(at);
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    if (!record.folders.has(folder)) continue;
    try {
      rmdirSync(join(outDir, folder));
      record.deleteFolder(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') record.deleteFolder(folder);
    }
  }
}
