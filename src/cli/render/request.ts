import type { ChannelSettings, PostPart } from '../../model/channels.ts';
import { momentOf } from '../../read/dates.ts';
import { INDEX } from '../../write/feed/index.ts';
import { UsageError } from '../exit.ts';
import { exactMoment } from '../moment.ts';
import { conflict, validateStdin, valueNamed } from '../options.ts';
import { ASSETS, type OutputFormat, type RenderRequest } from '../requests.ts';
import { validateWatch } from '../watch/watchable.ts';
import { ALL, type AnyOutput, formatNamed, formatOf, isFeed, POSTS, postsOf } from './output-names.ts';
import { noFollowUp, refuseWithoutNow, withoutFolder } from './refusals.ts';
import { kindOf } from './targets.ts';

/** The options as commander parses them. */
export interface RenderFlags
  extends Partial<Omit<RenderRequest, 'formats' | 'feeds' | 'index' | 'isAll' | 'settings' | 'assets' | 'now'>>,
    Omit<ChannelSettings, 'parts'> {
  readonly assets?: string;
  readonly showConfig?: boolean;
  readonly now?: string;
  readonly to?: readonly string[];
  readonly parts?: readonly PostPart[];
}

/** A run as the options describe it. @throws {UsageError} for options that exclude each other or change nothing. */
export function toRequest(notes: readonly string[], flags: RenderFlags): RenderRequest {
  const { to, assets, now, parts, number, premium, ...options } = flags;
  const { output, outDir, template, fragment = false, force = false, followUp = false } = options;
  const { filesFrom, allowNone = false, verbose = false, keepTimes = false, prune = false, quiet = false } = options;
  refuseTarget(output, outDir);
  if (quiet && verbose) throw conflict('--quiet', '--verbose');
  validateWatch({ ...options, notes });
  validateStdin({ ...options, notes }, notes.includes('-') || (notes.length === 0 && filesFrom === undefined));
  const isAll = to?.includes(ALL) ?? false;
  const named = to?.filter((name) => name !== ALL).map(formatNamed) ?? [formatOf(output)];
  const wanted = [...new Set(named)];
  const feeds = wanted.filter(isFeed);
  const index = wanted.includes(INDEX);
  const formats = postsOf(wanted, output);
  // What all formats are is known later.
  refuseWithoutFolder(flags, !isAll && wanted.length > 1);
  if (isAll && options.house !== undefined)
    throw conflict('--to all', '--house', "Set 'house' and 'channels' in copydesk.yaml.");
  if (followUp) refuseFollowUp(wanted, template);
  if (template !== undefined) refuseTemplate(isAll, wanted);
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
    quiet,
    assets: valueNamed('value of --assets', assets ?? 'copy', ASSETS),
  };
}

/** Refuses options that only a folder of posts takes. @throws {UsageError} */
function refuseWithoutFolder({ output, outDir, assets, prune }: RenderFlags, isSeveral: boolean): void {
  if (outDir !== undefined) {
    if (output !== undefined) throw conflict('--output', '--out-dir');
    return;
  }
  if (isSeveral) throw withoutFolder();
  const name = assets === undefined ? (prune ? '--prune' : undefined) : '--assets';
  if (name) throw new UsageError(`'${name}' applies only to '--out-dir'`, 'Add --out-dir DIR.');
}

/** Refuses a template that would not be for one format. @throws {UsageError} */
function refuseTemplate(isAll: boolean, wanted: readonly AnyOutput[]): void {
  if (wanted.some(isFeed)) {
    throw new UsageError("'--template' does not apply to a feed", 'Put feed.html.hbs in the folder of a house.');
  }
  if (wanted.includes(INDEX)) {
    throw new UsageError("'--template' does not apply to an index", 'Put index.html.hbs in the folder of a house.');
  }
  const [only, ...others] = wanted;
  const hasTemplate = only !== undefined && 'extensions' in only && only.hasTemplate !== false;
  if (!isAll && others.length === 0 && hasTemplate) return;
  const names = POSTS.filter((format) => format.hasTemplate !== false).map(({ name }) => name);
  throw new UsageError(
    "'--template' applies to one format, and JSON has no template",
    `Use one --to: ${names.join(', ')}.`,
  );
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
    throw new UsageError("'--prune' applies only to posts, not to feeds", 'Leave it out, or add --to html.');
  }
  if (parts && formats.length === 0) {
    throw new UsageError("'--parts' applies only to posts, not to feeds", 'Leave it out, or add --to html.');
  }
  if (number && !takes('number')) throw new UsageError("'--number' applies only to threads", 'Add --to x.');
  if (premium && !takes('premium')) throw new UsageError("'--premium' applies only to x", 'Add --to x.');
}

/** @throws {UsageError} for a format that has no follow-up, and for a template, which prints a post. */
function refuseFollowUp(wanted: readonly AnyOutput[], template: string | undefined): void {
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
