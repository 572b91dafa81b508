import type { Command } from 'commander';
import { approveCommand } from './approve.ts';
import { checkCommand } from './check.ts';
import { completionCommand } from './completion.ts';
import { correctCommand } from './correct.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { formatCommand } from './format.ts';
import { initCommand } from './init/command.ts';
import { lspCommand } from './lsp.ts';
import { newCommand } from './new.ts';
import { previewCommand } from './preview.ts';
import { renderCommand } from './render.ts';
import type { StartTask, Task } from './run/task.ts';
import { withdrawCommand } from './withdraw.ts';

/** The commands by name, in the order of `copydesk --help`. */
export const COMMANDS: Readonly<Record<string, (start: StartTask) => Command>> = {
  new: newCommand,
  render: renderCommand,
  format: formatCommand,
  check: checkCommand,
  approve: approveCommand,
  correct: correctCommand,
  withdraw: withdrawCommand,
  preview: previewCommand,
  explain: explainCommand,
  lsp: lspCommand,
  init: (start) =>
    initCommand((request, command) => {
      const run: Task['run'] = async (host, console) =>
        (await import('./init/run.ts')).initProject(request, host, console);
      return start({ ...request, readsStdin: false, run }, command);
    }),
  doctor: doctorCommand,
  completion: completionCommand,
};
