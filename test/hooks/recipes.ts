import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** This repository. */
export const root = resolve(import.meta.dirname, '../..');

/** A file of a recipe, and the command to run once the file exists. */
export interface Step {
  readonly path: string;
  readonly text: string;
  readonly command?: string;
}

/** The name of a file and perhaps a command, directly above a block of code. */
const STEP = /`([^`\n]+)`(?:, then `([^`\n]+)`)?:\n\n```\w*\n([\s\S]*?)^```$/gm;

/** Returns the steps under a heading of docs/hooks.md, in order. The tests carry them out. */
export function recipe(heading: string): readonly Step[] {
  const page = readFileSync(join(root, 'docs/hooks.md'), 'utf8');
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/hooks.md has no recipe '${heading}'`);
  const steps = [...section.matchAll(STEP)].map(([, path = '', command, text = '']) => ({
    path,
    text,
    ...(command === undefined ? {} : { command }),
  }));
  const blocks = section.match(/^```\w/gm)?.length ?? 0;
  if (steps.length === 0 || steps.length !== blocks) {
    throw new Error(`'${heading}' in docs/hooks.md has ${blocks} blocks, but ${steps.length} files`);
  }
  return steps;
}
