import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const folder = resolve(import.meta.dirname, '../../../src/cli/messages/zh');

/** A text and its translation. */
export interface Entry {
  readonly file: string;
  readonly en: string;
  readonly zh: string;
}

/** Returns the entries of the catalogue, in the order of its files. */
export function entries(): readonly Entry[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const list: readonly Omit<Entry, 'file'>[] = parse(readFileSync(join(folder, file), 'utf8'));
      return list.map((entry) => ({ file, ...entry }));
    });
}
