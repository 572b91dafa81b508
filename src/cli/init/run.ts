import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIGURATION } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import { codeOf, fileError } from '../files/error.ts';
import { nearestAbove } from '../files/paths.ts';
import { readTextFile } from '../files/read.ts';
import { writeNew } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import { shownPath } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import type { InitRequest } from './command.ts';
import { configurationText, HOOKS, type HookFile, SCHEMA, SCHEMA_LINE } from './files.ts';
import { HOUSE_SCHEMA_FILE, houseFolder, houseText } from './house.ts';
import { isExecutable, runs } from './inspect.ts';
import { type ExistingFile, findHookFolders, findOther, type HookFolders, placed } from './place.ts';

/**
 * Writes the files that are missing, and never changes an existing one. If an existing file does not run copydesk, prints the
 * lines to add by hand and sets the exit code 2.
 */
export async function initProject(request: InitRequest, host: Host, console: Console): Promise<void> {
  const { hook: name, house, extends: base } = request;
  const here = process.cwd();
  const hook = name === undefined ? undefined : HOOKS[name];
  // Before anything is written: without a repository nothing is.
  const folders = hook && (await findHookFolders(host));
  const run = new InitRun(host, console);
  const houseName = house === undefined ? undefined : houseFolder(house);
  if (houseName !== undefined) await run.house(here, houseName, base);
  await run.configuration(here, houseName);
  let isNew = false;
  for (const file of hook?.files ?? []) if (folders && (await run.hookFile(file, folders))) isNew = true;
  if (isNew && hook?.next !== undefined) await console.line(`Now run: ${hook.next}`);
  if (run.written === 0 && console.exit === 0) await console.line('Nothing to do.');
}

class InitRun {
  readonly #host: Host;
  readonly #console: Console;
  written = 0;

  constructor(host: Host, console: Console) {
    this.#host = host;
    this.#console = console;
  }

  /** Writes a configuration unless one applies here: a new file would hide one above and change how notes are printed. */
  async configuration(here: string, house: string | undefined): Promise<void> {
    const found = nearestAbove(here, CONFIGURATION);
    if (found !== undefined) {
      await this.#exists(found);
      if (house !== undefined && !names(readTextFile(found), pathFrom(found, house)))
        await this.#console.line(`To use the house, set 'house: ${pathFrom(found, house)}' in it.`);
      return;
    }
    const path = join(here, CONFIGURATION);
    const { findPatterns } = await import('./notes.ts');
    const configuration = configurationText(await findPatterns(), house);
    // If the schema does not exist, the line would be an error in every editor.
    const text = existsSync(join(here, SCHEMA)) ? `${SCHEMA_LINE}${configuration}` : configuration;
    try {
      if (!(await this.#create(path, text, false))) await this.#exists(path);
    } catch (error) {
      await this.#console.problem(error);
    }
  }

  /** Writes the house.yaml of a new house. */
  async house(here: string, folder: string, base: string): Promise<void> {
    const path = join(resolve(here, folder), 'house.yaml');
    const schema = existsSync(join(here, HOUSE_SCHEMA_FILE))
      ? relative(dirname(path), join(here, HOUSE_SCHEMA_FILE)).replaceAll(sep, '/')
      : undefined;
    try {
      if (!(await this.#create(path, houseText(folder, base, schema), false))) await this.#exists(path);
    } catch (error) {
      await this.#console.problem(error);
    }
  }

  /** @returns true if the file was written. */
  async hookFile(wanted: HookFile, folders: HookFolders): Promise<boolean> {
    const { file, path } = placed(wanted, folders);
    try {
      const other = findOther(file, folders);
      if (!other && (await this.#create(path, file.text, file.isExecutable ?? false))) return true;
      await this.#inspect(file, other ?? { path, text: readTextFile(path) });
    } catch (error) {
      await this.#console.problem(error);
    }
    return false;
  }

  async #inspect(file: HookFile, { path, text }: ExistingFile): Promise<void> {
    const shown = shownPath(path);
    if (!runs(file.runs, text)) {
      const message = `'${shown}' exists and does not run ${file.runs}`;
      await this.#console.usage(new UsageError(message, 'Add these lines to it:'));
      for (const line of file.lines) await this.#console.line(line);
    } else if (file.isExecutable && !isExecutable(path)) {
      const message = `'${shown}' is not executable, so git ignores it`;
      await this.#console.usage(new UsageError(message, `Run \`chmod +x ${shown}\`.`));
    } else await this.#console.line(`${shown} already runs ${file.runs}`);
  }

  async #create(path: string, text: string, executable: boolean): Promise<boolean> {
    if (!create(path, text, executable)) return false;
    this.written++;
    await this.#host.print(`${shownPath(path)}\n`);
    return true;
  }

  #exists(path: string): Promise<void> {
    return this.#console.line(`${shownPath(path)} already exists`);
  }
}

/**
 * Creates a file and its folders. False if the file exists, even since a moment ago: the Writer of notes renames a temporary
 * file, which would replace it.
 * @throws {FileError}
 */
function create(path: string, text: string, executable: boolean): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeNew(path, Buffer.from(text), executable ? 0o777 : 0o666);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw fileError(path, error);
  }
}

/** The house as the configuration file names it. */
function pathFrom(configuration: string, house: string): string {
  const path = relative(dirname(configuration), resolve(house)).replaceAll(sep, '/');
  return path.startsWith('..') ? resolve(house) : path;
}

/** Whether a configuration names a house. */
function names(configuration: string, house: string): boolean {
  return configuration.split('\n').some((line) => line.replace(/^house:\s*|["']|\s+#.*$/g, '').trim() === house);
}
