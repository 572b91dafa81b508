import { Command, Option } from 'commander';
import { UsageError } from './exit.ts';
import { addShared, valueNamed } from './options.ts';
import type { NotesRequest } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';
import { withWords } from './values.ts';

/** The options as commander parses them. */
interface DoctorFlags extends Omit<NotesRequest, 'notes'> {
  readonly report?: string;
  readonly verbose?: boolean;
}

const REPORTS = ['pretty', 'json'] as const;

const EXAMPLES = `Examples:
  copydesk doctor                  show the configuration, the notes and the hooks of this folder
  copydesk doctor story.md         show which house prints a note, and why
  copydesk doctor --report json    print the same as JSON, with every value of the house
`;

export function doctorCommand(start: StartTask): Command {
  const command = new Command('doctor')
    .summary('show the configuration, and why files are skipped')
    .description(
      'Show the configuration and the origin of each value, the house of each note, what is skipped and why, the installation, and the hooks.',
    )
    .argument('[notes...]', 'notes, folders of notes, or globs (default: the current folder)')
    .addOption(withWords(new Option('--report <name>', `report format: ${REPORTS.join(', ')}`), REPORTS))
    .option('--verbose', 'list all notes and skipped files');
  return addShared(command, 'house', 'config')
    .addHelpText('before', EXAMPLES)
    .action((notes: string[], options: DoctorFlags) => {
      if (notes.includes('-')) throw new UsageError("'doctor' reads files, not stdin", 'Name a note or a folder.');
      const { verbose = false, report = 'pretty' } = options;
      const request = { ...options, notes, verbose, report: valueNamed('report format', report, REPORTS) };
      const run: Task['run'] = async (host, console) =>
        (await import('./doctor/run.ts')).runDoctor(request, host, console);
      return start({ ...options, readsStdin: false, run }, command);
    });
}
