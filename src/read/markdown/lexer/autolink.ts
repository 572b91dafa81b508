import type { Tokens } from 'marked';
import type { InlineRun } from './inline-run.ts';
import type { Meter } from './limits.ts';

const MAIL_SCHEME =
  /(?:mailto:[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])|xmpp:[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])(?:\/[A-Za-z0-9@.]+)?)/y;
const WEB = /(?:(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP]):\/\/|www\.)[a-zA-Z0-9-][^\s<]*/y;
const MAIL_DOMAIN = /@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/y;

function match(rule: RegExp, text: string, at: number): string | undefined {
  rule.lastIndex = at;
  return rule.exec(text)?.[0];
}

/**
 * The extended autolink of GFM at `start`. Replaces marked's `url`, which takes quadratic time for a long word before an `@`,
 * and cubic time for a URL that ends in thousands of entities or full stops.
 */
export function extendedAutolink(run: InlineRun, start: number, meter: Meter): Tokens.Link | undefined {
  const { text } = run;
  const code = text.charCodeAt(start) | 0x20;
  let raw: string | undefined;
  let prefix = '';
  if (code === 0x6d || code === 0x78) raw = match(MAIL_SCHEME, text, start);
  else if (code === 0x68 || code === 0x66 || code === 0x77) raw = match(WEB, text, start);
  if (raw !== undefined) {
    if (raw.startsWith('www.')) prefix = 'http://';
    const kept = withoutTrail(raw);
    meter.spend(raw.length - kept.length);
    raw = kept;
  } else {
    if (!run.isAutolinkLocalPart(start)) return undefined;
    const at = run.nextAt(start);
    const domain = match(MAIL_DOMAIN, text, at);
    if (domain === undefined) return undefined;
    prefix = 'mailto:';
    raw = text.slice(start, at) + domain;
  }
  const tokens: Tokens.Text[] = [{ type: 'text', raw, text: raw }];
  return { type: 'link', raw, text: raw, href: prefix + raw, autolink: true, tokens };
}

/** A URL may contain these characters but not end in one. */
const TRAIL = /[?!.,:;*_'"~)]/;

/**
 * A URL without the punctuation of the sentence around it. It ends before an unclosed `(`, and loses punctuation and entities
 * from its end. A closing parenthesis stays if its opening one is in the URL.
 */
function withoutTrail(url: string): string {
  let end = 0;
  let kept = 0; // the end of the last closed parenthesis, before which nothing is removed
  for (; end < url.length; end++) {
    if (url.charCodeAt(end) !== 0x28) continue;
    const close = url.indexOf(')', end);
    if (close === -1) break;
    end = close;
    kept = close + 1;
  }
  for (;;) {
    const entity = entityStart(url, end, kept);
    if (entity !== -1) end = entity;
    else if (end > kept && TRAIL.test(url.charAt(end - 1))) end--;
    else return url.slice(0, end);
  }
}

/** The start of the `&name;` that ends at `end`, or -1. */
function entityStart(url: string, end: number, from: number): number {
  if (url.charCodeAt(end - 1) !== 0x3b) return -1;
  let at = end - 2;
  while (at >= from && /[a-zA-Z0-9]/.test(url.charAt(at))) at--;
  return at >= from && at < end - 2 && url.charCodeAt(at) === 0x26 ? at : -1;
}
