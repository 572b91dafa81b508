import { Command } from 'commander';
import { AT, addShared, EDITED } from './options.ts';
import type { EditFlags } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

const EXAMPLES = `Examples:
  copydesk approve story.md --by "Ada Okafor"                              approve the wording now
  copydesk approve notes/*.md --by "Ada Okafor" --at 2026-05-07T09:00:00Z  approve it at this time
  copydesk check story.md                                                  report a change of wording since
`;

export function approveCommand(start: StartTask): Command {
  const command = new Command('approve')
    .summary('record who approved the wording of notes')
    .description(
      'Write into the front matter who approved each note, when, and a hash of its wording. A later change of wording voids the approval, and check and render say so.',
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
