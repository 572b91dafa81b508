import { resolveHouse } from '../../house/resolve.ts';
import type { LintedNote, LiveOptions } from '../../lint/run-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { House } from '../../model/house.ts';
import { type ReadResult, readNote } from '../../read/note.ts';
import { peek } from '../../read/peek.ts';
import { isStructured, readStructured } from '../../read/structured.ts';
import { createSource, type Source } from '../../text/index.ts';
import { Checker } from '../check/checker.ts';
import { ConfigResolver, type HouseChoice, type ProjectConfig } from '../config/config-resolver.ts';
import { Invalid } from '../exit.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import { Formatter } from '../format/formatter.ts';
import type { Messages } from '../messages/messages.ts';
import type { CheckRequest } from '../requests.ts';
import { testNote } from '../run/note-test.ts';
import { decodeNote } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import { configurationProblem, isConfigurationError } from './configuration-problem.ts';

/** What `copydesk check` finds in a text under a path. */
export interface CheckedText {
  readonly source: Source;
  readonly findings: readonly Diagnostic[];
  /** What the rules saw. Absent for a file that is not a note, that is ignored, or whose configuration is invalid. */
  readonly linted?: LintedNote;
  /** Absent if the configuration is invalid. */
  readonly project?: ProjectConfig;
}

/** A note of the project. */
export interface FoundNote {
  /** The value of its key `slug`, if it is valid. */
  readonly slug?: string;
  readonly house: House;
  /** Reads it, which takes longer than finding it. */
  readonly read: () => ReadResult;
}

/** `copydesk check FOLDER` for one of its notes. */
const REQUEST = {
  notes: [],
  mode: 'look',
  unsafeFixes: false,
  report: 'json',
  failOn: 'error',
  anyFile: false,
  allowNone: true,
  verbose: true,
  staged: false,
  quiet: false,
  cache: false,
} as const satisfies CheckRequest;

/** Checks, fixes and formats texts as the commands do for the files of a folder. */
export class Notes {
  readonly #choice: HouseChoice;
  readonly #console: Console;
  #configResolver: ConfigResolver;
  #ignoreFilter: IgnoreFilter;
  #formatter: Formatter;
  readonly #loadMessages: () => Messages;
  #messages: Messages;

  /** @param console creates the ones that collect messages. @param loadMessages chooses the language. */
  constructor(choice: HouseChoice, console: Console, loadMessages = () => console.messages) {
    this.#choice = choice;
    this.#console = console;
    this.#loadMessages = loadMessages;
    this.#messages = loadMessages();
    [this.#configResolver, this.#ignoreFilter, this.#formatter] = this.#load();
  }

  /** Forgets configurations, houses, word lists and ignore files, because they may have changed. */
  refresh(): void {
    this.#messages = this.#loadMessages();
    [this.#configResolver, this.#ignoreFilter, this.#formatter] = this.#load();
  }

  /** In the language of the configuration as it is now. */
  get messages(): Messages {
    return this.#messages;
  }

  #load(): [ConfigResolver, IgnoreFilter, Formatter] {
    const configResolver = new ConfigResolver(this.#choice, 'house');
    const printResolver = new ConfigResolver(this.#choice, 'house', 'print');
    const formatter = new Formatter({ anyFile: false, verbose: false }, printResolver);
    formatter.ignoreFilter = new IgnoreFilter(printResolver);
    return [configResolver, new IgnoreFilter(configResolver), formatter];
  }

  /** Undefined if the configuration is invalid. */
  async projectOf(path: string): Promise<ProjectConfig | undefined> {
    try {
      return await this.#configResolver.of(path);
    } catch (error) {
      if (isConfigurationError(error)) return undefined;
      throw error;
    }
  }

  /** Why the configuration of a path is invalid. */
  async problemsOf(path: string): Promise<readonly Diagnostic[]> {
    try {
      await this.#configResolver.of(path);
      return [];
    } catch (error) {
      if (error instanceof Invalid) return error.diagnostics;
      if (isConfigurationError(error)) return [];
      throw error;
    }
  }

  /** Whether a walk through the project skips a folder. */
  staysOut(folder: string): Promise<boolean> {
    return this.#ignoreFilter.hasFolder(folder);
  }

  /** A text, if its file is a note of the project. Undefined for any other, and if the configuration is invalid. */
  async find(path: string, source: Source): Promise<FoundNote | undefined> {
    const project = await this.projectOf(path);
    if (!project || (await this.#isIgnored(path))) return undefined;
    const test = testNote(path, false, project, false);
    const { house, vocabulary } = resolveHouse(project.house);
    const isData = isStructured(source);
    const { isNote, slug } = test === 'no note' ? { isNote: false } : peek(source, isData, vocabulary);
    if (!isNote && test !== 'note') return undefined;
    const read = () => (isData ? readStructured(source, vocabulary) : readNote(source, vocabulary));
    return { house, read, ...(slug === undefined ? {} : { slug }) };
  }

  async check(path: string, text: string, live?: LiveOptions): Promise<CheckedText> {
    const source = createSource(path, text);
    try {
      const project = await this.#configResolver.of(path);
      if (await this.#isIgnored(path)) return { source, findings: [], project };
      const note = { bytes: Buffer.from(text), name: path, isFile: true, isNamed: false };
      const checked = await new Checker(REQUEST, this.#configResolver, live).check(note, true);
      if (checked.kind === 'no note') return { source, findings: [], project };
      const { findings, linted } = checked;
      return { source: findings[0]?.source ?? source, findings, project, ...(linted ? { linted } : {}) };
    } catch (error) {
      if (!isConfigurationError(error)) throw error;
      return { source, findings: [configurationProblem(error, source, this.#messages)] };
    }
  }

  /** The text as `check --fix` writes it. Undefined for a file that it does not write, and if the configuration is invalid. */
  async fix(path: string, text: string): Promise<string | undefined> {
    if (!(await this.projectOf(path)) || (await this.#isIgnored(path))) return undefined;
    const note = { bytes: Buffer.from(text), name: path, isFile: true, isNamed: false };
    const checked = await new Checker({ ...REQUEST, mode: 'fix' }, this.#configResolver).check(note, true);
    return checked.kind === 'note' && checked.isChanged ? checked.text : undefined;
  }

  /** The text as `format --write` writes it. Undefined for a file that it does not write, and if the configuration is invalid. */
  async format(path: string, text: string): Promise<string | undefined> {
    if (!(await this.projectOf(path)) || (await this.#formatter.ignoreFilter?.has(path))) return undefined;
    const formatted = await this.#formatter.format(Buffer.from(text), path, false, this.#console.recorder());
    if (formatted.kind !== 'changed') return undefined;
    const decoded = decodeNote(formatted.bytes, path);
    return 'text' in decoded ? decoded.text : undefined;
  }

  async #isIgnored(path: string): Promise<boolean> {
    return (await this.#ignoreFilter.has(path)) || (await this.#ignoreFilter.hasTarget(path));
  }
}
