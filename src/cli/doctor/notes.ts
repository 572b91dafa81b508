import { dirname, join } from 'node:path';
import { houseFor, languageOf, resolveHouse } from '../../house/resolve.ts';
import { readNote } from '../../read/note.ts';
import { peek } from '../../read/peek.ts';
import { isStructured, isStructuredByName, readStructured } from '../../read/structured.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { ConfigResolver, HouseChoice, ProjectConfig } from '../config/config-resolver.ts';
import { originsOf } from '../config/house.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import { findInputs, type Input } from '../files/inputs.ts';
import { readBytes } from '../files/read.ts';
import { excluder, type WalkSkip } from '../files/search.ts';
import { isDocument, testNote } from '../run/note-test.ts';
import { decodeNote, shownPath } from '../run/read-note.ts';
import { houseOrigin, originIn } from './configuration.ts';
import type { Problems } from './problems.ts';
import type { NoteReport, Origin, SkipReport } from './report.ts';

const PASSED_OVER: Readonly<Record<WalkSkip, string>> = {
  node_modules: 'a folder that copydesk never searches',
  'a link to a folder': 'a link to a folder, which is not followed',
  'a broken link': 'a dangling link',
  'a pipe or a device': 'not a file',
};

const CHOSEN: Readonly<Record<Origin['kind'], string>> = {
  file: 'the house of the configuration',
  option: 'the house of the option',
  house: 'the house',
  default: 'the default house',
};

/** Looks at files as the commands do: which are notes, what prints them, and why the others are skipped. */
export class NoteSurvey {
  readonly notes: NoteReport[] = [];
  readonly skipped: SkipReport[] = [];
  /** The configurations of the notes, and of the current folder. */
  readonly projects = new Set<ProjectConfig>();
  readonly #configResolver: ConfigResolver;
  readonly #ignoreFilter: IgnoreFilter;
  readonly #choice: HouseChoice;
  readonly #problems: Problems;

  constructor(configResolver: ConfigResolver, choice: HouseChoice, problems: Problems) {
    this.#configResolver = configResolver;
    this.#ignoreFilter = new IgnoreFilter(configResolver);
    this.#choice = choice;
    this.#problems = problems;
  }

  /** @param names files, folders and patterns. None for the current folder. */
  async look(names: readonly string[]): Promise<void> {
    await this.#try(async () => {
      this.projects.add(await this.#configResolver.of('note.md'));
    });
    const { inputs, problems } = await findInputs(names.length === 0 ? ['.'] : names, {
      staysOut: (folder) => this.#isIgnored(folder, true).catch(() => false),
      onSkip: (path, why) => this.#skip(why === 'node_modules' ? `${path}/` : path, PASSED_OVER[why]),
    });
    for (const problem of problems) if (problem.code !== 'ENOMATCH') await this.#problems.add(problem);
    for (const input of inputs) {
      if (!(await this.#try(() => this.#lookAt(input))))
        this.#skip(input.path, 'it or its configuration cannot be read');
    }
  }

  /** @returns whether it succeeds. */
  async #try(look: () => Promise<void>): Promise<boolean> {
    try {
      await look();
      return true;
    } catch (error) {
      await this.#problems.add(error);
      return false;
    }
  }

  async #lookAt({ path, base }: Input): Promise<void> {
    const project = await this.#configResolver.of(path);
    this.projects.add(project);
    if (await this.#isIgnored(path, false)) return;
    const { file } = project;
    const test = testNote(path, base === undefined, project, false);
    // copydesk.yaml and package.json are obviously not notes, so list them only if a person names them.
    const isObvious = base !== undefined && isDocument(path) && isStructuredByName(path);
    if (test === 'no note') {
      if (isObvious) return;
      const origin = file && originIn(file.positions, 'notes');
      this.#skip(path, "not a note: matches no pattern of 'notes'", origin);
      return;
    }
    const read = decodeNote(readBytes(path), path);
    if ('problem' in read) {
      this.#skip(path, `not a text file: ${read.problem.message}`);
      return;
    }
    const source = createSource(path, read.text);
    if (test === 'by content' && !peek(source, isStructured(source), resolveHouse(project.house).vocabulary).isNote) {
      if (!isObvious) this.#skip(path, 'not a note: no note key, section or source line');
    } else this.notes.push(this.#describe(source, project));
  }

  #describe(source: Source, project: ProjectConfig): NoteReport {
    const context = resolveHouse(project.house);
    const { note } = isStructured(source)
      ? readStructured(source, context.vocabulary)
      : readNote(source, context.vocabulary);
    const { file, house } = project;
    const printed = note ? houseFor(note, context) : house;
    const language = note ? languageOf(note, house) : house.lang;
    const shared = {
      path: source.path,
      configuration: file ? shownPath(file.path) : null,
      language,
      house: printed.name,
    };
    const origin = houseOrigin(project, this.#choice);
    if (printed === house) return { ...shared, why: CHOSEN[origin.kind], origin };
    const { layers = [] } = originsOf(house) ?? {};
    const [first] = layers;
    const translations = first?.positions;
    return {
      ...shared,
      why: `house '${house.name}' translates ${language}`,
      origin: translations
        ? originIn(translations, 'translations', language)
        : { kind: 'house', name: first?.name ?? house.name },
    };
  }

  /** Whether a file or folder is ignored. Reports it. @throws as `ConfigResolver.of`. */
  async #isIgnored(path: string, isFolder: boolean): Promise<boolean> {
    const reason = await this.#ignoreFilter.reasonFor(path, isFolder);
    if (reason === undefined) return false;
    const shown = isFolder ? `${path.replace(/^\.\//, '')}/` : path;
    if (reason === 'exclude') {
      const project = await this.#configResolver.of(isFolder ? join(path, '*') : path);
      this.#skip(shown, ...(await exclusion(path, project)));
    } else {
      const { file, line, text } = reason;
      this.#skip(shown, `ignored by '${text}'`, { kind: 'file', path: shownPath(file), line });
    }
    return true;
  }

  #skip(path: string, why: string, origin?: Origin): void {
    this.skipped.push({ path, why, ...(origin ? { origin } : {}) });
  }
}

/** The pattern of `exclude:` that matches a path, and its place. */
async function exclusion(path: string, { file }: ProjectConfig): Promise<[why: string, origin?: Origin]> {
  const patterns = file?.settings.exclude;
  if (file && Array.isArray(patterns)) {
    for (const [at, pattern] of patterns.entries()) {
      const matches = await excluder([String(pattern)], dirname(file.path));
      if (matches(path)) return [`excluded by '${pattern}'`, originIn(file.positions, 'exclude', at)];
    }
  }
  return ['excluded'];
}
