import { sep } from 'node:path';
import { resolveHouse } from '../../house/resolve.ts';
import { peek } from '../../read/peek.ts';
import { isStructured } from '../../read/structured.ts';
import { createSource } from '../../text/index.ts';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';
import type { Host } from '../host.ts';
import { readText } from '../run/read-note.ts';

/** The notes to render, found by reading each file once. */
export interface Survey {
  readonly notes: readonly Input[];
  readonly slugs: ReadonlyMap<Input, string>;
  /** Files that a folder or a pattern gave and that are no notes. */
  readonly skipped: number;
}

/**
 * Separates notes from other files that a walk found, such as a README; a file that the user named is always a note. Only
 * names are kept, and notes are read again when they are rendered, so that memory does not grow with their number.
 */
export async function survey(
  inputs: readonly Input[],
  wantSlugs: boolean,
  configResolver: ConfigResolver,
  host: Host,
): Promise<Survey> {
  const notes: Input[] = [];
  const slugs = new Map<Input, string>();
  for (const input of inputs) {
    const found =
      input.kind === 'file' && (wantSlugs || input.base !== undefined)
        ? await look(input, configResolver, host)
        : undefined;
    if (found && !found.isNote && input.base !== undefined) continue;
    notes.push(input);
    if (found?.slug !== undefined) slugs.set(input, found.slug);
  }
  return { notes, slugs, skipped: inputs.length - notes.length };
}

/** Undefined for a file that cannot be read. Rendering it reports the error. */
async function look(input: Input, configResolver: ConfigResolver, host: Host) {
  try {
    const read = await readText(input, input.path, host);
    if ('problem' in read) return isData(input) ? { isNote: false } : undefined;
    const { house, isNote } = await configResolver.of(input.path);
    const source = createSource(input.path, read.text);
    const found = peek(source, isStructured(source), resolveHouse(house).vocabulary);
    return isNote(input.path) ? { ...found, isNote: true } : found;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function isData({ path }: Input): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** Leaves out files found in the output folder: they are posts of an earlier run. */
export function withoutOutput(inputs: readonly Input[], outDir: string | undefined): readonly Input[] {
  if (outDir === undefined) return inputs;
  const out = realPath(outDir) + sep;
  const holdsOutput = new Map<string, boolean>();
  return inputs.filter(({ base, path }) => {
    if (base === undefined) return true;
    const holds = holdsOutput.get(base) ?? holdsFolder(base, out);
    holdsOutput.set(base, holds);
    return !(holds && realPath(path).startsWith(out));
  });
}

function holdsFolder(base: string, out: string): boolean {
  const above = realPath(base) + sep;
  return out !== above && out.startsWith(above);
}
