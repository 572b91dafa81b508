import { decode } from '../../read/decode.ts';
import { FileError } from './error.ts';

/**
 * The names in a list of files: separated by newlines, or by NUL if the list contains one, as `find -print0` and `git -z` write
 * it. Names are literal: spaces and wildcards have no meaning. Empty names are skipped.
 * @param name the list's own, for messages.
 * @throws {FileError} for what is not UTF-8.
 */
export function namesInList(bytes: Uint8Array, name: string): string[] {
  // UTF-16 is full of NULs, too.
  const isUtf16 = decode(bytes.subarray(0, 2)).kind === 'utf-16';
  if (bytes.includes(0) && !isUtf16) return namesBetweenNuls(bytes, name);
  const decoded = decode(bytes);
  if (decoded.kind === 'text')
    return decoded.text
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter((entry) => entry !== '');
  throw isUtf16 ? notUtf8(name, `${name} is UTF-16, not UTF-8`) : notUtf8(name, placed(name, decoded));
}

function namesBetweenNuls(bytes: Uint8Array, name: string): string[] {
  const names: string[] = [];
  for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
    end = bytes.indexOf(0, at);
    if (end === -1) end = bytes.length;
    if (end === at) continue;
    const decoded = decode(bytes.subarray(at, end));
    if (decoded.kind !== 'text') throw notUtf8(name, `name ${names.length + 1} in ${name} is not valid UTF-8`);
    names.push(decoded.text);
  }
  return names;
}

function placed(name: string, { line, column }: { readonly line: number; readonly column: number }): string {
  return `${name}:${line}:${column}: invalid UTF-8`;
}

function notUtf8(path: string, message: string): FileError {
  return new FileError(path, 'EILSEQ', message, 'Save the list as UTF-8.');
}
