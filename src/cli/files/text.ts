import { decode } from '../../read/decode.ts';
import { FileError } from './error.ts';
import { readBytes } from './read.ts';

/**
 * The text of a file that is no note: a configuration or a template.
 * @throws {FileError} when it cannot be read or is not UTF-8.
 */
export function readTextFile(path: string): string {
  const decoded = decode(readBytes(path));
  if (decoded.kind === 'text') return decoded.text;
  const message = `${path}:${decoded.line}:${decoded.column}: this is not valid UTF-8`;
  throw new FileError(path, 'EILSEQ', message, 'Save the file as UTF-8.');
}
