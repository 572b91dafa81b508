import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { COMMANDS } from './commands.ts';
import type { StartTask } from './run/task.ts';

/** The program with one command, or with all if no command has the name. Making all takes longer than reading a note. */
export function createProgram(start: StartTask, name = ''): Command {
  const program = new Command('copydesk')
    .description('Render, format and check news notes in house style.')
    .version(manifest.version, '-V, --version', 'show the version')
    .helpCommand('help [command]', 'show the help of a command');
  const named = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  for (const create of named ? [named] : Object.values(COMMANDS)) program.addCommand(create(start));
  for (const command of [program, ...program.commands]) command.helpOption('-h, --help', 'show this help');
  return program;
}
