/** The schemes of safe links. Any other scheme (`javascript:`, `data:`, `file:` …) may run code or leak data. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/** The characters of a URL that need no encoding, as in CommonMark (cmark, commonmark.js, marked). */
const PLAIN = /^(?:https?:\/\/|mailto:)[\w\-.~!*'(),%#@?=;:/+&$]*$/i;
const UNFIT = /[^\w\-.~!*'(),%#@?=;:/+&$]+/g;

/** C0, DEL and C1. They have no meaning in a URL, and browsers drop some of them. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

/** White space and invisible characters, as ranges, because a `\p{…}` class takes a millisecond to compile. */
const INVISIBLE =
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u17b4\u17b5\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff0-\uffff]+|[\u034f\u180b-\u180f\ufe00-\ufe0f]+|\udb40[\udc00-\udfff]/g;

const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(colon|tab|newline|sol|quest|num));?/gi;
const NAMED: Readonly<Record<string, string>> = { colon: ':', tab: '', newline: '', sol: '/', quest: '?', num: '#' };

/** The only brackets in a URL that must not be encoded are those of an IPv6 host. */
const IPV6_ORIGIN = /^(?:https?:)?\/\/(?:[\w\-.~!'()*,%;:+&=$]*@)?\[[\da-f:.]+\]/i;

/**
 * A URL that is safe to print, or undefined for an unsafe one. Safe URLs have the scheme http, https or mailto, or are
 * relative: a path, a query, a fragment, `//host` or the empty URL. HTML still has to escape the result.
 *
 * The check ignores control, space and invisible characters, and decodes character references once more. Neither
 * `java\tscript:` nor a raw `&#106;avascript:` passes. The result is the trimmed URL without control characters. Spaces,
 * quotes, brackets and non-ASCII characters are percent-encoded as in CommonMark's HTML. `%` is kept, so a second call
 * changes nothing. Hosts, paths and ports are not normalized.
 */
export function safeUrl(href: string): string | undefined {
  if (PLAIN.test(href)) return href;
  const url = percentEncode(href.replace(CONTROLS, '').trim());
  return isSafe(href.replace(INVISIBLE, '')) && isSafe(url) ? url : undefined;
}

const ENCODED_HOST = /^https?:\/\/[^/?#@%]*%[^/?#@]*/i;

/** A safe URL for other programs than browsers: few of them read a host that is percent-encoded, as a path is. */
export function withAsciiHost(url: string): string {
  return url.replace(ENCODED_HOST, (start) => (URL.canParse(start) ? new URL(start).href.replace(/\/$/, '') : start));
}

function isSafe(url: string): boolean {
  return hasSafeScheme(url) && (!url.includes('&') || hasSafeScheme(decodeReferences(url)));
}

/** A colon before any `/`, `?` or `#` ends a scheme. Invalid schemes count too, because no safe link has one. */
function hasSafeScheme(url: string): boolean {
  const at = url.search(/[:/?#]/);
  return at === -1 || url[at] !== ':' || SCHEMES.has(url.slice(0, at).toLowerCase());
}

function decodeReferences(url: string): string {
  const decoded = url.replace(ENTITY, (_, hex: string, decimal: string, name: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
  return decoded.replace(INVISIBLE, '');
}

function percentEncode(url: string): string {
  const origin = IPV6_ORIGIN.exec(url)?.[0] ?? '';
  const rest = url.slice(origin.length);
  return origin + rest.replace(UNFIT, (run) => encodeURIComponent(run.toWellFormed()));
}
