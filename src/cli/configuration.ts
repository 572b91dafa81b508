import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { House } from '../model/house.ts';
import { HOUSE_SHAPE, type HouseData, readConfiguration } from '../read/house.ts';
import type { Shape } from '../read/shape.ts';
import { createSource } from '../text/index.ts';
import { Invalid } from './exit.ts';
import { readTextFile } from './files/text.ts';
import { loadHouse, loadInlineHouse } from './house.ts';
import { shownPath } from './source.ts';

/** The name of a project's file. */
export const CONFIGURATION = 'copydesk.yaml';

/** Everything that a `copydesk.yaml` may say: a house by name or folder, or what to change of one. */
export const CONFIGURATION_SHAPE: Shape = {
  kind: 'record',
  keys: {
    notes: { kind: 'list', of: { kind: 'text', what: 'a pattern such as stories/**' } },
    house: { kind: 'text-or', what: 'the name of a house, a folder, or what to change of one', else: HOUSE_SHAPE },
  },
};

export interface HouseChoice {
  /** `--house`. */
  readonly house?: string;
  /** `--config`. */
  readonly config?: string;
}

/** What a project says of its notes. */
export interface Project {
  readonly house: House;
  /** Does `notes:` name a file? */
  isNote(path: string): boolean;
}

/** Finds the project of a note. Houses are loaded once, and the files looked for once a folder. */
export class Projects {
  readonly #choice: HouseChoice;
  readonly #byFolder = new Map<string, Promise<Project>>();
  readonly #byFile = new Map<string, Promise<Project>>();
  #chosen: Promise<Project> | undefined;

  constructor(choice: HouseChoice) {
    this.#choice = choice;
  }

  /**
   * The house that `--house` names; else the one of `--config`, or of the `copydesk.yaml` nearest above the note; else `abab`.
   * @throws {UsageError} for a house that does not exist, {Invalid} for a file with faults, {FileError}.
   */
  of(path: string): Promise<Project> {
    const { house, config } = this.#choice;
    if (house !== undefined) {
      this.#chosen ??= loadHouse(house, process.cwd()).then(plainProject);
      return this.#chosen;
    }
    if (config !== undefined) return this.#from(resolve(config));
    const folder = dirname(resolve(path));
    let found = this.#byFolder.get(folder);
    if (!found) {
      found = this.#nearest(folder);
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  #nearest(folder: string): Promise<Project> {
    for (let at = folder; ; at = dirname(at)) {
      const file = join(at, CONFIGURATION);
      if (existsSync(file)) return this.#from(file);
      if (dirname(at) === at) return loadHouse('abab', at).then(plainProject);
    }
  }

  #from(file: string): Promise<Project> {
    let found = this.#byFile.get(file);
    if (!found) {
      found = configured(file);
      this.#byFile.set(file, found);
    }
    return found;
  }
}

function plainProject(house: House): Project {
  return { house, isNote: () => false };
}

/** What a configuration file says. */
async function configured(file: string): Promise<Project> {
  const source = createSource(shownPath(file), readTextFile(file));
  const { data, diagnostics } = readConfiguration(source, CONFIGURATION_SHAPE, 'the configuration');
  if (!data) throw new Invalid(diagnostics);
  const { house: choice = 'abab', notes = [] } = data as { house?: string | HouseData; notes?: readonly string[] };
  const folder = dirname(file);
  const house = await (typeof choice === 'string'
    ? loadHouse(choice, folder, { source, key: 'house' })
    : loadInlineHouse(choice, folder, source));
  return { house, isNote: await matcher(notes, folder) };
}

/** Patterns are relative to the file that has them. picomatch is what the globs of the command line are matched by. */
async function matcher(patterns: readonly string[], folder: string): Promise<Project['isNote']> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...patterns]);
  return (path) => matches(relative(folder, resolve(path)).replaceAll(sep, '/'));
}
