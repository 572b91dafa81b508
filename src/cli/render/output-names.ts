import { didYouMean } from '../../model/nearest.ts';
import { CARDS } from '../../write/card/formats.ts';
import { FEEDS, type FeedFormat, INDEX } from '../../write/feed/index.ts';
import { FORMATS } from '../../write/index.ts';
import { UsageError } from '../exit.ts';
import type { OutputFormat } from '../requests.ts';

/** The formats with a post for each note. */
export const POSTS: readonly OutputFormat[] = [...FORMATS, ...CARDS];
/** Stands for what `channels:` lists. */
export const ALL = 'all';
/** What `--to` takes besides `all`. */
export const OUTPUT_NAMES: readonly string[] = [...POSTS, ...FEEDS, INDEX].map(({ name }) => name);
/** What `--to` takes. */
export const FORMAT_NAMES: readonly string[] = [...OUTPUT_NAMES, ALL];

export function isFeed(output: AnyOutput): output is FeedFormat {
  return 'load' in output && 'file' in output;
}

/** The formats of posts. A card is the picture that the name of its file asks for. */
export function postsOf(wanted: readonly AnyOutput[], output: string | undefined): readonly OutputFormat[] {
  const named = output === undefined ? undefined : formatOfFile(output);
  return wanted.flatMap((one) => {
    if ('file' in one) return [];
    return ['load' in one && named && 'load' in named ? named : one];
  });
}

export type AnyOutput = OutputFormat | FeedFormat | typeof INDEX;

export function formatNamed(name: string): AnyOutput {
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

/** The format of the file's extension. Without a file, Markdown. @throws {UsageError} */
export function formatOf(output: string | undefined): OutputFormat {
  const [fallback] = POSTS;
  if (!fallback) throw new Error('no formats');
  if (output === undefined || output === '-') return fallback;
  const format = formatOfFile(output);
  if (format) return format;
  const endings = POSTS.flatMap(({ extensions }) => extensions).join(', ');
  throw new UsageError(`unknown format for '${output}'`, `Add --to, or use one of the extensions ${endings}.`);
}
