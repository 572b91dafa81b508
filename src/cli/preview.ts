import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from './exit.ts';
import { addShared, conflict, NOTES, validateStdin } from './options.ts';
import type { PreviewRequest } from './preview/request.ts';
import type { StartTask, Task } from './run/task.ts';

/** The options as commander parses them. */
interface PreviewFlags extends Partial<Omit<PreviewRequest, 'notes'>> {}

const EXAMPLES = `Examples:
  copydesk preview story.md            read the post in the terminal
  copydesk preview notes/              list the stories of a folder: status, findings, embargo
  copydesk preview                     list those of the current folder
  copydesk preview story.md | cat      print it without colours and without a pager
  copydesk preview --browser story.md  see the page, the channels and the findings in a browser while you write
`;

export function previewCommand(start: StartTask): Command {
  const command = new Command('preview')
    .summary('show the post of a note, or list the stories of a folder')
    .description(
      'Show the post of a note as readers will see it, or list the stories of a folder. Change a file only if you press a button in the browser.',
    )
    .argument(...NOTES)
    .addOption(
      new Option(
        '-w, --width <columns>',
        'the longest line (default: 72, or the terminal if it is narrower)',
      ).argParser(columns),
    )
    .option('--no-pager', 'print a long post without a pager')
    .option('--browser', 'show the post, every channel and the findings in a browser, updated while you write')
    .addOption(
      new Option('--port <number>', 'with --browser: use this port (default: any free one)').argParser(portNumber),
    )
    .option('--no-open', 'with --browser: print the URL and open no browser')
    .option('--verbose', 'also name the files that are skipped');
  addShared(command, 'filesFrom', 'stdinFilepath', 'house', 'config', 'allowNone');
  return command.addHelpText('before', EXAMPLES).action((notes: string[], options: PreviewFlags) => {
    const request = toRequest(notes, options);
    const run: Task['run'] = async (host, console) =>
      request.browser
        ? (await import('./preview/browser/run.ts')).previewInBrowser(request, host, console)
        : (await import('./preview/terminal/preview-notes.ts')).previewNotes(request, host, console);
    // Without a name, a terminal shows the current folder, unless an option needs the note of stdin.
    const readsStdin = notes.length === 0 && request.stdinFilepath !== undefined;
    return start({ ...options, readsStdin, run }, command);
  });
}

/** @throws {UsageError} for options that exclude each other. */
function toRequest(notes: readonly string[], options: PreviewFlags): PreviewRequest {
  const { allowNone = false, verbose = false, pager = true, browser = false, open = true } = options;
  const readsStdin = notes.includes('-') || (notes.length === 0 && options.filesFrom === undefined && !browser);
  validateStdin({ ...options, notes }, readsStdin);
  validateBrowser(notes, options);
  return { ...options, notes, allowNone, verbose, pager, browser, open, anyFile: false };
}

/** @throws {UsageError} for options of the terminal with a browser, and the other way round. */
function validateBrowser(notes: readonly string[], { browser, port, open, width, pager }: PreviewFlags): void {
  if (browser) {
    if (notes.includes('-')) throw new UsageError("'--browser' needs files, not stdin", 'Name notes or folders.');
    if (width !== undefined) throw conflict('--browser', '--width');
    if (pager === false) throw conflict('--browser', '--no-pager');
    return;
  }
  const option = port !== undefined ? '--port' : open === false ? '--no-open' : undefined;
  if (option !== undefined)
    throw new UsageError(`'${option}' applies only to a preview in a browser`, 'Add --browser.');
}

/** An empty value is refused with those of the other options. */
function portNumber(value: string): number | '' {
  if (value === '') return value;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('Use a number from 1 to 65535, such as 8080.');
}

function columns(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width > 0) return width;
  throw new InvalidArgumentError('Use a number of columns, such as 72.');
}
