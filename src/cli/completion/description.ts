import type { Argument, Command, Option } from 'commander';
import { placeholderOf, type Values, valuesOf, type Word } from '../values.ts';

/* The commands as plain data, for completion scripts and the man page. */

export interface OptionDescription {
  /** Such as `--to` and `-t`, the long one first. */
  readonly names: readonly string[];
  readonly about: string;
  /** The name of its value. Absent for a flag. */
  readonly placeholder?: string;
  readonly values?: Values;
}

export interface ArgumentDescription {
  readonly name: string;
  readonly about: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  readonly values: Values;
}

export interface CommandDescription {
  readonly name: string;
  /** In a few words, and in sentences. */
  readonly summary: string;
  readonly description: string;
  readonly options: readonly OptionDescription[];
  readonly arguments: readonly ArgumentDescription[];
}

export interface ProgramDescription {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** The options that need no command. */
  readonly options: readonly OptionDescription[];
  readonly commands: readonly CommandDescription[];
}

/** The program as its commands and options describe it. */
export async function describeProgram(program: Command): Promise<ProgramDescription> {
  const visible = program.createHelp().visibleCommands(program);
  const names = visible.map((command): Word => ({ word: command.name(), about: summaryOf(command) }));
  const commands: CommandDescription[] = [];
  for (const command of visible) commands.push(await describeCommand(command, names));
  return {
    name: program.name(),
    version: program.version() ?? '',
    description: program.description(),
    options: await describeOptions(program),
    commands,
  };
}

async function describeCommand(command: Command, commands: readonly Word[]): Promise<CommandDescription> {
  const found: ArgumentDescription[] = [];
  for (const argument of command.registeredArguments) found.push(await describeArgument(argument, commands));
  return {
    name: command.name(),
    summary: summaryOf(command),
    description: command.description(),
    options: await describeOptions(command),
    arguments: found,
  };
}

function summaryOf(command: Command): string {
  return command.summary() || command.description();
}

/** @param commands the values of `help [command]`, which commander makes itself. */
async function describeArgument(argument: Argument, commands: readonly Word[]): Promise<ArgumentDescription> {
  const name = argument.name();
  const values = name === 'command' ? ({ kind: 'words', words: commands } as const) : await valuesOf(argument);
  return {
    name,
    about: argument.description,
    isRequired: argument.required,
    isVariadic: argument.variadic,
    values: values ?? { kind: 'text' },
  };
}

async function describeOptions(command: Command): Promise<OptionDescription[]> {
  const found: OptionDescription[] = [];
  for (const option of command.createHelp().visibleOptions(command)) found.push(await describeOption(option));
  return found;
}

async function describeOption(option: Option): Promise<OptionDescription> {
  const { long, short, description } = option;
  const placeholder = placeholderOf(option);
  const values = await valuesOf(option);
  return {
    names: [long, short].filter((name) => typeof name === 'string'),
    about: description,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(values ? { values } : {}),
  };
}
