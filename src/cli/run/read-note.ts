import { relative } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { decode } from '../../read/decode.ts';
import { createSource, span } from '../../text/index.ts';
import type { Input } from '../files/inputs.ts';
import { readBytes } from '../files/read.ts';
import type { Host } from '../host.ts';
import { terminalSafe } from '../terminal/safe.ts';

/** The decoded text of a note, or the reason why it cannot be decoded. */
export type NoteText = { readonly text: string } | { readonly problem: Diagnostic };

/** A path as messages show it: relative if it is below the current folder. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : lineSafe(short);
}

/** The name that messages use for a note. */
export function nameOf(input: Input, stdinPath: string | undefined): string {
  return lineSafe(input.kind === 'file' ? input.path : (stdinPath ?? '<stdin>'));
}

/** The start of a line that the log of a CI service takes for a command, such as `::error::` and `##vso[`. */
const LOG_COMMAND = /^\s*(?:::|##)/;

/** The same path with `./` in front if a line that starts with it would be a command in the log of a CI service. */
export function lineSafe(path: string): string {
  return LOG_COMMAND.test(path) ? `./${path}` : path;
}

/** A path to print on a line of its own. Escapes line ends only if a command follows one. */
export function logSafe(path: string): string {
  const [, ...more] = path.split(/[\r\n]/);
  return more.some((line) => LOG_COMMAND.test(line)) ? terminalSafe(path) : path;
}

/**
 * Reads a note's bytes and decodes them strictly.
 * @throws {FileError} when the file cannot be read.
 */
export async function readText(input: Input, name: string, host: Host): Promise<NoteText> {
  return decodeNote(input.kind === 'stdin' ? await host.readStdin() : readBytes(input.path), name);
}

/** Decodes the bytes of a note strictly. */
export function decodeNote(bytes: Uint8Array, name: string): NoteText {
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return { text: decoded.text };
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const source = createSource(name, lenient.decode(bytes));
  const at = createSource(name, lenient.decode(bytes.subarray(0, decoded.offset))).text.length;
  return { problem: { severity: 'fatal', source, span: span(at, at + 1), ...said(decoded.kind, decoded.byte) } };
}

function said(kind: 'invalid' | 'nul' | 'utf-16', byte: number): Pick<Diagnostic, 'rule' | 'message' | 'advice'> {
  const hex = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  switch (kind) {
    case 'invalid':
      return {
        rule: 'invalid-utf-8',
        message: `invalid UTF-8 byte ${hex}`,
        advice: 'Save the note as UTF-8.',
      };
    case 'nul':
      return {
        rule: 'invalid-utf-8',
        message: 'NUL character: not a text file',
        advice: 'Save the note as UTF-8 text.',
      };
    case 'utf-16':
      return {
        rule: 'invalid-utf-8',
        message: 'encoded as UTF-16 instead of UTF-8',
        advice: 'Save the note as UTF-8.',
      };
  }
}
