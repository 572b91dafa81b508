import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readSlug } from '../../read/slug.ts';
import { isStructured } from '../../render.ts';
import { createSource } from '../../text/index.ts';
import type { Format } from '../../write/index.ts';
import { UsageError } from '../exit.ts';
import { FileError } from '../files/error.ts';
import type { Input } from '../files/inputs.ts';
import type { Host } from '../host.ts';
import { readText } from '../source.ts';

export interface Targets {
  /** The path of each note's post without its ending. A note without one is refused. */
  readonly targets: ReadonlyMap<Input, string>;
  readonly refusals: readonly UsageError[];
}

/**
 * Where every note's post goes, before anything is written: two notes for one file are both refused, and a post over a
 * note. Only the names are kept: the notes are read again when their turn comes, so that memory does not grow with them.
 */
export async function planTargets(
  notes: readonly Input[],
  outDir: string,
  formats: readonly Format[],
  host: Host,
): Promise<Targets> {
  const root = realPath(outDir);
  const byTarget = new Map<string, Input[]>();
  for (const input of notes) {
    const target = targetOf(input, await slugOf(input, host), root);
    byTarget.set(target, [...(byTarget.get(target) ?? []), input]);
  }
  const own = new Set(notes.filter(({ kind }) => kind === 'file').map(({ path }) => realPath(path)));
  const targets = new Map<Input, string>();
  const refusals: UsageError[] = [];
  for (const [target, inputs] of byTarget) {
    const refusal = refuse(target, inputs, join(outDir, relative(root, target)), own, formats);
    if (refusal) refusals.push(refusal);
    else for (const input of inputs) targets.set(input, target);
  }
  return { targets, refusals };
}

function refuse(
  target: string,
  inputs: readonly Input[],
  shown: string,
  own: ReadonlySet<string>,
  formats: readonly Format[],
) {
  const names = inputs.map(({ path }) => path);
  if (new Set(names.map(realPath)).size > 1) {
    return new UsageError(`${names.join(' and ')} would both become ${shown}`, 'Give them different slugs.');
  }
  if (formats.some(({ extensions }) => own.has(target + extensions[0]))) {
    return new UsageError(`the post of ${names[0]} would overwrite a note`, 'Write to another folder.');
  }
  return undefined;
}

/** In the folder, under the note's own sub-folder, by slug, else by note. */
function targetOf(input: Input, slug: string | undefined, root: string): string {
  const below = input.base === undefined ? '' : dirname(relative(input.base, input.path));
  return join(root, below, slug ?? stemOf(input));
}

function stemOf(input: Input): string {
  return input.kind === 'stdin' ? 'stdin' : basename(input.path).replace(/(?<=.)\.[^.]+$/, '');
}

/** Stdin can be read but once, so it is never named by its slug. What cannot be read now is reported in its turn. */
async function slugOf(input: Input, host: Host): Promise<string | undefined> {
  if (input.kind === 'stdin') return undefined;
  try {
    const read = await readText(input, input.path, host);
    if ('problem' in read) return undefined;
    const source = createSource(input.path, read.text);
    return readSlug(source, isStructured(source));
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
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
