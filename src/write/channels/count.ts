import { graphemeCount } from '../../typography/index.ts';

/* How channels count the characters of a text. A count is never less than that of the channel. */

/** The endings of hosts that every list of top-level domains has. */
const TOP_LEVEL =
  'com|org|net|edu|gov|mil|int|info|biz|news|app|dev|blog|online|site|tech|world|today|press|media|ai|at|au|be|br|ca|ch|cn|co|cz|de|dk|es|eu|fi|fr|gr|hk|ie|il|in|io|it|jp|kr|me|mx|nl|no|nz|pl|pt|ru|se|sg|tr|tv|tw|ua|uk|us|za';

/** A URL that every channel finds from its first to its last character, also before punctuation. */
const PLAIN_URL = new RegExp(
  `(?<![A-Za-z\\d@＠$#＃\\u202a-\\u202e\\ufeff])https?://(?:[a-z\\d](?:[a-z\\d-]*[a-z\\d])?\\.)+(?:${TOP_LEVEL})(?![\\w@+-]|\\.\\w|:\\d)` +
    '(?:/(?:[\\w~.%=&#+/-]*[A-Za-z\\d/_=&#+-])?)?(?:\\?[\\w~.%=&#+/?-]*[A-Za-z\\d/_=&#-])?',
  'gi',
);

/** How many characters X and Mastodon count for a URL, whatever its length. */
export interface UrlCount {
  readonly url: number;
}

/** A text without its plain URLs, and how many they are. */
function withoutUrls(text: string): { readonly rest: string; readonly urls: number } {
  if (!text.includes('://')) return { rest: text, urls: 0 };
  let urls = 0;
  const rest = text.replace(PLAIN_URL, () => {
    urls++;
    return ' ';
  });
  return { rest, urls };
}

/** The length with URLs as X counts it. Emoji made of several characters may count for more. */
export function weightedLength(text: string, limits: UrlCount & WeightRanges): number {
  const { rest, urls } = withoutUrls(text.normalize('NFC'));
  // X also treats `story.md` as a link. Text that it does not treat as a link counts more than on X.
  const doubtful = rest.match(/[^\s.]\.(?=[A-Za-z\u0080-\uffff]{2})/g)?.length ?? 0;
  const [[, end] = [0, 0], ...others] = limits.lightRanges;
  let weight = -urls * limits.light;
  for (let at = 0; at < rest.length; at++) {
    const codePoint = rest.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    const isLight = codePoint <= end || others.some(([first, last]) => codePoint >= first && codePoint <= last);
    weight += isLight ? limits.light : limits.heavy;
  }
  return Math.ceil((weight + (urls + doubtful) * limits.url * limits.scale) / limits.scale);
}

/** The weights of characters, in parts of `scale`. */
export interface WeightRanges {
  readonly scale: number;
  readonly light: number;
  readonly heavy: number;
  /** The first one starts at 0. */
  readonly lightRanges: readonly (readonly [first: number, last: number])[];
}

/** The length in graphemes, with URLs as Mastodon counts them. */
export function graphemesWithUrls(text: string, limits: UrlCount): number {
  const { rest, urls } = withoutUrls(text);
  const doubtful = rest.match(/:\/\//g)?.length ?? 0;
  return graphemeCount(rest) - urls + (urls + doubtful) * limits.url;
}

/** The number of bytes in UTF-8. */
export function byteCount(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair is two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
