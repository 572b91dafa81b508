import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CONFIGURATION } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import { readTextFile } from '../files/read.ts';
import type { Host } from '../host.ts';
import { shownPath } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import type { InitRequest } from './command.ts';
import { create, isExecutable } from './create.ts';
import { CONFIGURATION_TEXT, HOOKS, type HookFile, SCHEMA, SCHEMA_LINE } from './files.ts';
import { findRepository, type HookFolders } from './repository.ts';

/**
 * Writes what is missing, and says what is there. A file that is there is never changed, whatever is in it: where it lacks
 * something, that is printed, to be added by hand. The exit code is then 2: not done as asked, and no finding in a note.
 */
export async function initProject({ hook: name }: InitRequest, host: Host, console: Console): Promise<void> {
  const here = process.cwd();
  const hook = name === undefined ? undefined : HOOKS[name];
  // Asked first: where there can be no hook, nothing is written.
  const repository = hook && findRepository(here);
  const run = new InitRun(host, console);
  await run.configuration(here);
  let isNew = false;
  for (const file of hook?.files ?? []) if (repository && (await run.hookFile(file, repository))) isNew = true;
  if (isNew && hook?.next !== undefined) await console.line(`Now run: ${hook.next}`);
  if (run.written === 0 && console.exit === 0) await console.line('Everything is there already.');
}

class InitRun {
  readonly #host: Host;
  readonly #console: Console;
  written = 0;

  constructor(host: Host, console: Console) {
    this.#host = host;
    this.#console = console;
  }

  /** A configuration of any content is one, here or above: to shadow it would change how notes are printed. */
  async configuration(here: string): Promise<void> {
    const found = above(here, CONFIGURATION);
    if (found !== undefined) return this.#left(found);
    const path = join(here, CONFIGURATION);
    // A line that leads nowhere would be an error in every editor.
    const text = existsSync(join(here, SCHEMA)) ? `${SCHEMA_LINE}${CONFIGURATION_TEXT}` : CONFIGURATION_TEXT;
    try {
      if (!(await this.#create(path, text, false))) await this.#left(path);
    } catch (error) {
      await this.#console.problem(error);
    }
  }

  /** True when it was written. */
  async hookFile(wanted: HookFile, repository: HookFolders): Promise<boolean> {
    const { file, path } = placed(wanted, repository);
    try {
      const other = otherName(file, repository.top);
      if (other === undefined && (await this.#create(path, file.text, file.isExecutable ?? false))) return true;
      await this.#compare(file, other ?? path);
    } catch (error) {
      await this.#console.problem(error);
    }
    return false;
  }

  async #compare(file: HookFile, path: string): Promise<void> {
    const shown = shownPath(path);
    const text = readTextFile(path);
    if (text !== file.text && !isAsWanted(text, file)) {
      const message = `${shown} is there already, and was left as it is`;
      await this.#console.usage(new UsageError(message, 'Add these lines to it:'));
      for (const line of file.lines) await this.#console.line(line);
    } else if (file.isExecutable && !isExecutable(path)) {
      const message = `${shown} is no program: git passes over it`;
      await this.#console.usage(new UsageError(message, `Make it one: chmod +x ${shown}`));
    } else await this.#left(path);
  }

  async #create(path: string, text: string, executable: boolean): Promise<boolean> {
    if (!create(path, text, executable)) return false;
    this.written++;
    await this.#host.print(`${shownPath(path)}\n`);
    return true;
  }

  #left(path: string): Promise<void> {
    return this.#console.line(`${shownPath(path)} is there already`);
  }
}

/**
 * Where a file stands. The hooks that git runs may be husky's, which makes them anew each time: they run those of their
 * names in the folder above, with node_modules/.bin on the path.
 */
function placed(file: HookFile, { top, hooks }: HookFolders): { readonly file: HookFile; readonly path: string } {
  if (!file.path.startsWith('hooks/')) return { file, path: join(top, file.path) };
  const path = join(hooks, file.path.slice('hooks/'.length));
  const above = dirname(hooks);
  const isHuskys = basename(hooks) === '_' && (basename(above) === '.husky' || existsSync(join(hooks, 'h')));
  const [huskys = file] = HOOKS.husky.files;
  return isHuskys ? { file: huskys, path: join(above, basename(path)) } : { file, path };
}

/** The file of a name that is nearest above a folder. */
function above(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? undefined : above(dirname(folder), name);
}

/** The same configuration under another name. */
function otherName({ path, alsoCalled, orKey }: HookFile, top: string): string | undefined {
  const names = alsoCalled ? readdirSync(top).filter((name) => name !== path && alsoCalled.test(name)) : [];
  const [name] = names.sort();
  if (name !== undefined) return join(top, name);
  const holder = orKey && join(top, orKey.path);
  return holder !== undefined && existsSync(holder) && orKey?.key.test(readTextFile(holder)) ? holder : undefined;
}

function isAsWanted(text: string, { lines, orHolds = [] }: HookFile): boolean {
  const bare = text.replace(COMMENT, '');
  return holds(bare, lines) || orHolds.some((all) => all.every((one) => one.test(bare)));
}

/** A line of its own, in YAML, in a shell, in JavaScript. */
const COMMENT = /^[^\S\n]*(?:#|\/\/).*$/gm;

/**
 * Do the lines stand in a text, in their order? Others may stand between them, a comma of JSON after one, and a runner
 * such as npx before it.
 */
function holds(text: string, lines: readonly string[]): boolean {
  const bare = (line: string): string => line.trim().replace(/,$/, '');
  const there = text.split('\n').map(bare);
  let from = 0;
  return lines.every((line) => {
    const wanted = bare(line);
    const at = there.findIndex((one, at) => at >= from && ` ${one}`.endsWith(` ${wanted}`));
    from = at + 1;
    return at >= 0;
  });
}
