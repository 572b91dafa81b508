import { type Command, Option } from 'commander';
import { BUILT_IN_HOUSES } from '../house/create.ts';
import { didYouMean } from '../model/nearest.ts';
import { UsageError } from './exit.ts';
import type { SearchRequest } from './requests.ts';
import { withWords } from './values.ts';

/** The argument of every command that reads notes. */
export const NOTES = ['[notes...]', 'notes, folders of notes, or globs; - is stdin'] as const;

/** The argument of the commands that edit notes in place. */
export const EDITED = ['[notes...]', 'notes, folders of notes, or globs'] as const;

/** The time that the commands that edit notes write. */
export const AT = ['--at <time>', 'the time to write: ISO 8601 with a UTC offset (default: now)'] as const;

/** The options that several commands have. */
const SHARED = {
  house: ['--house <name|dir>', `use this house: ${BUILT_IN_HOUSES.join(', ')}, or a folder with a house.yaml`],
  config: ['--config <file>', 'use this copydesk.yaml instead of the nearest one above each note'],
  filesFrom: ['--files-from <file>', 'read the list of notes from a file, separated by newlines or NUL; - is stdin'],
  stdinFilepath: ['--stdin-filepath <path>', 'treat stdin as this file in messages, configuration and ignore files'],
  anyFile: ['--any-file', 'include files that are not notes'],
  jobs: ['--jobs <number>', 'use this many threads (default: more than one if that saves time)'],
  showConfig: ['--show-config', 'print the configuration of the notes and where each value comes from, and exit'],
  allowNone: ['--allow-none', 'exit with 0 if no file is a note'],
  watch: ['--watch', 'run again on each note that changes, until you press Ctrl+C'],
  clear: ['--clear', 'with --watch: clear the terminal before each run'],
  color: ['--color', 'colour the output even if it does not go to a terminal'],
  noColor: ['--no-color', 'never colour the output'],
} as const;

/** The shared options of `format` and `check`. */
export const RUN = [
  'watch',
  'clear',
  'filesFrom',
  'stdinFilepath',
  'house',
  'config',
  'showConfig',
  'anyFile',
  'allowNone',
  'jobs',
] as const;

/** Adds shared options to a command, in the order given; `--color` and `--no-color` come last. */
export function addShared(command: Command, ...names: readonly (keyof typeof SHARED)[]): Command {
  for (const name of [...names, 'color', 'noColor'] as const) {
    const [flags, description] = SHARED[name];
    if (name === 'stdinFilepath') command.option(flags, description, filePath);
    else if (name === 'jobs') command.option(flags, description, threads);
    else if (name === 'house')
      command.addOption(withWords(new Option(flags, description), BUILT_IN_HOUSES, { orFolder: true }));
    else command.option(flags, description);
  }
  return command;
}

/** The path that `--stdin-filepath` gives. @throws {UsageError} for one that cannot be a file: `.`, `..`, `notes/`. */
function filePath(path: string): string {
  if (!/(?:^|[\\/])\.{0,2}$/.test(path)) return path;
  throw new UsageError(`'--stdin-filepath' names no file: '${path}'`, 'Name a file, such as story.md.');
}

/** The most threads of a run. More cost memory and win nothing. */
const MOST_JOBS = 64;

/** The number of `--jobs`. An empty value is refused with those of the other options. @throws {UsageError} */
function threads(value: string): number | '' {
  if (value === '') return value;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= MOST_JOBS) return number;
  throw new UsageError(`'--jobs' needs a number from 1 to ${MOST_JOBS}, not '${value}'`, 'Give it a number such as 2.');
}

/** The error for two options that exclude each other. */
export function conflict(one: string, other: string, advice = 'Leave out one of them.'): UsageError {
  return new UsageError(`'${one}' cannot be used with '${other}'`, advice);
}

/** The known value that an option names. @throws {UsageError} for an unknown one. */
export function valueNamed<Name extends string>(what: string, name: string, known: readonly Name[]): Name {
  const found = known.find((one) => one === name);
  if (found !== undefined) return found;
  throw new UsageError(`unknown ${what} '${name}'`, didYouMean(name, known, `Choose from ${known.join(', ')}.`));
}

/** Refuses stdin as both a note and a list, and a name for stdin if it holds no note. @throws {UsageError} */
export function validateStdin({ notes, filesFrom, stdinFilepath }: Partial<SearchRequest>, readsStdin: boolean): void {
  if (filesFrom === '-' && notes?.includes('-')) {
    throw new UsageError('stdin cannot be both a note and a list of notes', "Leave out one of the two '-'.");
  }
  if (stdinFilepath === undefined || readsStdin) return;
  const advice = 'Leave it out, or leave out the files to read the note from stdin.';
  throw new UsageError("'--stdin-filepath' is set, but no note is read from stdin", advice);
}
