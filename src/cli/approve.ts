import { Command } from 'commander';
import { AT, addShared, EDITED } from './options.ts';
import type { EditFlags } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

const EXAMPLES = `Examples:
  copydesk approve story.md --by "Ada Okafor"                              approve the wording now
  copydesk approve notes/*.md --by "Ada Okafor" --at 2026-05-07T09:00:00Z  approve it at this time
  copydesk check story.md                                                  report a later change of wording
`;

export function approveCommand(start: StartTask): Command {
  const command = new Command('approve')
    .summary('record who approved the wording of notes')
    .description(
      'Record in the front matter who approved each note, when, and a hash of its wording. If the wording changes later, check and render report it.',
    )
    .argument(...EDITED)
    .option('--by <name>', 'who approves')
    .option(...AT);
  return addShared(command, 'house', 'config')
    .addHelpText('before', EXAMPLES)
    .action((notes: string[], options: EditFlags & { readonly by?: string }) => {
      const run: Task['run'] = async (host, console) =>
        (await import('./edit/edits.ts')).approveNotes(notes, options, host, console);
      return start({ ...options, readsStdin: false, run }, command);
    });
}
