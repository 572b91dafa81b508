import { relative, sep } from 'node:path';
import { INDEX } from '../../write/feed/index.ts';
import type { ProjectOutputs } from './outputs.ts';

/* The links between the pages of an output folder. They work on a server and on a disk. */

/** What a run writes of a note, and the folder. */
export interface Site extends Pick<ProjectOutputs, 'formats' | 'index'> {
  readonly outDir: string | undefined;
}

/** The URL of the page of a note from the index, if the run writes the page. @param target its path without the ending. */
export function pageOf(target: string | undefined, { formats, outDir }: Site): { readonly url?: string } {
  const html = formats.find(({ name }) => name === 'html');
  if (target === undefined || outDir === undefined || !html) return {};
  const path = relative(outDir, target + html.extensions[0]);
  return { url: path.split(sep).map(encodeURIComponent).join('/') };
}

/** The URL of the index from the page of a note, if the run writes it. */
export function homeOf(target: string | undefined, { index, outDir }: Site): string | undefined {
  if (!index || target === undefined || outDir === undefined) return undefined;
  const depth = relative(outDir, target).split(sep).length - 1;
  return '../'.repeat(depth) + INDEX.file;
}
