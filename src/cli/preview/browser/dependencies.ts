import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readConfiguration } from '../../../house/read.ts';
import { createSource } from '../../../text/index.ts';
import { CONFIGURATION, CONFIGURATION_SCHEMA } from '../../config/config-resolver.ts';
import { FileError } from '../../files/error.ts';
import { nearestAbove } from '../../files/paths.ts';
import { readTextFile } from '../../files/read.ts';
import type { CheckChoice } from './read-story.ts';

/**
 * Returns the files and folders besides a note that decide what its page shows: the configuration, the word list beside it,
 * the folder of the house, and the texts of sources. Some need not exist yet.
 */
export function dependenciesOf(note: string, { house, config }: CheckChoice): readonly string[] {
  const folder = dirname(resolve(note));
  const file = config === undefined ? nearestAbove(folder, CONFIGURATION) : resolve(config);
  const named = house ?? (file === undefined ? undefined : houseIn(file));
  const base = house === undefined && file !== undefined ? dirname(file) : process.cwd();
  const houseFolder = named === undefined ? undefined : resolve(base, named);
  return [
    join(folder, CONFIGURATION),
    join(folder, 'sources'),
    ...(file === undefined ? [] : [file, join(dirname(file), 'dictionary.txt')]),
    ...(houseFolder !== undefined && isFolder(houseFolder) ? [houseFolder] : []),
  ];
}

/** The name or folder of the house of a configuration. Undefined for one with errors, which the notes report. */
function houseIn(file: string): string | undefined {
  try {
    const { data } = readConfiguration(
      createSource(file, readTextFile(file)),
      CONFIGURATION_SCHEMA,
      'the configuration',
    );
    const house = (data as { readonly house?: unknown } | undefined)?.house;
    return typeof house === 'string' ? house : undefined;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
