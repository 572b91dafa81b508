import { Command } from 'commander';
import { AT, addShared, EDITED } from './options.ts';
import type { EditFlags } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

const EXAMPLES = `Examples:
  copydesk withdraw story.md                             set the status to withdrawn
  copydesk withdraw story.md --at 2026-05-08T09:00:00Z   set the updated time to this time
`;

export function withdrawCommand(start: StartTask): Command {
  const command = new Command('withdraw')
    .summary('withdraw notes, so that they are never rendered')
    .description('Set the status of each note to withdrawn, and set its updated time. render then refuses the note.')
    .argument(...EDITED)
    .option(...AT);
  return addShared(command, 'house', 'config')
    .addHelpText('before', EXAMPLES)
    .action((notes: string[], options: EditFlags) => {
      const run: Task['run'] = async (host, console) =>
        (await import('./edit/edits.ts')).withdrawNotes(notes, options, host, console);
      return start({ ...options, readsStdin: false, run }, command);
    });
}
