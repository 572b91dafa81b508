import type { MessagePort } from 'node:worker_threads';
import { type Command, CommanderError } from 'commander';
import { didYouMean } from '../model/nearest.ts';
import type { FormatName } from '../write/index.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, UsageError } from './exit.ts';
import { type Host, isReadable, processHost } from './host.ts';
import { createHelp } from './messages/help.ts';
import { messagesOf } from './messages/messages.ts';
import { createProgram } from './program.ts';
import { type WorkerData, workerHost } from './run/leader.ts';
import type { StartTask } from './run/task.ts';
import type { StartKind } from './start.ts';
import { Console } from './terminal/console.ts';

const EXAMPLES = `Examples:
  copydesk new "Lab Opens at Night"            start a note
  copydesk preview story.md                    read the post of a note in the terminal
  copydesk render story.md                     render a note as a post
  copydesk render notes/ --to html -d posts    render the notes of a folder as HTML pages
  copydesk format --write notes/               format notes in place
  copydesk check notes/                        check notes against the house style
  copydesk check --fix notes/                  fix what is safe to fix
  copydesk approve story.md --by "Ada Okafor"  record who approved the wording of a note
  copydesk init --hook pre-commit              set up a hook that formats and checks notes
  copydesk render --help                       show the options of a command
`;

/**
 * Runs the program. Never throws for a mistake of the user.
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
    if (error instanceof CommanderError) return commanderExit(error, args[0], console);
    try {
      await console.problem(error);
    } catch (bug) {
      if (host.environment.COPYDESK_DEBUG) throw bug;
      const message = `internal error: ${bug instanceof Error ? bug.message : String(bug)}`;
      await console.usage(new UsageError(message, 'Run again with COPYDESK_DEBUG=1, and report the output.'));
      return EXIT.broken;
    }
    return console.exit;
  }
}

/** Runs the program in a worker thread, on the notes that the main thread sends. */
export function follow(port: MessagePort, data: WorkerData): Promise<number> {
  return main(data.args, workerHost(port, data));
}

async function run(
  args: readonly string[],
  host: Host,
  setColour: (wanted: boolean | undefined) => void,
): Promise<number> {
  let exit: number = EXIT.fine;
  const printed: string[] = [];
  const start: StartTask = async ({ color, config, isQuiet, readsStdin, run }, command) => {
    setColour(color);
    // Fails early if the current folder is gone: later, relative paths would fail one by one.
    process.cwd();
    if (readsStdin && host.isTerminal(0)) {
      exit = EXIT.trouble;
      await host.write(2, command.helpInformation());
      return;
    }
    const console = await Console.create(host, color, { isQuiet, config });
    await run(host, console);
    exit = console.exit;
  };
  const program = createProgram(start, args[0]).addHelpText('before', EXAMPLES);
  for (const command of [program, ...program.commands]) {
    command.createHelp = () => createHelp(messagesOf(host.environment));
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => {}, outputError: () => {} });
  }
  refuseMissingCommand(args, program);
  program.hook('preAction', (_, command) => refuseEmptyValues(command));
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    if (printed.length > 0) await host.write(1, messagesOf(host.environment).block(printed.join('')));
  }
  return exit;
}

/** There is no default command. For a file in place of a command, suggests the probable command. */
function refuseMissingCommand(args: readonly string[], program: Command): void {
  const [first, second] = args;
  if (first === undefined) throw new UsageError('no command given', program.helpInformation());
  const known = [...program.commands.map((command) => command.name()), 'help'];
  if (first === 'help' && second !== undefined) refuseMissingCommand([second], program);
  if (first.startsWith('-') || known.includes(first)) return;
  const advice = isReadable(first)
    ? `Run \`copydesk render ${first}\` to render this note.`
    : `Choose from ${known.join(', ')}.`;
  throw new UsageError(`unknown command '${first}'`, didYouMean(first, known, advice));
}

/** Refuses the empty value that a script passes for an unset variable: a path of '' is the current folder. @throws {UsageError} */
function refuseEmptyValues(command: Command): void {
  for (const option of command.options) {
    if (![command.getOptionValue(option.attributeName())].flat().includes('')) continue;
    throw new UsageError(`'${option.long}' needs a value`, 'Give it a value, or leave it out.');
  }
}

/** commander also throws after it has printed help or the version. */
async function commanderExit(
  { code, message }: CommanderError,
  command: string | undefined,
  console: Console,
): Promise<number> {
  if (code === 'commander.help' || code === 'commander.helpDisplayed' || code === 'commander.version') return EXIT.fine;
  const [what = '', ...more] = usageMessage(message).split('\n');
  const advice = more.join(' ').replace(/^\(Did you mean (.*)\?\)$/, "Did you mean '$1'?");
  await console.usage(new UsageError(what, advice === '' ? helpAdvice(code, command) : advice));
  return console.exit;
}

/** @param code why commander failed. */
function helpAdvice(code: string, command = ''): string {
  if (code === 'commander.excessArguments' && command === 'new')
    return 'Put a headline of several words in quotation marks.';
  return Object.hasOwn(COMMANDS, command)
    ? `Run \`copydesk help ${command}\` to list its arguments and options.`
    : 'Run `copydesk help` to list the commands.';
}

/** The message of commander without its prefix, and with the short name of an option: `--width`, not `-w, --width <columns>`. */
function usageMessage(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/^too many arguments for '([^']*)'\. Expected (\d+) arguments? but got (\d+)\.$/, excess)
    .replace(/^option '.*?(--[\w-]+).*?' argument missing/, "'$1' needs a value")
    .replace(/^option '.*?(--[\w-]+).*?' argument '(.*)' is invalid\. /, "invalid value '$2' for '$1'\n");
}

function excess(_: string, command: string, most: string, given: string): string {
  return most === '0'
    ? `too many arguments for '${command}': got ${given}, expected none`
    : `too many arguments for '${command}': got ${given}, expected at most ${most}`;
}

/** What most runs render. The code of the others would make the cache of every run larger. */
const COMMON_FORMATS: readonly FormatName[] = ['markdown', 'html', 'text', 'json'];

/** Checks a note, renders it to these formats, or formats it, without output, so that the code cache holds what most runs need. */
export async function warmUp(kind: StartKind): Promise<void> {
  const discard = (): Promise<boolean> => Promise.resolve(true);
  const note = '---\nheadline: "A"\nsource: B\n---\n\nC *d* [e](f).\n\n- g\n\n## Insight\n\nH\n\n## Laws\n\n- I\n';
  const host = (text: string): Host => ({
    environment: {},
    isTerminal: () => false,
    columns: undefined,
    readStdin: () => Promise.resolve(new TextEncoder().encode(text)),
    readLine: () => Promise.resolve(undefined),
    write: discard,
    print: discard,
    beforeStop: () => {},
  });
  if (kind === 'check' || kind === 'desk') {
    await main(['check'], host(note.replace('C ', 'The goverment said, "We sleep," and opened 12 labs. ')));
  } else if (kind === 'format') {
    await main(['format'], host(note));
    await main(['format'], host(note.replace('*d*', '_d_\n\n| a |\n|-|')));
  } else {
    for (const name of COMMON_FORMATS) await main(['render', '--to', name], host(note));
    await main(['render'], host(note.replace('source', 'sorce')));
  }
}
