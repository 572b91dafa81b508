import { Command, InvalidArgumentError, Option } from 'commander';
import { type ChannelSettings, POST_PARTS, type PostPart } from '../model/channels.ts';
import { didYouMean } from '../model/nearest.ts';
import { momentOf } from '../read/dates.ts';
import { CARDS } from '../write/card/formats.ts';
import { FEEDS, type FeedFormat, INDEX } from '../write/feed/index.ts';
import { FORMATS } from '../write/index.ts';
import { UsageError } from './exit.ts';
import { exactMoment } from './moment.ts';
import { addShared, conflict, NOTES, validateStdin, valueNamed } from './options.ts';
import { noFollowUp } from './render/follow-up.ts';
import { refuseWithoutNow } from './render/moment.ts';
import { kindOf } from './render/targets.ts';
import { ASSETS, type OutputFormat, type RenderRequest } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

/** The options as commander parses them. */
interface RenderFlags
  extends Partial<Omit<RenderRequest, 'formats' | 'feeds' | 'index' | 'isAll' | 'settings' | 'assets' | 'now'>>,
    Omit<ChannelSettings, 'parts'> {
  readonly assets?: string;
  readonly now?: string;
  readonly to?: readonly string[];
  readonly parts?: readonly PostPart[];
}

const EXAMPLES = `Examples:
  copydesk render story.md                           print the post as Markdown
  copydesk render story.md --to text                 print the post as plain text
  copydesk render story.md -o story.html             write a whole page; the extension sets the format
  copydesk render notes/ --to html --to text --out-dir posts
  copydesk render notes/ --to html --to index --to atom -d site
  copydesk render notes/ --to all -d out             write what copydesk.yaml lists in channels
  copydesk render story.md -o card.png --law 2       draw a card for social media, with the second law
  pandoc draft.docx -t markdown | copydesk render --to json
`;

const POSTS: readonly OutputFormat[] = [...FORMATS, ...CARDS];
/** Stands for what `channels:` lists. */
const ALL = 'all';
const OUTPUT_NAMES: readonly string[] = [...POSTS, ...FEEDS, INDEX].map(({ name }) => name);
const FORMAT_NAMES = [...OUTPUT_NAMES, ALL];

export function renderCommand(start: StartTask): Command {
  const command = new Command('render')
    .summary('render a note as a post')
    .description('Render each note as a post: headline, body, source line, insight and laws, in house style.')
    .argument(...NOTES)
    .addOption(
      new Option(
        '-t, --to <format>',
        `output format: ${OUTPUT_NAMES.join(', ')}, or all for the channels in copydesk.yaml; repeatable`,
      ).argParser(collect),
    )
    .option('-o, --output <file>', 'write the post to a file; its extension sets the format')
    .option('-d, --out-dir <dir>', 'write posts to a folder, named after the slug or the note')
    .option('--template <file>', 'use this Handlebars template; templates are code, so only use ones you trust')
    .addOption(new Option('-w, --width <columns>', 'wrap plain text at this width').argParser(columns))
    .option('--fragment', 'render HTML without the surrounding page')
    .addOption(
      new Option('--parts <names>', `print only these parts: ${POST_PARTS.join(', ')}; separated by commas`).argParser(
        partsIn,
      ),
    )
    .option('--number', 'number the posts of a thread: 1/7')
    .option('--premium', 'with x: write one post of up to 25,000 characters')
    .addOption(new Option('--law <number>', 'with card: show this law instead of the headline').argParser(lawNumber))
    .option('--now <time>', 'with news-sitemap: list the stories of the two days before this time')
    .option('--assets <how>', `with --out-dir: relative images of the notes: ${ASSETS.join(', ')} (default: copy)`)
    .option('--keep-times', 'keep the time of a post that has not changed; by default it is updated, as make expects')
    .option('--prune', 'with --out-dir: remove posts of earlier runs whose note is gone')
    .option(
      '--follow-up',
      'on channels: render the reply to the published post about its newest corrections or withdrawal',
    )
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

/** @throws {UsageError} */
function partsIn(value: string): readonly PostPart[] | '' {
  if (value === '') return value;
  return value.split(',').map((name) => valueNamed('part', name.trim(), POST_PARTS));
}

function columns(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width > 0) return width;
  throw new InvalidArgumentError('Use a number of columns, such as 72.');
}

function lawNumber(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Use the number of a law, such as 2.');
}

function validate(notes: readonly string[], flags: RenderFlags): RenderRequest {
  const { to, assets, now, parts, number, premium, ...options } = flags;
  const { output, outDir, template, fragment = false, force = false, followUp = false } = options;
  const { filesFrom, allowNone = false, verbose = false, keepTimes = false, prune = false } = options;
  refuseTarget(output, outDir);
  validateStdin({ ...options, notes }, notes.includes('-') || (notes.length === 0 && filesFrom === undefined));
  const isAll = to?.includes(ALL) ?? false;
  const named = to?.filter((name) => name !== ALL).map(formatNamed) ?? [formatOf(output)];
  const wanted = [...new Set(named)];
  const feeds = wanted.filter((one) => 'load' in one && 'file' in one);
  const index = wanted.some((one) => one === INDEX);
  const formats = postsOf(wanted, output);
  if (output !== undefined && outDir !== undefined) throw conflict('--output', '--out-dir');
  if ((isAll || wanted.length > 1) && outDir === undefined) {
    throw new UsageError('several formats need an output folder', 'Add --out-dir DIR.');
  }
  const onlyInFolder = { '--assets': assets !== undefined, '--prune': prune };
  for (const [name, isGiven] of Object.entries(onlyInFolder)) {
    if (isGiven && outDir === undefined)
      throw new UsageError(`'${name}' applies only to '--out-dir'`, 'Add --out-dir DIR.');
  }
  if (isAll && options.house !== undefined)
    throw conflict('--to all', '--house', "Set 'house' and 'channels' in copydesk.yaml.");
  if (followUp) refuseFollowUp(wanted, template);
  if (template !== undefined && feeds.length > 0) {
    throw new UsageError("'--template' does not apply to a feed", 'Put feed.html.hbs in the folder of a house.');
  }
  if (template !== undefined && index) {
    throw new UsageError("'--template' does not apply to an index", 'Put index.html.hbs in the folder of a house.');
  }
  if (template !== undefined && (isAll || formats.length > 1 || formats[0]?.hasTemplate === false)) {
    const names = POSTS.filter(({ hasTemplate }) => hasTemplate !== false).map(({ name }) => name);
    throw new UsageError(
      "'--template' applies to one format, and JSON has no template",
      `Use one --to: ${names.join(', ')}.`,
    );
  }
  if (!isAll) validateFormats(formats, index, flags);
  if (now !== undefined && !isAll && !feeds.some(({ needsNow }) => needsNow))
    throw new UsageError("'--now' applies only to a news sitemap", 'Add --to news-sitemap.');
  const moment = now === undefined ? undefined : momentOf(exactMoment('--now', now));
  refuseWithoutNow(moment, feeds);
  return {
    ...options,
    notes,
    formats,
    feeds,
    index,
    isAll,
    settings: { ...(parts ? { parts } : {}), ...(number ? { number } : {}), ...(premium ? { premium } : {}) },
    ...(moment === undefined ? {} : { now: moment }),
    fragment,
    force,
    followUp,
    allowNone,
    verbose,
    keepTimes,
    prune,
    assets: valueNamed('value of --assets', assets ?? 'copy', ASSETS),
  };
}

/** Refuses options that none of the formats takes. @throws {UsageError} */
function validateFormats(
  formats: readonly OutputFormat[],
  index: boolean,
  { fragment, width, prune, number, premium, parts, law }: RenderFlags,
): void {
  const has = (name: string): boolean => formats.some((format) => format.name === name);
  const takes = (setting: keyof ChannelSettings): boolean =>
    formats.some(({ settings }) => settings?.some((one) => one === setting));
  if (fragment && !has('html') && !index) throw new UsageError("'--fragment' applies only to HTML", 'Add --to html.');
  if (width !== undefined && !has('text')) {
    throw new UsageError("'--width' applies only to plain text", 'Add --to text.');
  }
  if (law !== undefined && !formats.some((format) => 'load' in format)) {
    throw new UsageError("'--law' applies only to a card", 'Add --to card.');
  }
  if (prune && formats.length === 0) {
    throw new UsageError("'--prune' removes posts, and a feed has none", 'Leave it out, or add --to html.');
  }
  if (parts && formats.length === 0) {
    throw new UsageError(
      "'--parts' chooses the parts of a post, and a feed has none",
      'Leave it out, or add --to html.',
    );
  }
  if (number && !takes('number')) throw new UsageError("'--number' applies only to threads", 'Add --to x.');
  if (premium && !takes('premium')) throw new UsageError("'--premium' applies only to x", 'Add --to x.');
}

/** @throws {UsageError} for a format that has no follow-up, and for a template, which prints a post. */
function refuseFollowUp(wanted: readonly AnyFormat[], template: string | undefined): void {
  if (wanted.some((one) => !('followsUp' in one))) throw noFollowUp();
  const advice = 'Put follow-up.channel.hbs in the folder of a house.';
  if (template !== undefined) throw conflict('--template', '--follow-up', advice);
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

/** The formats of posts. A card is the picture that the name of its file asks for. */
function postsOf(wanted: readonly AnyFormat[], output: string | undefined): readonly OutputFormat[] {
  const named = output === undefined ? undefined : formatOfFile(output);
  return wanted.flatMap((one) => {
    if ('file' in one) return [];
    return ['load' in one && named && 'load' in named ? named : one];
  });
}

type AnyFormat = OutputFormat | FeedFormat | typeof INDEX;

function formatNamed(name: string): AnyFormat {
  const format = [...POSTS, ...FEEDS, INDEX].find((one) => one.name === name);
  if (format) return format;
  const byExtension = POSTS.find(({ extensions }) => extensions.includes(`.${name}`));
  const advice = name.includes(',')
    ? 'Repeat the option: --to text --to html.'
    : didYouMean(byExtension?.name ?? name, FORMAT_NAMES, `Choose from ${FORMAT_NAMES.join(', ')}.`);
  throw new UsageError(`unknown format '${name}'`, advice);
}

/** The format of the longest extension that a name ends in: `a.ninjs.json` is not JSON. */
function formatOfFile(name: string): OutputFormat | undefined {
  const found = POSTS.flatMap((format) => format.extensions.map((ending) => ({ format, ending }))).filter(
    ({ ending }) => name.toLowerCase().endsWith(ending),
  );
  return found.sort((a, b) => b.ending.length - a.ending.length)[0]?.format;
}

/** The format of the file's extension. Without a file, Markdown. */
function formatOf(output: string | undefined): OutputFormat {
  const [fallback] = POSTS;
  if (!fallback) throw new Error('no formats');
  if (output === undefined || output === '-') return fallback;
  const format = formatOfFile(output);
  if (format) return format;
  const endings = POSTS.flatMap(({ extensions }) => extensions).join(', ');
  throw new UsageError(`unknown format for '${output}'`, `Add --to, or use one of the extensions ${endings}.`);
}
