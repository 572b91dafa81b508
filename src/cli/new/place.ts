import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../exit.ts';

/** Where a note goes. */
export type Place =
  | { readonly folder: string }
  /** The file that the user named. */
  | { readonly file: string };

const MARKDOWN = /\.(?:md|markdown)$/i;

/** The place that a path names: a folder that exists or ends in a slash, or a Markdown file. @throws {UsageError} */
export function placeOf(path: string | undefined): Place {
  if (path === undefined) return { folder: '.' };
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return { folder: path };
  if (/[\\/]$/.test(path)) {
    if (!statSync(path.replace(/[\\/]+$/, ''), { throwIfNoEntry: false })) return { folder: path };
    throw new UsageError(`'${path}' is a file, not a folder`, 'Name a folder.');
  }
  if (MARKDOWN.test(path)) return { file: path };
  const advice = /^[\w'’-]+$/.test(path)
    ? 'Put a headline of several words in quotation marks. End a folder with / and a note with .md.'
    : 'Name a note that ends in .md, or a folder that ends in /.';
  throw new UsageError(`'${path}' is neither a folder nor a Markdown file`, advice);
}

/** The file of a note. @param slug the name of a note whose file the user has not named. */
export function fileIn(place: Place, slug: string): string {
  return 'file' in place ? place.file : join(place.folder, `${slug}.md`);
}
