import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { nearest } from '../model/nearest.ts';
import { EXIT, UsageError } from './exit.ts';
import { type Host, isReadable, processHost } from './host.ts';
import { Reporter } from './reporter.ts';

const EXAMPLES = `Examples:
  copydesk render story.md                     print a note's post in house style
  copydesk render notes/ --to html -d posts    a page for every note of a folder
  copydesk render --help                       all that render can do
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
    const reporter = await Reporter.create(host, colour);
    if (error instanceof CommanderError) return commanderExit(error, reporter);
    try {
      await reporter.problem(error);
    } catch (bug) {
      if (host.environment.COPYDESK_DEBUG) throw bug;
      const message = `this is a fault of copydesk's: ${bug instanceof Error ? bug.message : String(bug)}`;
      await reporter.usage(new UsageError(message, 'Run it again with COPYDESK_DEBUG=1, and report what it prints.'));
      return EXIT.broken;
    }
    return reporter.exit;
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
  const { renderCommand } = await import('./render/command.ts');
  const render = renderCommand(async (request, command) => {
    setColour(request.color);
    if (request.notes.length === 0 && host.isTerminal(0)) {
      exit = EXIT.trouble;
      await host.write(2, command.helpInformation());
      return;
    }
    const { renderNotes } = await import('./render/run.ts');
    const reporter = await Reporter.create(host, request.color);
    await renderNotes(request, host, reporter);
    exit = reporter.exit;
  });
  program.addCommand(render);
  for (const command of [program, render]) {
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
  if (near !== undefined) throw new UsageError(`no command is called ${first}`, `Did you mean ${near}?`);
  const advice = isReadable(first)
    ? `Did you mean copydesk render ${first}?`
    : `There are ${known.join(', ')}. To print a note: copydesk render FILE.`;
  throw new UsageError(`no command is called ${first}`, advice);
}

/** commander throws for help and version as well, which are no errors. */
async function commanderExit({ code, message }: CommanderError, reporter: Reporter): Promise<number> {
  if (code === 'commander.help' || code === 'commander.helpDisplayed' || code === 'commander.version') return EXIT.fine;
  const [what = '', ...more] = message.replace(/^error: /, '').split('\n');
  const advice = more.join(' ').replace(/^\(Did you mean (.*)\?\)$/, 'Did you mean $1?');
  await reporter.usage(new UsageError(what, advice === '' ? 'copydesk help says what there is.' : advice));
  return reporter.exit;
}

/** Renders a small note in every format, and one with a fault, and keeps what they print to itself. */
export async function warmUp(): Promise<void> {
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
}
