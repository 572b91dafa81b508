import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Specifications: text files with pairs of input and output. test/format/README.md describes the format.
 *
 *     file = about, { blank line, case }
 *     case = title, sentence, { sentence }, ".", { line }, ".", { line }, "."
 */

export interface Spec {
  readonly title: string;
  readonly input: string;
  readonly output: string;
}

export interface SpecFile {
  readonly name: string;
  /** The lines at the top of the file. */
  readonly about: readonly string[];
  readonly specs: readonly Spec[];
}

/** Returns the spec files of a folder. Throws if one is malformed, if there is none, or if two cases have one title. */
export function readSpecs(folder: string): readonly SpecFile[] {
  const names = readdirSync(folder).sort();
  if (names.length === 0) throw new Error(`${folder}: no specs`);
  const files = names.map((name) => parseSpecs(name, readFileSync(join(folder, name), 'utf8')));
  const homes = new Map<string, string>();
  for (const { name, specs } of files) {
    for (const { title } of specs) {
      const other = homes.get(title);
      if (other !== undefined) throw new Error(`${name}: '${title}' is a title in ${other}`);
      homes.set(title, name);
    }
  }
  return files;
}

/** Returns the cases of one spec file. Throws an error with the line if the file is malformed. */
export function parseSpecs(name: string, text: string): SpecFile {
  const lines = text.split('\n');
  let at = 0;
  const fail = (problem: string, line = at + 1): never => {
    throw new Error(`${name}:${line}: ${problem}`);
  };
  /** Takes the lines up to a line that equals `end`, and that line. */
  const takeUntil = (end: string): string[] => {
    const length = lines.slice(at).indexOf(end);
    if (length < 0) fail(`no line '${end}' after this one`);
    at += length + 1;
    return lines.slice(at - length - 1, at - 1);
  };
  if (lines.at(-1) !== '') fail('no line ending at the end');
  const invisible = lines.findIndex((line) => /[\t\r\u00a0\u3000\ufeff]| $/.test(line));
  if (invisible >= 0) fail('an invisible character is not written as a visible one', invisible + 1);
  const about = takeUntil('');
  if (about.length === 0) fail('no description at the top', 1);
  const specs: Spec[] = [];
  do {
    const [title = '', ...sentences] = takeUntil('.');
    if (title === '') fail('no title');
    if (!sentences.at(-1)?.endsWith('.') || sentences.includes('')) fail(`no sentence below '${title}'`);
    specs.push({ title, input: fromVisible(takeUntil('.')), output: fromVisible(takeUntil('.')) });
    if (lines[at] !== '') fail('no blank line after a case');
  } while (++at < lines.length);
  return { name, about, specs };
}

const INVISIBLE: Readonly<Record<string, string>> = { '␣': ' ', '⇥': '\t', '⍽': '\u00a0', '⬚': '\u3000' };

/** Returns the text of the lines of a spec. */
function fromVisible(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  return text.replace(/∎\n$/, '').replace(/[␣⇥⍽⬚]/g, (visible) => INVISIBLE[visible] ?? visible);
}
