import { type FixOptions, fix } from '../../fix.ts';
import { resolveHouse } from '../../house/resolve.ts';
import { type LintedNote, lintNote } from '../../lint/run-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { CheckRequest } from '../requests.ts';
import { testNote } from '../run/note-test.ts';
import type { NoteFile } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import { FirstVersions } from './first-versions.ts';
import { SourceTexts } from './source-texts.ts';

/** The result for one file. */
export type CheckedFile =
  | { readonly kind: 'no note' }
  | {
      readonly kind: 'note';
      /** As decoded, or fixed. */
      readonly text: string;
      readonly findings: readonly Diagnostic[];
      readonly fixed: number;
      readonly isChanged: boolean;
      /** Has to be compared with the first note of its `id`, when those before it are settled. */
      readonly version?: Version;
      /** What the rules saw. Absent for a file that cannot be decoded, and after a fix. */
      readonly linted?: LintedNote;
    };

/** A note that may be a translation. */
export interface Version {
  readonly id: string;
  readonly language: string;
}

/** Checks bytes with the configuration of their path. */
export class Checker {
  readonly #request: CheckRequest;
  readonly #configResolver: ConfigResolver;
  readonly #sourceTexts: SourceTexts;
  readonly #firstVersions = new FirstVersions();

  /** @throws {FileError} if the file of `--source` cannot be read. */
  constructor(request: CheckRequest, configResolver: ConfigResolver) {
    this.#request = request;
    this.#configResolver = configResolver;
    this.#sourceTexts = new SourceTexts(request.source);
  }

  /** The result with the comparison with the first note of its `id`. Call it in the order of the notes. */
  async compared(note: NoteFile, checked: CheckedFile): Promise<CheckedFile> {
    if (checked.kind === 'no note' || !checked.version) return checked;
    const source = createSource(note.name, checked.text);
    return this.#firstVersionOf(note, source, checked.version) ? this.check(note, true) : checked;
  }

  #firstVersionOf({ isFile }: Omit<NoteFile, 'input'>, source: Source, { id, language }: Version): Source | undefined {
    return this.#firstVersions.find(source, isFile && !this.#request.staged, id, language);
  }

  /**
   * @param isInOrder whether those before it are settled. Else its result says if it has to be compared.
   * @param accepts decides about each fix, with `--interactive`.
   * @throws {UnsafeFormatError}, and what `ConfigResolver.of` throws.
   */
  async check(
    note: Omit<NoteFile, 'input'>,
    isInOrder: boolean,
    accepts?: FixOptions['accepts'],
  ): Promise<CheckedFile> {
    const { bytes, name, isNamed } = note;
    const project = await this.#configResolver.of(name);
    const { rules, mode, unsafeFixes, anyFile } = this.#request;
    const test = testNote(name, isNamed, project, anyFile);
    if (test === 'no note') return { kind: 'no note' };
    const decoded = decodeNote(bytes, name);
    if ('problem' in decoded) {
      const { problem } = decoded;
      const findings = [problem];
      return { kind: 'note', text: problem.source.text, findings, fixed: 0, isChanged: false };
    }
    const { text } = decoded;
    const { house, dictionary, endOfLine, removeBom } = project;
    const findSourceText = (written: string | undefined) => this.#sourceTexts.find(name, written);
    const source = createSource(name, text);
    let version: Version | undefined;
    const findFirstVersion = (id: string, language: string) => {
      if (isInOrder) return this.#firstVersionOf(note, source, { id, language });
      version = { id, language };
      return undefined;
    };
    const finds = { findSourceText, findFirstVersion };
    const options = {
      path: name,
      house,
      dictionary,
      onlyNotes: test === 'by content',
      ...finds,
      ...(rules ? { rules } : {}),
    };
    const checked = await lintNote(source, resolveHouse(house), options);
    if (!checked.isNote) return { kind: 'no note' };
    const more = version ? { version } : {};
    const shape = { removeBom, ...(endOfLine ? { endOfLine } : {}) };
    const looks = mode === 'look' || mode === 'audit';
    if (looks || !(mayChange(checked) || removeBom || endOfLine)) {
      return { kind: 'note', text, findings: checked.findings, fixed: 0, isChanged: false, linted: checked, ...more };
    }
    if (accepts) return this.#ask(checked, text, { ...options, accepts });
    const { text: after, findings, fixed } = await fix(text, { ...options, ...shape, unsafe: unsafeFixes });
    return { kind: 'note', text: after, findings, fixed, isChanged: after !== text, ...more };
  }

  /** Applies the accepted fixes. The findings are those of the result as it is checked next time. */
  async #ask(checked: LintedNote, text: string, options: FixOptions & { readonly path: string }): Promise<CheckedFile> {
    const put = await fix(text, options);
    const isChanged = put.text !== text;
    if (!isChanged) return { kind: 'note', text, findings: checked.findings, fixed: 0, isChanged };
    const { findings } = await lintNote(createSource(options.path, put.text), resolveHouse(options.house), options);
    return { kind: 'note', text: put.text, findings, fixed: put.fixed, isChanged };
  }
}

/** A note without front matter has no finding that says whether it is formatted. */
function mayChange({ findings, cst }: LintedNote): boolean {
  return findings.some((finding) => finding.fix) || (cst !== undefined && !cst.front);
}
