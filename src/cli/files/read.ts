import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { decode } from '../../read/decode.ts';
import { FileError, fault, fileError } from './error.ts';

/** The largest file that is read, 512 MiB less a few bytes: V8 has no longer string. */
export const LARGEST = 512 * 1024 * 1024 - 24;

/**
 * The bytes of a file, a pipe or a device. Synchronous: for files of a note's size that is the fastest way.
 * @throws {FileError} when it is missing, a folder, without permission, or larger than 512 MiB.
 */
export function readBytes(path: string): Uint8Array {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const stat = fstatSync(descriptor);
      if (stat.isDirectory()) throw fault(path, 'EISDIR');
      return readAll(path, descriptor, stat);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * The text of a file that is not a note, such as a configuration or a template.
 * @throws {FileError} when it cannot be read or is not UTF-8.
 */
export function readTextFile(path: string): string {
  const decoded = decode(readBytes(path));
  if (decoded.kind === 'text') return decoded.text;
  const message = `${path}:${decoded.line}:${decoded.column}: invalid UTF-8`;
  throw new FileError(path, 'EILSEQ', message, 'Save the file as UTF-8.');
}

/** Reads to the end: a pipe has no size, and a file may have grown since it was asked for its own. */
function readAll(path: string, descriptor: number, stat: Stats): Uint8Array {
  if (stat.size > LARGEST) throw fault(path, 'EFBIG');
  // One byte more than there should be, so that the end is seen by the first read but one. Node's pool spares small files
  // a piece of memory each, which would have to be collected.
  let buffer = Buffer.allocUnsafe(stat.isFile() ? stat.size + 1 : 65_536);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += read;
    // A short read of a regular file is its end.
    if (read === 0 || (stat.isFile() && length < buffer.length)) return buffer.subarray(0, length);
    if (length > LARGEST) throw fault(path, 'EFBIG');
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafeSlow(buffer.length * 2);
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}
