import { dirname, join, resolve } from 'node:path';
import type { ValuePositions } from '../../house/positions.ts';
import { type HouseData, type Plain, readConfiguration } from '../../house/read.ts';
import { HOUSE_SCHEMA } from '../../house/schema.ts';
import type { Schema } from '../../house/schema-types.ts';
import type { Channels } from '../../model/channels.ts';
import type { House } from '../../model/house.ts';
import { createSource } from '../../text/index.ts';
import { Invalid } from '../exit.ts';
import { isThere } from '../files/paths.ts';
import { readTextFile } from '../files/read.ts';
import { excluder, matcher } from '../files/search.ts';
import { shownPath } from '../run/read-note.ts';
import { CHANNELS_SCHEMA, channelFaults, channelsOf } from './channels.ts';
import { readDictionary } from './dictionary.ts';
import { loadHouse, loadInlineHouse, type Purpose } from './house.ts';

/** The name of the configuration file. */
export const CONFIGURATION = 'copydesk.yaml';

/** The keys of a `copydesk.yaml`. */
export const CONFIGURATION_SCHEMA: Schema = {
  kind: 'record',
  about: 'The configuration of copydesk for the notes in this folder and its subfolders.',
  keys: {
    notes: {
      kind: 'list',
      of: {
        kind: 'text',
        what: 'a short pattern such as stories/**',
        pattern: /^(?!.{1001}).*\S/s,
      },
      about: 'Glob patterns of the files that are notes. Default: files with a part of a note.',
    },
    exclude: {
      kind: 'list',
      // A negated pattern would exclude everything else, and an empty one everything.
      of: {
        kind: 'text',
        what: 'a short pattern such as archive/**, without !',
        pattern: /^(?!!(?!\()|.{1001}).*\S/s,
      },
      about: 'Glob patterns of files and folders to ignore.',
    },
    end_of_line: {
      kind: 'choice',
      values: ['lf', 'crlf'],
      about: 'The line ending of notes. Default: the one of the first line of each note.',
    },
    bom: {
      kind: 'choice',
      values: ['remove'],
      about: 'With remove, format and check --fix remove byte order marks. Default: keep them.',
    },
    messages: {
      kind: 'choice',
      values: ['en', 'zh'],
      about:
        'The language of messages and help. Read in the folder in which you run copydesk. Default: the language of the locale.',
    },
    channels: CHANNELS_SCHEMA,
    house: {
      kind: 'text-or',
      what: 'the name of a house, a folder, or keys that change a house',
      else: HOUSE_SCHEMA,
      about: 'The house that prints the notes: a name, a folder, or keys that change one.',
    },
  },
};

export interface HouseChoice {
  /** `--house`. */
  readonly house?: string;
  /** `--config`. */
  readonly config?: string;
}

/** The part of the configuration that `--house` replaces: the whole file, or only its `house:`, which is not loaded then. */
export type HouseReplaces = 'configuration' | 'house';

/** What a configuration file says, and where. */
export interface ConfigurationFile {
  /** Absolute. */
  readonly path: string;
  readonly settings: Readonly<Record<string, Plain | undefined>>;
  readonly positions: ValuePositions;
}

/** The settings of a project for its notes. */
export interface ProjectConfig {
  /** The file that they come from. Absent without one. */
  readonly file?: ConfigurationFile;
  readonly house: House;
  /** The words of the `dictionary.txt` beside the configuration. Only read for `check`. */
  readonly dictionary: readonly string[];
  /** Whether `notes:` names a file. */
  isNote(path: string): boolean;
  /** Whether `notes:` is set. It then decides which files are notes. */
  readonly hasNotes: boolean;
  /** Whether `exclude:` names a file, or a folder above it. */
  isExcluded(path: string): boolean;
  readonly endOfLine?: 'lf' | 'crlf';
  readonly removeBom: boolean;
  /** What the house publishes. Absent if `channels:` is not set. */
  readonly channels?: Channels;
}

/** Finds the configuration of a note. Loads each house once and searches each folder once. */
export class ConfigResolver {
  readonly #choice: HouseChoice;
  readonly #replaces: HouseReplaces;
  readonly #purpose: Purpose;
  /** By the given name as well, because resolving a path costs more than the lookup. */
  readonly #byFolder = new Map<string, Promise<ProjectConfig>>();
  readonly #byFile = new Map<string, Promise<ProjectConfig>>();
  #house: Promise<House> | undefined;
  #plain: Promise<ProjectConfig> | undefined;

  constructor(choice: HouseChoice, replaces: HouseReplaces = 'configuration', purpose: Purpose = 'check') {
    this.#choice = choice;
    this.#replaces = replaces;
    this.#purpose = purpose;
  }

  /**
   * The configuration of a note: that of `--house`, else of `--config`, else of the nearest `copydesk.yaml` above the note.
   * Without any, the house `abab`.
   * @throws {UsageError} for an unknown house; {Invalid} for a file with errors; {FileError}.
   */
  async of(path: string): Promise<ProjectConfig> {
    const { house, config } = this.#choice;
    if (house !== undefined && this.#replaces === 'configuration') return this.#withoutFile();
    if (config !== undefined) return this.#from(resolve(config));
    const folder = dirname(path);
    const found = this.#byFolder.get(folder) ?? this.#nearest(resolve(folder));
    this.#byFolder.set(folder, found);
    return found;
  }

  #nearest(folder: string): Promise<ProjectConfig> {
    let found = this.#byFolder.get(folder);
    if (!found) {
      const file = join(folder, CONFIGURATION);
      const above = dirname(folder);
      try {
        if (isThere(file)) found = this.#from(file);
        else found = above === folder ? this.#withoutFile() : this.#nearest(above);
      } catch (error) {
        // The same error for every note, so that it is reported once.
        found = Promise.reject(error);
      }
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  #from(file: string): Promise<ProjectConfig> {
    let found = this.#byFile.get(file);
    if (!found) {
      found = configured(file, this.#purpose, () => this.#chosenHouse());
      this.#byFile.set(file, found);
    }
    return found;
  }

  #withoutFile(): Promise<ProjectConfig> {
    this.#plain ??= (this.#chosenHouse() ?? loadHouse('abab', process.cwd(), this.#purpose)).then(plainProject);
    return this.#plain;
  }

  /** The house of `--house`, if there is one. */
  #chosenHouse(): Promise<House> | undefined {
    const { house } = this.#choice;
    if (house !== undefined) this.#house ??= loadHouse(house, process.cwd(), this.#purpose);
    return this.#house;
  }
}

function plainProject(house: House): ProjectConfig {
  return { house, dictionary: [], isNote: () => false, hasNotes: false, isExcluded: () => false, removeBom: false };
}

interface Configuration {
  readonly house?: string | HouseData;
  readonly notes?: readonly string[];
  readonly exclude?: readonly string[];
  readonly end_of_line?: 'lf' | 'crlf';
  readonly bom?: 'remove';
  readonly channels?: readonly string[] | Channels;
}

/** Reads a configuration file. @param chosen returns the house of `--house`, which replaces that of the file. */
async function configured(
  file: string,
  purpose: Purpose,
  chosen: () => Promise<House> | undefined,
): Promise<ProjectConfig> {
  const source = createSource(shownPath(file), readTextFile(file));
  const { data, positions, diagnostics } = readConfiguration(source, CONFIGURATION_SCHEMA, 'the configuration');
  if (!data) throw new Invalid(diagnostics);
  const { house: choice = 'abab', notes = [], exclude = [], end_of_line, bom, ...more } = data as Configuration;
  const channels = more.channels && channelsOf(more.channels);
  const faults = channels ? channelFaults(channels, positions.under('channels')) : [];
  if (faults.length > 0) throw new Invalid(faults);
  const folder = dirname(file);
  const own = () =>
    typeof choice === 'string'
      ? loadHouse(choice, folder, purpose, { positions, key: 'house' })
      : loadInlineHouse(choice, folder, purpose, positions.under('house'));
  return {
    file: { path: file, settings: data as ConfigurationFile['settings'], positions },
    house: await (chosen() ?? own()),
    dictionary: purpose === 'check' ? readDictionary(folder) : [],
    isNote: await matcher(notes, folder),
    hasNotes: notes.length > 0,
    isExcluded: await excluder(exclude, folder),
    ...(end_of_line ? { endOfLine: end_of_line } : {}),
    removeBom: bom === 'remove',
    ...(channels ? { channels } : {}),
  };
}
