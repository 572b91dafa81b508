import { Command, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../model/nearest.ts';
import { FEEDS, type FeedFormat, INDEX } from '../write/feed/index.ts';
import { FORMATS, type Format } from '../write/index.ts';
import { UsageError } from './exit.ts';
import { addShared, conflict, NOTES, validateStdin, valueNamed } from './options.ts';
import { kindOf } from './render/targets.ts';
import { ASSETS, type RenderRequest } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

/** The options as commander parses them. */
interface RenderFlags extends Partial<Omit<RenderRequest, 'formats' | 'feeds' | 'index' | 'assets' | 'now'>> {
  readonly assets?: string;
  readonly now?: string;
  readonly to?: readonly string[];
}

const EXAMPLES = `Examples:
  copydesk render story.md                           print the post as Markdown
  copydesk render story.md --to text                 print the post as plain text
  copydesk render story.md -o story.html             write a whole page; the extension sets the format
  copydesk render notes/ --to html --to text --out-dir posts
  copydesk render notes/ --to html --to index --to atom -d site
  pandoc draft.docx -t markdown | copydesk render --to json
`;

const POST_NAMES = FORMATS.map(({ name }) => name);
const FORMAT_NAMES: readonly string[] = [...POST_NAMES, ...FEEDS.map(({ name }) => name), INDEX.name];

export function renderCommand(start: StartTask): Command {
  const command = new Command('render')
    .summary('render a note as a post')
    .description('Render each note as a post: headline, body, source line, insight and laws, in house style.')
    .argument(...NOTES)
    .addOption(
      new Option('-t, --to <format>', `output format: ${FORMAT_NAMES.join(', ')}; repeatable`).argParser(collect),
    )
    .option('-o, --output <file>', 'write the post to a file; its extension sets the format')
    .option('-d, --out-dir <dir>', 'write posts to a folder, named after the slug or the note')
    .option('--template <file>', 'use this Handlebars template; templates are code, so only use ones you trust')
    .addOption(new Option('-w, --width <columns>', 'wrap plain text at this width').argParser(columns))
    .option('--fragment', 'render HTML without the surrounding page')
    .option('--now <time>', 'with news-sitemap: list the stories of the two days before this time')
    .option('--assets <how>', `with --out-dir: relative images of the notes: ${ASSETS.join(', ')} (default: copy)`)
    .option('--keep-times', 'keep the time of a post that has not changed; by default it is updated, as make expects')
    .option('--prune', 'with --out-dir: remove posts of earlier runs whose note is gone')
    .option('--force', 'also render notes that are under embargo or withdrawn')
    .option('--verbose', 'also name the files that are skipped');
  addShared(command, 'filesFrom', 'stdinFilepath', 'house', 'config', 'allowNone', 'jobs');
  return command.addHelpText('before', EXAMPLES).action((notes: string[], options: RenderFlags) => {
    const request = validate(notes, options);
    const run: Task['run'] = async (host, console) =>
      (await import('./render/render-notes.ts')).renderNotes(request, host, console);
    const readsStdin = notes.length === 0 && request.filesFrom === undefined;
    return start({ ...options, readsStdin, run }, command);
  });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function columns(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width > 0) return width;
  throw new InvalidArgumentError('Use a number of columns, such as 72.');
}

function validate(notes: readonly string[], { to, assets, now, ...options }: RenderFlags): RenderRequest {
  const { output, outDir, template, fragment = false, width, force = false } = options;
  const { filesFrom, allowNone = false, verbose = false, keepTimes = false, prune = false } = options;
  refuseTarget(output, outDir);
  validateStdin({ ...options, notes }, notes.includes('-') || (notes.length === 0 && filesFrom === undefined));
  const wanted = to === undefined ? [formatOf(output)] : [...new Set(to.map(formatNamed))];
  const formats = wanted.filter((one) => 'write' in one);
  const feeds = wanted.filter((one) => 'load' in one);
  const index = wanted.some((one) => one === INDEX);
  if (output !== undefined && outDir !== undefined) throw conflict('--output', '--out-dir');
  if (wanted.length > 1 && outDir === undefined) {
    throw new UsageError('several formats need an output folder', 'Add --out-dir DIR.');
  }
  const onlyInFolder = { '--assets': assets !== undefined, '--prune': prune };
  for (const [name, isGiven] of Object.entries(onlyInFolder)) {
    if (isGiven && outDir === undefined)
      throw new UsageError(`'${name}' applies only to '--out-dir'`, 'Add --out-dir DIR.');
  }
  const has = (name: string): boolean => formats.some((format) => format.name === name);
  if (fragment && !has('html') && !index) throw new UsageError("'--fragment' applies only to HTML", 'Add --to html.');
  if (width !== undefined && !has('text')) {
    throw new UsageError("'--width' applies only to plain text", 'Add --to text.');
  }
  if (template !== undefined && feeds.length > 0) {
    throw new UsageError("'--template' does not apply to a feed", 'Put feed.html.hbs in the folder of a house.');
  }
  if (template !== undefined && index) {
    throw new UsageError("'--template' does not apply to an index", 'Put index.html.hbs in the folder of a house.');
  }
  if (template !== undefined && (formats.length > 1 || formats[0]?.hasTemplate === false)) {
    const names = FORMATS.filter(({ hasTemplate }) => hasTemplate !== false).map(({ name }) => name);
    throw new UsageError(
      "'--template' applies to one format, and JSON has no template",
      `Use one --to: ${names.join(', ')}.`,
    );
  }
  if (prune && formats.length === 0) {
    throw new UsageError("'--prune' removes posts, and a feed has none", 'Leave it out, or add --to html.');
  }
  return {
    ...options,
    notes,
    formats,
    feeds,
    index,
    ...momentOf(now, feeds),
    fragment,
    force,
    allowNone,
    verbose,
    keepTimes,
    prune,
    assets: valueNamed('value of --assets', assets ?? 'copy', ASSETS),
  };
}

/** Refuses an output path of the wrong kind once, by the name that the user gave it. @throws {UsageError} */
function refuseTarget(output: string | undefined, outDir: string | undefined): void {
  if (outDir !== undefined && kindOf(outDir) === 'file') {
    throw new UsageError(`'${outDir}' is a file, not a folder`, 'Name a folder, or write one post with --output.');
  }
  if (output !== undefined && kindOf(output) === 'folder') {
    throw new UsageError(`'${output}' is a folder`, `Name a file in it, or use --out-dir '${output}'.`);
  }
}

function formatNamed(name: string): Format | FeedFormat | typeof INDEX {
  const format = [...FORMATS, ...FEEDS, INDEX].find((one) => one.name === name);
  if (format) return format;
  const byExtension = FORMATS.find(({ extensions }) => extensions.includes(`.${name}`));
  const advice = name.includes(',')
    ? 'Repeat the option: --to text --to html.'
    : didYouMean(byExtension?.name ?? name, FORMAT_NAMES, `Choose from ${FORMAT_NAMES.join(', ')}.`);
  throw new UsageError(`unknown format '${name}'`, advice);
}

/** The format of the longest extension that a name ends in: `a.ninjs.json` is not JSON. */
function formatOfFile(name: string): Format | undefined {
  const found = FORMATS.flatMap((format) => format.extensions.map((ending) => ({ format, ending }))).filter(
    ({ ending }) => name.toLowerCase().endsWith(ending),
  );
  return found.sort((a, b) => b.ending.length - a.ending.length)[0]?.format;
}

/** The moment of `--now`, which a news sitemap needs. @throws {UsageError} */
function momentOf(time: string | undefined, feeds: readonly FeedFormat[]): { readonly now?: number } {
  const format = feeds.find(({ needsNow }) => needsNow);
  const advice = 'Give it the time of the run, such as --now 2026-05-07T09:00:00Z.';
  if (time === undefined) {
    if (format) throw new UsageError(`'${format.name}' needs '--now', because it lists two days`, advice);
    return {};
  }
  if (!format) throw new UsageError("'--now' applies only to a news sitemap", 'Add --to news-sitemap.');
  const now = EXACT.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(now)) throw new UsageError(`'--now' needs a date, a time and a UTC offset, not '${time}'`, advice);
  return { now };
}

/** ISO 8601 with an offset. */
const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** The format of the file's extension. Without a file, Markdown. */
function formatOf(output: string | undefined): Format {
  const [fallback] = FORMATS;
  if (!fallback) throw new Error('no formats');
  if (output === undefined || output === '-') return fallback;
  const format = formatOfFile(output);
  if (format) return format;
  const endings = FORMATS.flatMap(({ extensions }) => extensions).join(', ');
  throw new UsageError(`unknown format for '${output}'`, `Add --to, or use one of the extensions ${endings}.`);
}
