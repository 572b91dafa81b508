import type { Command } from 'commander';
import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { formatCommand } from './format.ts';
import { initCommand } from './init/command.ts';
import { renderCommand } from './render.ts';
import type { StartTask, Task } from './run/task.ts';

/** The commands, in the order of `copydesk --help`. */
export const COMMANDS: readonly ((start: StartTask) => Command)[] = [
  renderCommand,
  formatCommand,
  checkCommand,
  explainCommand,
  (start) =>
    initCommand((request, command) => {
      const run: Task['run'] = async (host, console) =>
        (await import('./init/run.ts')).initProject(request, host, console);
      return start({ ...request, readsStdin: false, run }, command);
    }),
];
