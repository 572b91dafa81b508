import { relative, resolve, sep } from 'node:path';
import type { PicomatchOptions } from 'picomatch';

type Matcher = (path: string) => boolean;

/** Patterns relative to a folder. picomatch is what the globs of the command line are matched by. */
export async function matcher(
  patterns: readonly string[],
  folder: string,
  options: PicomatchOptions = {},
): Promise<Matcher> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...patterns], options);
  return (path) => matches(relative(folder, resolve(path)).replaceAll(sep, '/'));
}

/** As `matcher`, for what to pass over: a pattern that matches a folder means all below it, hidden or not. */
export function excluder(patterns: readonly string[], folder: string): Promise<Matcher> {
  return matcher(patterns.flatMap(withAllBelow), folder, { dot: true });
}

/** `./archive`, `/archive` and `archive/` are habits from elsewhere, and `.` is the folder itself. */
function withAllBelow(pattern: string): string[] {
  const bare = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  return bare === '' || bare === '.' ? ['**'] : [bare, `${bare}/**`];
}
