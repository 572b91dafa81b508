import { codePointAfter, urlRunEnd, VERBATIM, withoutTrail } from '../text/index.ts';
import { isIdeograph } from './marks.ts';

/** What every URL and e-mail address contains. The search starts there, in both directions, to take linear time. */
const SIGN = /:\/\/|www\.|mailto:|@/gi;
const SCHEME = /[a-z][a-z0-9+.-]{0,15}$/i;

/**
 * Replaces bare URLs and e-mail addresses (`https://…`, `www.…`, `mailto:…`, `desk@example.com`) by masks of the same length.
 * A URL ends where the reader ends it, see `urlRunEnd`.
 */
export function maskAddresses(text: string): string {
  let out = '';
  let done = 0;
  SIGN.lastIndex = 0;
  for (let sign = SIGN.exec(text); sign !== null; sign = SIGN.exec(text)) {
    const found = addressAt(text, sign.index, sign[0], done);
    if (found === undefined) continue;
    out += text.slice(done, found.start) + VERBATIM.repeat(found.end - found.start);
    done = found.end;
    SIGN.lastIndex = done;
  }
  return done === 0 ? text : out + text.slice(done);
}

function addressAt(text: string, at: number, sign: string, floor: number): { start: number; end: number } | undefined {
  if (sign === '@') return mailboxAt(text, at, floor);
  let start = at;
  if (sign === '://') {
    const scheme = SCHEME.exec(text.slice(Math.max(floor, at - 16), at));
    if (scheme === null) return undefined;
    start = at - scheme[0].length;
  } else if (at > floor && isWordUnit(text.charCodeAt(at - 1))) return undefined;
  const end = addressEnd(text, at + sign.length);
  return end > at + sign.length ? { start, end } : undefined;
}

/** The end of the URL whose host starts at `from`. A quotation mark or code also ends it. */
function addressEnd(text: string, from: number): number {
  if (isIdeograph(codePointAfter(text, from)) && !startsHost(text, from)) return from;
  const [run = ''] = text.slice(from, urlRunEnd(text, from)).split(/[">`]/, 1);
  return from + withoutTrail(run).length;
}

const HOST =
  /\/(?:[\w-]|[^\u0000-\u2e7f\u3000-\u303f\uff00-\uffef]){1,63}\.(?:\w|[^\u0000-\u2e7f\u3000-\u303f\uff00-\uffef])/y;

/** A host has at least two labels: `https://开头的网址` only mentions a scheme. */
function startsHost(text: string, at: number): boolean {
  HOST.lastIndex = at - 1;
  return HOST.test(text);
}

function mailboxAt(text: string, at: number, floor: number): { start: number; end: number } | undefined {
  let start = at;
  while (start > floor && (isWordUnit(text.charCodeAt(start - 1)) || '._%+-'.includes(text.charAt(start - 1)))) start--;
  let end = at + 1;
  while (end < text.length && (isWordUnit(text.charCodeAt(end)) || '.-'.includes(text.charAt(end)))) end++;
  while ('.-'.includes(text.charAt(end - 1))) end--;
  const dot = text.indexOf('.', at);
  return start < at && dot > at + 1 && dot < end ? { start, end } : undefined;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
