import { Command } from 'commander';
import { AT, addShared } from './options.ts';
import type { EditFlags } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

const EXAMPLES = `Examples:
  copydesk correct story.md "The first version gave the wrong year."
  copydesk correct story.md "The first version gave the wrong year." --at 2026-05-08T09:00:00Z
`;

export function correctCommand(start: StartTask): Command {
  const command = new Command('correct')
    .summary('add a correction to a note')
    .description(
      'Add a correction to the front matter of a note, and set its updated time. Posts print the correction. Approve the note again afterwards.',
    )
    .argument('[note]', 'the note')
    .argument('[text...]', 'the correction for readers: plain text in quotation marks')
    .option(...AT);
  return addShared(command, 'house', 'config')
    .addHelpText('before', EXAMPLES)
    .action((note: string | undefined, text: string[], options: EditFlags) => {
      const run: Task['run'] = async (host, console) =>
        (await import('./edit/edits.ts')).correctNote(note, text, options, host, console);
      return start({ ...options, readsStdin: false, run }, command);
    });
}
