/** Schemes that a post may link to; a relative address has none. Everything else (`javascript:`, `data:`, `file:` …) may run or leak. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/** What an address is made of; anything else is percent-encoded. The set is CommonMark's (cmark, commonmark.js, marked). */
const PLAIN = /^(?:https?:\/\/|mailto:)[\w\-.~!*'(),%#@?=;:/+&$]*$/i;
const UNFIT = /[^\w\-.~!*'(),%#@?=;:/+&$]+/g;

/** C0, DEL and C1: browsers drop some of them anywhere in an address, and none means anything in one. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

/** White space and whatever prints nothing, as ranges: `\p{…}` classes cost a millisecond each to build. */
const INVISIBLE =
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u17b4\u17b5\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff0-\uffff]+|[\u034f\u180b-\u180f\ufe00-\ufe0f]+|\udb40[\udc00-\udfff]/g;

const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(colon|tab|newline|sol|quest|num));?/gi;
const NAMED: Readonly<Record<string, string>> = { colon: ':', tab: '', newline: '', sol: '/', quest: '?', num: '#' };

/** The brackets of an IPv6 host are the only ones that an address needs as they are. */
const IPV6_ORIGIN = /^(?:https?:)?\/\/(?:[\w\-.~!'()*,%;:+&=$]*@)?\[[\da-f:.]+\]/i;

/**
 * The address as it may stand in an attribute (still to be escaped for HTML), in JSON-LD or in a link of Markdown, or
 * undefined when it is none that a post may link to: only http, https, mailto and relative addresses are (a path, a
 * query, a fragment, `//host`, the empty one).
 *
 * It is judged without controls, white space and invisible characters, as written and with character references
 * decoded once more, so that neither `java\tscript:` nor a raw `&#106;avascript:` passes. What comes back is what was
 * written, less controls and the spaces around it, with spaces, quotes, brackets and everything beyond ASCII
 * percent-encoded as CommonMark's HTML has it; `%` stays, so nothing is encoded twice and doing it again changes nothing.
 * No host, path or port is normalised.
 */
export function safeUrl(href: string): string | undefined {
  if (PLAIN.test(href)) return href;
  const address = percentEncode(href.replace(CONTROLS, '').trim());
  return isSafe(href.replace(INVISIBLE, '')) && isSafe(address) ? address : undefined;
}

function isSafe(address: string): boolean {
  return hasSafeScheme(address) && (!address.includes('&') || hasSafeScheme(decodeReferences(address)));
}

/** A colon before any `/`, `?` or `#` ends a scheme, also where a scheme could not be spelled so: no link of ours needs one. */
function hasSafeScheme(address: string): boolean {
  const at = address.search(/[:/?#]/);
  return at === -1 || address[at] !== ':' || SCHEMES.has(address.slice(0, at).toLowerCase());
}

function decodeReferences(address: string): string {
  const decoded = address.replace(ENTITY, (_, hex: string, decimal: string, name: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
  return decoded.replace(INVISIBLE, '');
}

function percentEncode(address: string): string {
  const origin = IPV6_ORIGIN.exec(address)?.[0] ?? '';
  const rest = address.slice(origin.length);
  return origin + rest.replace(UNFIT, (run) => encodeURIComponent(run.toWellFormed()));
}
