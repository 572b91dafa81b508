import { sep } from 'node:path';
import { resolveHouse } from '../../house/resolve.ts';
import { peek } from '../../read/peek.ts';
import { isStructured } from '../../read/structured.ts';
import { createSource } from '../../text/index.ts';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';
import { readContent } from '../files/read.ts';
import { isDocument, testNote } from '../run/note-test.ts';
import { decodeNote } from '../run/read-note.ts';
import type { KnownPosts } from './known-posts.ts';

/** The notes to render, found by reading each file once. */
export interface Survey {
  readonly notes: readonly Input[];
  readonly slugs: ReadonlyMap<Input, string>;
  /** Files that are not notes. */
  readonly skipped: readonly string[];
}

/**
 * Separates notes from other files, see `testNote`: a file that the user named is a note unless it is a README or the like. Only
 * names are kept, and notes are read again when they are rendered, so that memory does not grow with their number.
 */
export async function survey(
  inputs: readonly Input[],
  { wantSlugs, allowNone }: { readonly wantSlugs: boolean; readonly allowNone: boolean },
  configResolver: ConfigResolver,
  knownPosts?: KnownPosts,
): Promise<Survey> {
  const notes: Input[] = [];
  const slugs = new Map<Input, string>();
  const skipped: string[] = [];
  for (const input of inputs) {
    const isNamed = input.base === undefined && input.isListed !== true && !allowNone;
    const needsLook = input.kind === 'file' && (wantSlugs || !isNamed || isDocument(input.path));
    const found = needsLook ? await look(input, isNamed, configResolver, knownPosts) : undefined;
    if (found && !found.isNote) {
      knownPosts?.skip(input.path);
      skipped.push(input.path);
      continue;
    }
    notes.push(input);
    if (found?.slug !== undefined) slugs.set(input, found.slug);
  }
  return { notes, slugs, skipped };
}

/** Undefined for a file that cannot be read. Rendering it reports the error. */
async function look(input: Input, isNamed: boolean, configResolver: ConfigResolver, knownPosts?: KnownPosts) {
  try {
    const project = await configResolver.of(input.path);
    const test = testNote(input.path, isNamed, project, false);
    if (test === 'no note') return { isNote: false };
    const content = readContent(input.path);
    const known = await knownPosts?.find(input, content, project);
    if (known) return test === 'note' ? { ...known, isNote: true } : known;
    const read = decodeNote(content.bytes, input.path);
    if ('problem' in read) return test === 'by content' && isData(input) ? { isNote: false } : undefined;
    const source = createSource(input.path, read.text);
    const found = peek(source, isStructured(source), resolveHouse(project.house).vocabulary);
    knownPosts?.see(input, found.isNote);
    return test === 'note' ? { ...found, isNote: true } : found;
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
