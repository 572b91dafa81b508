import type { FixOptions, FixResult } from '../../fix.ts';
import { resolveHouse } from '../../house/resolve.ts';
import type { LintedNote, LiveOptions } from '../../lint/run-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { ConfigResolver, ProjectConfig } from '../config/config-resolver.ts';
import type { CheckRequest } from '../requests.ts';
import { testNote } from '../run/note-test.ts';
import type { NoteFile } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import type { CheckCache } from './cache.ts';
import { FirstVersions } from './first-versions.ts';
import { SourceTexts } from './source-texts.ts';

/** The result for one file. */
export type CheckedFile =
  | { readonly kind: 'no note' }
  | {
      readonly kind: 'note';
      /** As decoded, or fixed. Empty for a note without findings that an earlier run has checked. */
      readonly text: string;
      readonly findings: readonly Diagnostic[];
      readonly fixed: number;
      readonly isChanged: boolean;
      /** Whether the same note always has these findings: they do not depend on the clock or on another file. */
      readonly isLasting: boolean;
      /** Whether `--fix` may change it. */
      readonly isFixable: boolean;
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
  readonly #live: LiveOptions | undefined;

  /**
   * @param live for one note that is checked while somebody types.
   * @throws {FileError} if the file of `--source` cannot be read.
   */
  constructor(request: CheckRequest, configResolver: ConfigResolver, live?: LiveOptions) {
    this.#live = live;
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
   * What an earlier run found in a note. Undefined if it is not known, if this run may fix the note, and if the text of its
   * source is beside it.
   */
  async recall(note: NoteFile, cache: CheckCache): Promise<CheckedFile | undefined> {
    const { name, isNamed } = note;
    const project = await this.#configResolver.of(name);
    const test = testNote(name, isNamed, project, this.#request.anyFile);
    if (test === 'no note' || this.#sourceTexts.hasOwn(name)) return undefined;
    const known = cache.get(note, project, test === 'note');
    return known?.kind === 'note' && this.#mayFix(known, project) ? undefined : known;
  }

  /** Whether this run may change a note. */
  #mayFix({ isFixable }: { readonly isFixable: boolean }, { removeBom, endOfLine }: ProjectConfig): boolean {
    const { mode } = this.#request;
    const looks = mode === 'look' || mode === 'audit';
    return !looks && (isFixable || removeBom || endOfLine !== undefined);
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
    const { rules, unsafeFixes, anyFile } = this.#request;
    const test = testNote(name, isNamed, project, anyFile);
    if (test === 'no note') return { kind: 'no note' };
    const decoded = decodeNote(bytes, name);
    if ('problem' in decoded) {
      const { problem } = decoded;
      return { ...UNTOUCHED, text: problem.source.text, findings: [problem], isLasting: false, isFixable: false };
    }
    const { text } = decoded;
    const { house, dictionary, endOfLine, removeBom } = project;
    let isCompared = false;
    const findSourceText = (written: string | undefined) => {
      const found = this.#sourceTexts.find(name, written);
      isCompared ||= found !== undefined;
      return found;
    };
    const source = createSource(name, text);
    let version: Version | undefined;
    const findFirstVersion = (id: string, language: string) => {
      isCompared = true;
      if (isInOrder) return this.#firstVersionOf(note, source, { id, language });
      version = { id, language };
      return undefined;
    };
    const { channels } = project;
    const reportChannels = channels && (await loadChannels()).createReport(channels);
    const finds = { findSourceText, findFirstVersion, ...(reportChannels ? { reportChannels } : {}) };
    const options = {
      path: name,
      house,
      dictionary,
      onlyNotes: test === 'by content',
      ...finds,
      ...(rules ? { rules } : {}),
    };
    const { lintNote } = await loadLinter();
    const checked = await lintNote(source, resolveHouse(house), options, this.#live);
    if (!checked.isNote) return { kind: 'no note' };
    const more = version ? { version } : {};
    const isFixable = mayChange(checked);
    if (!this.#mayFix({ isFixable }, project)) {
      const isLasting = !isCompared && checked.context?.clock.isUsed !== true;
      return { ...UNTOUCHED, text, findings: checked.findings, isLasting, isFixable, linted: checked, ...more };
    }
    if (accepts) return this.#ask(checked, text, { ...options, accepts });
    const shape = { removeBom, ...(endOfLine ? { endOfLine } : {}) };
    const { fix } = await loadFixer();
    return { ...fixedFile(text, await fix(text, { ...options, ...shape, unsafe: unsafeFixes })), ...more };
  }

  /** Applies the accepted fixes. The findings are those of the result as it is checked next time. */
  async #ask(checked: LintedNote, text: string, options: FixOptions & { readonly path: string }): Promise<CheckedFile> {
    const [{ fix }, { lintNote }] = [await loadFixer(), await loadLinter()];
    const put = await fix(text, options);
    if (put.text === text) return fixedFile(text, { text, findings: checked.findings, fixed: 0 });
    const { findings } = await lintNote(createSource(options.path, put.text), resolveHouse(options.house), options);
    return fixedFile(text, { ...put, findings });
  }
}

/* The rules are half of the program. A run whose notes are all known does not load them. */
const loadLinter = () => import('../../lint/run-rules.ts');
const loadFixer = () => import('../../fix.ts');
const loadChannels = () => import('../../write/channel-report.ts');

/** What is the same for all notes that were not fixed. */
const UNTOUCHED = { kind: 'note', fixed: 0, isChanged: false } as const;

/** The result for a note that was fixed, as far as it could be. It is not lasting: the findings are those of another text. */
function fixedFile(before: string, { text, findings, fixed }: FixResult): CheckedFile {
  return { kind: 'note', text, findings, fixed, isChanged: text !== before, isLasting: false, isFixable: true };
}

/** A note without front matter has no finding that says whether it is formatted. */
function mayChange({ findings, cst }: LintedNote): boolean {
  return findings.some((finding) => finding.fix) || (cst !== undefined && !cst.front);
}
