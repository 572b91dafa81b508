import { Command, InvalidArgumentError, Option } from 'commander';
import { nearest, suggestion } from '../../model/nearest.ts';
import { FORMATS, type Format } from '../../write/index.ts';
import { UsageError } from '../exit.ts';
import { refuseNameOfNothing } from '../run/stdin-filepath.ts';
import { kindOf } from './targets.ts';

/** What `render` was asked for, checked. */
export interface RenderRequest {
  readonly notes: readonly string[];
  readonly formats: readonly Format[];
  readonly output?: string;
  readonly outDir?: string;
  readonly house?: string;
  readonly config?: string;
  readonly template?: string;
  readonly stdinFilepath?: string;
  readonly width?: number;
  readonly fragment: boolean;
  readonly force: boolean;
  readonly color?: boolean;
}

/** As commander gives them. */
interface Options extends Partial<Omit<RenderRequest, 'formats'>> {
  readonly to?: readonly string[];
}

const EXAMPLES = `Examples:
  copydesk render story.md                           the post in Markdown, on standard output
  copydesk render story.md --to text                 the same as plain text
  copydesk render story.md -o story.html             a whole page; the ending says which format
  copydesk render notes/ --to html --to text --out-dir posts
  pandoc draft.docx -t markdown | copydesk render --to json
`;

/** The command, which hands a checked request to `run`. */
export function renderCommand(run: (request: RenderRequest, command: Command) => Promise<void>): Command {
  const names = FORMATS.map(({ name }) => name);
  return new Command('render')
    .summary('print the post of a note in house style')
    .description(
      'Prints the post of each note: headline, body, source line, insight and cognitive laws, in house style.',
    )
    .argument('[notes...]', 'notes, folders of notes, or globs; - is standard input')
    .addOption(new Option('-t, --to <format>', `${names.join(', ')}; may repeat`).argParser(collect))
    .option('-o, --output <file>', 'write one post to a file, whose ending says the format')
    .option('-d, --out-dir <dir>', 'write every post to a folder, named by slug, else by note')
    .option('--house <name|dir>', 'the house: abab, abab-zh, ap, or a folder with a house.yaml')
    .option('--config <file>', 'this copydesk.yaml instead of the one nearest above each note')
    .option('--template <file>', "a Handlebars template instead of the house's; it is code and is trusted")
    .addOption(new Option('-w, --width <columns>', 'wrap plain text to so many columns').argParser(columns))
    .option('--fragment', 'HTML without the page around it', false)
    .option('--force', 'print also what is under embargo or withdrawn', false)
    .option('--stdin-filepath <path>', 'what standard input is called, for messages and configuration')
    .option('--color', 'colour messages, whatever the terminal')
    .option('--no-color', 'never colour messages')
    .addHelpText('before', EXAMPLES)
    .action((notes: string[], options: Options, command: Command) => run(checked(notes, options), command));
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function columns(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width > 0) return width;
  throw new InvalidArgumentError('It is a number of columns, such as 72.');
}

function checked(notes: readonly string[], { to, ...options }: Options): RenderRequest {
  const { output, outDir, template, fragment = false, width, force = false } = options;
  refuseTarget(output, outDir);
  refuseNameOfNothing(options.stdinFilepath, notes.length === 0 || notes.includes('-'));
  const formats = to === undefined ? [formatOf(output)] : [...new Set(to.map(formatNamed))];
  if (output !== undefined && outDir !== undefined) {
    throw new UsageError('--output and --out-dir do not go together', 'Name a file, or a folder.');
  }
  if (formats.length > 1 && outDir === undefined) {
    throw new UsageError('several formats need a folder to go to', 'Add --out-dir DIR.');
  }
  const has = (name: string): boolean => formats.some((format) => format.name === name);
  if (fragment && !has('html')) throw new UsageError('--fragment is for HTML', 'Add --to html.');
  if (width !== undefined && !has('text')) throw new UsageError('--width is for plain text', 'Add --to text.');
  if (template !== undefined && (formats.length > 1 || has('json'))) {
    throw new UsageError(
      '--template is for one format, and JSON has no template',
      'Give one --to of markdown, html or text.',
    );
  }
  return { ...options, notes, formats, fragment, force };
}

/** What stands in the way of every post is said once, and by the name that the user gave it. */
function refuseTarget(output: string | undefined, outDir: string | undefined): void {
  if (outDir !== undefined && kindOf(outDir) === 'file') {
    throw new UsageError(`${outDir} is a file, not a folder`, 'Name a folder, or write one post with --output.');
  }
  if (output !== undefined && kindOf(output) === 'folder') {
    throw new UsageError(`${output} is a folder`, `Name a file in it, or use --out-dir ${output}.`);
  }
}

function formatNamed(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (format) return format;
  const names = FORMATS.map((one) => one.name);
  const endings = new Map(FORMATS.flatMap((one) => one.extensions.map((ending) => [ending.slice(1), one.name])));
  if (name.includes(','))
    throw new UsageError(`no format is called ${name}`, 'Repeat the option: --to text --to html.');
  const near = endings.get(name) ?? nearest(name, names);
  throw new UsageError(
    `no format is called ${name}`,
    near === undefined ? `There are ${names.join(', ')}.` : suggestion(near),
  );
}

/** The format that a file's ending says; Markdown without a file. */
function formatOf(output: string | undefined): Format {
  const [fallback] = FORMATS;
  if (!fallback) throw new Error('no formats');
  if (output === undefined || output === '-') return fallback;
  const format = FORMATS.find(({ extensions }) => extensions.some((ending) => output.toLowerCase().endsWith(ending)));
  if (format) return format;
  const endings = FORMATS.flatMap(({ extensions }) => extensions).join(', ');
  throw new UsageError(`the ending of ${output} says no format`, `Add --to, or end the name in one of ${endings}.`);
}
