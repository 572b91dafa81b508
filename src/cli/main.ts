import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { nearest, suggestion } from '../model/nearest.ts';
import { checkCommand } from './check/command.ts';
import { EXIT, UsageError } from './exit.ts';
import { explainCommand } from './explain/command.ts';
import { formatCommand } from './format/command.ts';
import { asStarted, type Host, isReadable, processHost } from './host.ts';
import { initCommand } from './init/command.ts';
import { renderCommand } from './render/command.ts';
import { Console } from './terminal/console.ts';

const EXAMPLES = `Examples:
  copydesk render story.md                     print a note's post in house style
  copydesk render notes/ --to html -d posts    a page for every note of a folder
  copydesk format --write notes/               every note in the one shape, never a changed word
  copydesk check notes/                        where they depart from house style, and why
  copydesk check --fix notes/                  put right what is safe
  copydesk init --hook pre-commit              and before every commit
  copydesk render --help                       all that a command can do
`;

/**
 * Runs the program. Never throws for what a user did.
 * @param args the arguments after the program's name.
 * @returns the exit code.
 */
export async function main(args: readonly string[], host: Host = processHost): Promise<number> {
  let colour: boolean | undefined;
  try {
    return await run(args, host, (wanted) => {
      colour = wanted;
    });
  } catch (error) {
    const console = await Console.create(host, colour);
    if (error instanceof CommanderError) return commanderExit(error, console);
    try {
      await console.problem(error);
    } catch (bug) {
      if (host.environment.COPYDESK_DEBUG) throw bug;
      const message = `this is a fault of copydesk's: ${bug instanceof Error ? bug.message : String(bug)}`;
      await console.usage(new UsageError(message, 'Run it again with COPYDESK_DEBUG=1, and report what it prints.'));
      return EXIT.broken;
    }
    return console.exit;
  }
}

async function run(
  args: readonly string[],
  host: Host,
  setColour: (wanted: boolean | undefined) => void,
): Promise<number> {
  let exit: number = EXIT.fine;
  const printed: string[] = [];
  const program = new Command('copydesk')
    .description('The copy desk as a command: a note goes in, the post goes out in house style.')
    .version(manifest.version, '-V, --version', 'print the version')
    .addHelpText('before', EXAMPLES);
  /** What a command does: `act`, or on a terminal with nothing to read the command's help. */
  const doing =
    <R extends { readonly color?: boolean }>(
      readsStdin: (request: R) => boolean,
      act: (request: R, console: Console) => Promise<void>,
    ) =>
    async (request: R, command: Command): Promise<void> => {
      setColour(request.color);
      // Asked for at once: without it, names of files come to mean nothing in the middle of the work.
      process.cwd();
      if (readsStdin(request) && host.isTerminal(0)) {
        exit = EXIT.trouble;
        await host.write(2, command.helpInformation());
        return;
      }
      const console = await Console.create(host, request.color);
      await act(request, console);
      exit = console.exit;
    };
  program
    .addCommand(
      renderCommand(
        doing(
          ({ notes }) => notes.length === 0,
          async (request, console) => (await import('./render/run.ts')).renderNotes(request, host, console),
        ),
      ),
    )
    .addCommand(
      formatCommand(
        doing(
          ({ notes, filesFrom, staged }) => notes.length === 0 && filesFrom === undefined && !staged,
          async (request, console) => (await import('./format/run.ts')).formatNotes(request, host, console),
        ),
      ),
    )
    .addCommand(
      checkCommand(
        doing(
          ({ notes, filesFrom, since }) => notes.length === 0 && filesFrom === undefined && since === undefined,
          async (request, console) => (await import('./check/run.ts')).checkNotes(request, host, console),
        ),
      ),
    )
    .addCommand(
      explainCommand(
        doing(
          () => false,
          async (request) => (await import('./explain/run.ts')).explainRules(request, host),
        ),
      ),
    )
    .addCommand(
      initCommand(
        doing(
          () => false,
          async (request, console) => (await import('./init/run.ts')).initProject(request, host, console),
        ),
      ),
    );
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => {}, outputError: () => {} });
  }
  refuseMissingCommand(args, program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    if (printed.length > 0) await host.write(1, printed.join(''));
  }
  return exit;
}

/** There is no catch-all: a file in place of a command is an error that says what was probably meant. */
function refuseMissingCommand(args: readonly string[], program: Command): void {
  const [first, second] = args;
  if (first === undefined) throw new UsageError('no command is given', program.helpInformation());
  const known = [...program.commands.map((command) => command.name()), 'help'];
  if (first === 'help' && second !== undefined) refuseMissingCommand([second], program);
  if (first.startsWith('-') || known.includes(first)) return;
  const near = nearest(first, known);
  if (near !== undefined) throw new UsageError(`no command is called ${first}`, suggestion(near));
  const advice = isReadable(first)
    ? `Did you mean copydesk render ${first}?`
    : `There are ${known.join(', ')}. To print a note: copydesk render FILE.`;
  throw new UsageError(`no command is called ${first}`, advice);
}

/** commander throws for help and version as well, which are no errors. */
async function commanderExit({ code, message }: CommanderError, console: Console): Promise<number> {
  if (code === 'commander.help' || code === 'commander.helpDisplayed' || code === 'commander.version') return EXIT.fine;
  const [what = '', ...more] = message.replace(/^error: /, '').split('\n');
  const advice = more.join(' ').replace(/^\(Did you mean (.*)\?\)$/, "Did you mean '$1'?");
  await console.usage(new UsageError(what, advice === '' ? 'copydesk help says what there is.' : advice));
  return console.exit;
}

/** Renders a small note in every format, and one with a fault, formats two, and keeps what they print to itself. */
export async function warmUp(): Promise<void> {
  asStarted();
  const said = (): Promise<boolean> => Promise.resolve(true);
  const note = '---\nheadline: "A"\nsource: B\n---\n\nC *d* [e](f).\n\n- g\n\n## Insight\n\nH\n\n## Laws\n\n- I\n';
  const host = (text: string): Host => ({
    environment: {},
    isTerminal: () => false,
    columns: undefined,
    readStdin: () => Promise.resolve(new TextEncoder().encode(text)),
    write: said,
    print: said,
    beforeStop: () => {},
    staySmall: () => {},
  });
  for (const to of ['markdown', 'html', 'text', 'json']) await main(['render', '--to', to], host(note));
  await main(['render'], host(note.replace('source', 'sorce')));
  await main(['format'], host(note));
  await main(['check'], host(note));
  await main(['format'], host(note.replace('*d*', '_d_\n\n| a |\n|-|')));
}
