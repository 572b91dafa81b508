import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** This repository. */
export const root = resolve(import.meta.dirname, '../..');

/** A file of a recipe, and what the README says to run when it is there. */
export interface Step {
  readonly path: string;
  readonly text: string;
  readonly command?: string;
}

/** The last words before a block of code: a file's name and, after "then", a command. */
const STEP = /`([^`\n]+)`(?:, then `([^`\n]+)`)?:\n\n```\w*\n([\s\S]*?)^```$/gm;

/** The line that has `check` look at what is committed, where no manager hands it over. */
export function checkLine(): string {
  const line = /`(git diff [^`\n]+ check [^`\n]+)`/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1];
  if (line === undefined) throw new Error('the README has no line for check');
  return line;
}

/** The steps under a heading of the README's section on hooks, in their order. They are what the tests carry out. */
export function recipe(heading: string): readonly Step[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const section = readme.split(/^## /m).find((text) => text.startsWith('In a hook\n')) ?? '';
  const part = section.split(/^### /m).find((text) => text.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`the README has no recipe called ${heading}`);
  const steps = [...part.matchAll(STEP)].map(([, path = '', command, text = '']) => ({
    path,
    text,
    ...(command === undefined ? {} : { command }),
  }));
  const blocks = part.match(/^```\w/gm)?.length ?? 0;
  if (steps.length === 0 || steps.length !== blocks) {
    throw new Error(`under ${heading} the README has ${blocks} blocks, of which ${steps.length} say where they belong`);
  }
  return steps;
}
