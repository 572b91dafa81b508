import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { decode } from '../../read/decode.ts';
import { FileError, fault, fileError } from './error.ts';
import { noteUse } from './observe.ts';

/** The largest readable file, just under 512 MiB: the longest string that V8 supports. */
export const LARGEST = 512 * 1024 * 1024 - 24;

/** The content of a file, and what the disk says about it. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly stat: Stats;
}

/**
 * The bytes of a file, a pipe or a device.
 * @throws {FileError} for a missing or unreadable file, a folder, or a file larger than 512 MiB.
 */
export function readBytes(path: string): Uint8Array {
  return readContent(path).bytes;
}

/**
 * The content of a file, a pipe or a device. Synchronous, because that is fastest for files of a note's size.
 * @throws {FileError} as `readBytes`.
 */
export function readContent(path: string): FileContent {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const stat = fstatSync(descriptor);
      if (stat.isDirectory()) throw fault(path, 'EISDIR');
      return { bytes: readAll(path, descriptor, stat), stat };
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
  noteUse(path);
  return readNoteText(path);
}

/**
 * The text of a note that another note is compared with.
 * @throws {FileError} when it cannot be read or is not UTF-8.
 */
export function readNoteText(path: string): string {
  const decoded = decode(readBytes(path));
  if (decoded.kind === 'text') return decoded.text;
  throw new FileError(path, 'EILSEQ', invalidAt(path, decoded), 'Save the file as UTF-8.');
}

/** Reads to the end: a pipe has no size, and a file may have grown since `fstat`. */
function readAll(path: string, descriptor: number, stat: Stats): Uint8Array {
  if (stat.size > LARGEST) throw fault(path, 'EFBIG');
  // One byte more than the size, so that the buffer need not grow to show the end. Small buffers come from Node's pool, which
  // saves the garbage collector an object for each file.
  let buffer = Buffer.allocUnsafe(stat.isFile() ? stat.size + 1 : 65_536);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += read;
    // An empty read is the end, and so is one that is short after the whole size: a network disk may return less than it has.
    if (read === 0 || (length === stat.size && stat.isFile())) return buffer.subarray(0, length);
    if (length > LARGEST) throw fault(path, 'EFBIG');
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafeSlow(buffer.length * 2);
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}

/**
 * The names in a list of files: separated by newlines, or by NUL if the list contains one, as `find -print0` and `git -z` write
 * it. Names are literal: spaces and wildcards have no meaning. Empty names are skipped.
 * @param name the name of the list, for messages.
 * @throws {FileError} if the list is not UTF-8.
 */
export function namesInList(bytes: Uint8Array, name: string): string[] {
  // UTF-16 contains NUL bytes, too.
  const isUtf16 = decode(bytes.subarray(0, 2)).kind === 'utf-16';
  if (bytes.includes(0) && !isUtf16) return namesBetweenNuls(bytes, name);
  const decoded = decode(bytes);
  if (decoded.kind !== 'text')
    throw listNotUtf8(name, isUtf16 ? `${name} is UTF-16, not UTF-8` : invalidAt(name, decoded));
  const lines = decoded.text.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.filter((line) => line !== '');
}

function namesBetweenNuls(bytes: Uint8Array, name: string): string[] {
  const names: string[] = [];
  for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
    end = bytes.indexOf(0, at);
    if (end === -1) end = bytes.length;
    if (end === at) continue;
    const decoded = decode(bytes.subarray(at, end));
    if (decoded.kind !== 'text') throw listNotUtf8(name, `name ${names.length + 1} in ${name} is not valid UTF-8`);
    names.push(decoded.text);
  }
  return names;
}

function invalidAt(name: string, { line, column }: { readonly line: number; readonly column: number }): string {
  return `${name}:${line}:${column}: invalid UTF-8`;
}

function listNotUtf8(path: string, message: string): FileError {
  return new FileError(path, 'EILSEQ', message, 'Save the list as UTF-8.');
}
