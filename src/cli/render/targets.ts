import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Input } from '../files/inputs.ts';

/** The path of a note's post without its ending: in the folder, under the note's own sub-folder, by slug, else by note. */
export function targetOf(input: Input, slug: string | undefined, outDir: string): string {
  const below = input.base === undefined ? '' : dirname(relative(input.base, input.path));
  return join(outDir, below, slug ?? stemOf(input));
}

function stemOf(input: Input): string {
  return input.kind === 'stdin' ? 'stdin' : basename(input.path).replace(/(?<=.)\.[^.]+$/, '');
}

/** The path as the disk knows it, links resolved as far as the path exists. */
export function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole ? whole : join(realPath(parent), basename(whole));
  }
}
