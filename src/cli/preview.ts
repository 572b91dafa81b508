import { Command, InvalidArgumentError, Option } from 'commander';
import { addShared, NOTES, validateStdin } from './options.ts';
import type { PreviewRequest } from './preview/request.ts';
import type { StartTask, Task } from './run/task.ts';

/** The options as commander parses them. */
interface PreviewFlags extends Partial<Omit<PreviewRequest, 'notes'>> {}

const EXAMPLES = `Examples:
  copydesk preview story.md        read the post in the terminal
  copydesk preview notes/          list the stories of a folder: status, findings, embargo
  copydesk preview story.md | cat  print it without colours and without a pager
`;

export function previewCommand(start: StartTask): Command {
  const command = new Command('preview')
    .summary('show the post of a note, or list the stories of a folder')
    .description('Show the post of a note as readers will see it, or list the stories of a folder. Writes no file.')
    .argument(...NOTES)
    .addOption(
      new Option(
        '-w, --width <columns>',
        'the longest line (default: 72, or the terminal if it is narrower)',
      ).argParser(columns),
    )
    .option('--no-pager', 'print a long post without a pager')
    .option('--verbose', 'also name the files that are skipped');
  addShared(command, 'filesFrom', 'stdinFilepath', 'house', 'config', 'allowNone');
  return command.addHelpText('before', EXAMPLES).action((notes: string[], options: PreviewFlags) => {
    const request = toRequest(notes, options);
    const run: Task['run'] = async (host, console) =>
      (await import('./preview/terminal/preview-notes.ts')).previewNotes(request, host, console);
    const readsStdin = notes.length === 0 && request.filesFrom === undefined;
    return start({ ...options, readsStdin, run }, command);
  });
}

/** @throws {UsageError} for options that exclude each other. */
function toRequest(notes: readonly string[], options: PreviewFlags): PreviewRequest {
  const { allowNone = false, verbose = false, pager = true } = options;
  validateStdin({ ...options, notes }, notes.includes('-') || (notes.length === 0 && options.filesFrom === undefined));
  return { ...options, notes, allowNone, verbose, pager, anyFile: false };
}

function columns(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width > 0) return width;
  throw new InvalidArgumentError('Use a number of columns, such as 72.');
}
