import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { jsonFault } from '../../read/structured-data.ts';
import { createSource, type Source, span } from '../../text/index.ts';
import { Invalid } from '../exit.ts';
import { Writer } from '../files/atomic.ts';
import { codeOf } from '../files/error.ts';
import { realPath } from '../files/paths.ts';
import { readTextFile } from '../files/read.ts';
import type { Environment } from '../git/git.ts';
import { shownPath } from '../run/read-note.ts';
import { fingerprint } from './fingerprint.ts';

const VERSION = 1;

/** The number of known findings of a note, by rule and fingerprint. */
type Known = Map<string, Map<string, number>>;

/**
 * The known findings of an archive, so that a run reports only new ones. If a checked note has fewer findings, the
 * baseline shrinks. It never grows: only a missing file is created.
 */
export class Baseline {
  readonly #path: string;
  readonly #folder: string;
  readonly #notes: Map<string, Known>;
  /** The rules of the run. */
  readonly #rules: ReadonlySet<string> | undefined;
  readonly isNew: boolean;
  #written: string;
  /** The number of known findings that the run has met. */
  known = 0;

  private constructor(path: string, notes: Map<string, Known>, written: string, rules: readonly string[] | undefined) {
    this.#path = path;
    this.#folder = dirname(resolve(path));
    this.#notes = notes;
    this.#written = written;
    this.isNew = written === '';
    this.#rules = rules && new Set(rules);
  }

  /** @throws {FileError} for a file that cannot be read, {Invalid} for one that is no baseline of this version. */
  static open(path: string, rules: readonly string[] | undefined): Baseline {
    if (!existsSync(path)) return new Baseline(path, new Map(), '', rules);
    const text = readTextFile(path);
    return new Baseline(path, notesIn(createSource(shownPath(path), text)), text, rules);
  }

  /**
   * The findings of a note that it does not know; what it knows and the note has no more is forgotten. A note that cannot
   * be read has what it had.
   * @param isFile whether it is the note itself; an editor's text on standard input changes nothing.
   */
  unknown(name: string, findings: readonly Diagnostic[], isFile: boolean): readonly Diagnostic[] {
    if (findings.some(({ severity }) => severity === 'fatal')) return findings;
    const key = relative(this.#folder, resolve(name)).split(sep).join('/');
    const before = this.#notes.get(key) ?? new Map<string, Map<string, number>>();
    const now: Known = new Map();
    const kept = findings.filter((finding) => {
      const print = fingerprint(finding);
      const seen = now.get(finding.rule)?.get(print) ?? 0;
      const isKnown = (this.isNew && isFile) || seen < (before.get(finding.rule)?.get(print) ?? 0);
      if (!isKnown) return true;
      now.set(finding.rule, (now.get(finding.rule) ?? new Map<string, number>()).set(print, seen + 1));
      this.known++;
      return false;
    });
    if (!isFile) return kept;
    for (const [rule, prints] of before) if (this.#rules && !this.#rules.has(rule)) now.set(rule, prints);
    if (now.size > 0) this.#notes.set(key, now);
    else this.#notes.delete(key);
    return kept;
  }

  /** Forgets deleted notes, and writes the file if it has changed. @throws {FileError} */
  async save(environment: Environment): Promise<void> {
    const missing = [...this.#notes.keys()].filter((name) => isMissing(join(this.#folder, name)));
    if (missing.length > 0) {
      const { filesLeftOut } = await import('../git/sparse-checkout.ts');
      const leftOut = await filesLeftOut(environment, '--baseline');
      for (const name of missing) if (!leftOut.has(realPath(join(this.#folder, name)))) this.#notes.delete(name);
    }
    const text = printed(this.#notes);
    if (text === this.#written) return;
    await new Writer({ durable: 'each' }).write(this.#path, text);
    this.#written = text;
  }
}

/** Whether there is certainly no file of this name: not in a folder that cannot be read. */
function isMissing(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
  }
}

/** Sorted, so that equal findings give equal files and small changes give small diffs. */
function printed(notes: ReadonlyMap<string, Known>): string {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const findings = sorted(notes).map(([name, known]) => [
    name,
    Object.fromEntries(sorted(known).map(([rule, prints]) => [rule, Object.fromEntries(sorted(prints))])),
  ]);
  return `${JSON.stringify({ version: VERSION, findings: Object.fromEntries(findings) }, null, 1)}\n`;
}

function notesIn(source: Source): Map<string, Known> {
  const data = parsed(source);
  const { version, findings } = isRecord(data) ? data : {};
  if (version !== VERSION) {
    const at = Math.max(0, source.text.indexOf('"version"'));
    const message =
      version === undefined
        ? `not a baseline; copydesk reads version ${VERSION}`
        : `baseline of version ${JSON.stringify(version)}; copydesk reads version ${VERSION}`;
    throw fault(source, message, at, 9);
  }
  const notes = new Map<string, Known>();
  for (const [name, rules] of entriesOf(findings, source)) {
    const known: Known = new Map();
    for (const [rule, prints] of entriesOf(rules, source)) {
      const counts = entriesOf(prints, source).map(([print, count]): [string, number] => {
        if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) return [print, count];
        throw fault(source, 'not a baseline: a count must be a whole number', source.text.indexOf(print), print.length);
      });
      known.set(rule, new Map(counts));
    }
    notes.set(name, known);
  }
  return notes;
}

function parsed(source: Source): unknown {
  try {
    return JSON.parse(source.text);
  } catch (error) {
    const found = jsonFault(source.text, error instanceof Error ? error.message : '');
    throw new Invalid([diagnostic(source, found.message, found.span.start, 1)]);
  }
}

function entriesOf(value: unknown, source: Source): [string, unknown][] {
  if (isRecord(value)) return Object.entries(value);
  throw fault(
    source,
    'not a baseline: findings must be grouped by note, rule and fingerprint',
    source.text.indexOf('"findings"'),
    10,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(source: Source, message: string, at: number, length: number): Invalid {
  return new Invalid([diagnostic(source, message, at, length)]);
}

function diagnostic(source: Source, message: string, at: number, length: number): Diagnostic {
  const start = Math.max(0, at);
  return {
    rule: 'invalid-baseline',
    severity: 'fatal',
    message,
    advice: 'Remove the file and run again to create a new one.',
    span: span(start, Math.min(source.text.length, start + length)),
    source,
  };
}
