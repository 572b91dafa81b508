import type { Tokens } from 'marked';
import { urlRunEnd, withoutTrail } from '../../../text/index.ts';
import type { InlineRun } from './inline-run.ts';
import type { Meter } from './limits.ts';

const MAIL_SCHEME =
  /(?:mailto:[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])|xmpp:[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])(?:\/[A-Za-z0-9@.]+)?)/y;
const WEB = /(?:(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP]):\/\/|www\.)(?=[a-zA-Z0-9-])/y;
const MAIL_DOMAIN = /@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/y;

function match(rule: RegExp, text: string, at: number): string | undefined {
  rule.lastIndex = at;
  return rule.exec(text)?.[0];
}

function webUrl(text: string, start: number): string | undefined {
  const prefix = match(WEB, text, start);
  // `xhttp://` is another scheme.
  if (prefix === undefined || /[a-zA-Z]/.test(text.charAt(start - 1))) return undefined;
  return text.slice(start, urlRunEnd(text, start + prefix.length));
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
  else if (code === 0x68 || code === 0x66 || code === 0x77) raw = webUrl(text, start);
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
