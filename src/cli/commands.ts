import type { Command } from 'commander';
import { approveCommand } from './approve.ts';
import { checkCommand } from './check.ts';
import { correctCommand } from './correct.ts';
import { explainCommand } from './explain.ts';
import { formatCommand } from './format.ts';
import { initCommand } from './init/command.ts';
import { renderCommand } from './render.ts';
import type { StartTask, Task } from './run/task.ts';
import { withdrawCommand } from './withdraw.ts';

/** The commands, in the order of `copydesk --help`. */
export const COMMANDS: readonly ((start: StartTask) => Command)[] = [
  renderCommand,
  formatCommand,
  checkCommand,
  approveCommand,
  correctCommand,
  withdrawCommand,
  explainCommand,
  (start) =>
    initCommand((request, command) => {
      const run: Task['run'] = async (host, console) =>
        (await import('./init/run.ts')).initProject(request, host, console);
      return start({ ...request, readsStdin: false, run }, command);
    }),
];
