import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeNew } from '../files/disk.ts';
import { codeOf, fileError } from '../files/error.ts';

/**
 * Creates a file, with the folders above it; false where one of the name is there, also since a moment ago. The writer
 * of posts and notes gives a file its name by renaming, which would replace that one.
 * @throws {FileError}
 */
export function create(path: string, text: string, isProgram: boolean): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeNew(path, Buffer.from(text), isProgram ? 0o777 : 0o666);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw fileError(path, error);
  }
}

/** Would git run it? On Windows it runs whatever is there, and so says Node. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
