import type { Command } from 'commander';
import {
  type CommandDescription,
  describeProgram,
  type OptionDescription,
} from '../../../src/cli/completion/description.ts';
import { escaped, quoted } from './roff.ts';

/** Returns man/copydesk.1: the commands and options as the program describes them, in the macros of man(7). */
export async function manPage(program: Command, exitCodes: readonly (readonly [string, string])[]): Promise<string> {
  const { name, version, description, options, commands } = await describeProgram(program);
  return [
    '.\\" Made from the commands of the program by test/docs/man.test.ts: do not edit it.',
    `.TH ${name.toUpperCase()} 1 "" ${quoted(`${name} ${version}`)} "User Commands"`,
    '.SH NAME',
    `${name} \\- render, format and check news notes in house style`,
    '.SH SYNOPSIS',
    `.B ${name}`,
    '.I command',
    '[options] [arguments]',
    '.SH DESCRIPTION',
    escaped(description),
    'A note is a Markdown file with YAML front matter.',
    '.PP',
    escaped('`copydesk help COMMAND` shows the help of a command.'),
    '.SH OPTIONS',
    ...options.flatMap(optionLines),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandLines(command, name, examplesOf(program, command.name))),
    '.SH "EXIT STATUS"',
    ...exitCodes.flatMap(([code, meaning]) => ['.TP', `.B ${escaped(code)}`, escaped(meaning)]),
    ...ENVIRONMENT.flatMap(entryLines),
    ...FILES.flatMap(entryLines),
    '',
  ].join('\n');
}

type Entry = string | readonly [name: string, about: string];

const ENVIRONMENT: readonly Entry[] = [
  'ENVIRONMENT',
  ['NO_COLOR', 'If set and not empty, disables colours.'],
  ['FORCE_COLOR', 'If set, and not empty, 0 or false, enables colours even if the output does not go to a terminal.'],
  ['XDG_CACHE_HOME', 'The folder in which copydesk creates its cache. The default is ~/.cache.'],
  ['NODE_DISABLE_COMPILE_CACHE', 'If set, disables the cache of compiled code.'],
  ['COPYDESK_DEBUG', 'If set, an internal error prints its stack trace.'],
];

const FILES: readonly Entry[] = [
  'FILES',
  ['copydesk.yaml', 'The configuration of the notes in its folder and subfolders.'],
  ['house.yaml', 'A house, with its templates in the same folder.'],
  ['dictionary.txt', 'Additional correct words. The file is next to copydesk.yaml.'],
  ['.copydeskignore', 'Files and folders to ignore, in the format of .gitignore.'],
];

/** A title, or a name and what it means. */
function entryLines(entry: Entry): readonly string[] {
  if (typeof entry === 'string') return [`.SH ${entry}`];
  return ['.TP', `.B ${escaped(entry[0])}`, escaped(entry[1])];
}

function commandLines(
  { name, description, arguments: found, options }: CommandDescription,
  program: string,
  examples: readonly string[],
): readonly string[] {
  const synopsis = found.map((argument) => {
    const text = `${argument.name}${argument.isVariadic ? '...' : ''}`;
    return argument.isRequired ? `<${text}>` : `[${text}]`;
  });
  return [
    `.SS ${quoted([program, name, options.length > 0 ? '[options]' : '', ...synopsis].filter(Boolean).join(' '))}`,
    escaped(description),
    ...found.flatMap(({ name: argument, about }) => ['.TP', `.I ${escaped(argument)}`, escaped(about)]),
    ...options.flatMap(optionLines),
    ...examples.filter((line) => line !== '').flatMap(exampleLines),
  ];
}

function optionLines({ names, about, placeholder }: OptionDescription): readonly string[] {
  const flags = names.toReversed().map((one) => `\\fB${escaped(one)}\\fR`);
  return ['.TP', `${flags.join(', ')}${placeholder ? ` \\fI${escaped(placeholder)}\\fR` : ''}`, escaped(about)];
}

/** A command with what it does, or a title. */
function exampleLines(line: string): readonly string[] {
  const [, command, about] = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
  if (command === undefined) return ['.PP', escaped(line)];
  return ['.TP', `.B ${escaped(command)}`, escaped(about ?? '')].filter((one) => one !== '');
}

/** The text that the help of a command shows before its usage. */
function examplesOf(program: Command, name: string): readonly string[] {
  const command = program.commands.find((one) => one.name() === name);
  const written: string[] = [];
  command?.configureOutput({ writeOut: (text) => written.push(text) }).outputHelp();
  const [examples = ''] = written.join('').split(/^Usage:/m);
  return examples.trim() === '' ? [] : examples.trimEnd().split('\n');
}
