import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type HouseData, readConfiguration } from '../../../house/read.ts';
import { HOUSE_SCHEMA } from '../../../house/schema.ts';
import type { Schema } from '../../../house/schema-types.ts';
import { createSource } from '../../../text/index.ts';
import { CONFIGURATION, CONFIGURATION_SCHEMA } from '../../config/config-resolver.ts';
import { FileError } from '../../files/error.ts';
import { nearestAbove } from '../../files/paths.ts';
import { readTextFile } from '../../files/read.ts';
import type { CheckChoice } from './read-story.ts';

/**
 * Returns the files and folders besides a note that decide what its page shows: the configuration, the word list beside it,
 * the folders of the house and of those that it extends, and the texts of sources. Some need not exist yet.
 */
export function dependenciesOf(note: string, { house, config }: CheckChoice): readonly string[] {
  const folder = dirname(resolve(note));
  const file = config === undefined ? nearestAbove(folder, CONFIGURATION) : resolve(config);
  const named = house ?? (file === undefined ? undefined : houseIn(file));
  const base = house === undefined && file !== undefined ? dirname(file) : process.cwd();
  return [
    join(folder, CONFIGURATION),
    join(folder, 'sources'),
    ...(file === undefined ? [] : [file, join(dirname(file), 'dictionary.txt')]),
    ...houseFolders(named, base),
  ];
}

/** The house of a configuration, or the one that it changes. */
function houseIn(file: string): string | undefined {
  const house = readData(file, CONFIGURATION_SCHEMA)?.house;
  return typeof house === 'string' ? house : (house as HouseData | undefined)?.extends;
}

/** The folders of a house and of those that it extends, which may lead into a circle. A built-in house has none. */
function houseFolders(name: string | undefined, base: string): readonly string[] {
  const folders: string[] = [];
  let [next, from] = [name, base];
  while (next !== undefined) {
    const folder = resolve(from, next);
    if (folders.includes(folder) || !isFolder(folder)) break;
    folders.push(folder);
    [next, from] = [readData(join(folder, 'house.yaml'), HOUSE_SCHEMA)?.extends, folder];
  }
  return folders;
}

/** Undefined for a file that is missing or has errors, which the notes report. */
function readData(file: string, schema: Schema): HouseData | undefined {
  try {
    return readConfiguration(createSource(file, readTextFile(file)), schema, file).data as HouseData | undefined;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
