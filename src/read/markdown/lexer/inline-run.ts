/**
 * An inline text while the parser goes through it. The parser sees only a suffix of the text at each step. This class searches
 * the whole text once instead of each suffix, which keeps the time linear instead of quadratic.
 */
export class InlineRun {
  readonly text: string;
  /** The last `@` that `nextAt` found, -1 if there are no more, and the starts of the possible local parts before it. */
  #at = -2;
  #looseStart = 0;
  #strictStart = 0;
  #last = new Map<string, number>();
  #isBare: boolean | undefined;
  #ticks: Map<number, number> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether the text has no URL, email address or hard break, so that only delimiters end plain text. */
  get isBare(): boolean {
    this.#isBare ??= !mayLinkOrBreak(this.text);
    return this.#isBare;
  }

  /** Whether the whole text is plain. */
  get isPlain(): boolean {
    return this.text !== '' && !MARKS.test(this.text) && this.isBare;
  }

  /** Whether `what` occurs at or after `from`. */
  hasAhead(what: string, from: number): boolean {
    let last = this.#last.get(what);
    if (last === undefined) {
      last = this.text.lastIndexOf(what);
      this.#last.set(what, last);
    }
    return last >= from;
  }

  /** Whether a run of exactly `length` backticks starts at or after `from`. */
  hasTicksAhead(length: number, from: number): boolean {
    if (this.#ticks === undefined) {
      this.#ticks = new Map();
      for (const run of this.text.matchAll(/`+/g)) this.#ticks.set(run[0].length, run.index);
    }
    return (this.#ticks.get(length) ?? -1) >= from;
  }

  /** The offset of the first `@` at or after `from`, or -1. `from` must not decrease between calls. */
  nextAt(from: number): number {
    if (this.#at === -1 || this.#at >= from) return this.#at;
    const at = this.text.indexOf('@', from);
    this.#at = at;
    if (at === -1) return at;
    let start = at;
    while (start > 0 && isWord(this.text.charCodeAt(start - 1))) start--;
    this.#strictStart = start;
    while (start > 0 && isLocal(this.text.charCodeAt(start - 1))) start--;
    this.#looseStart = start;
    return at;
  }

  /** Whether the characters from `from` to the next `@` could be the local part of an email address, as in RFC 5322. */
  isLocalPart(from: number): boolean {
    const at = this.nextAt(from);
    return at > from && from >= this.#looseStart;
  }

  /** The same with the smaller set of characters in GFM's extended autolinks. */
  isAutolinkLocalPart(from: number): boolean {
    const at = this.nextAt(from);
    return at > from && from >= this.#strictStart;
  }

  /** The start of the next local part that ends at or after `from`, or Infinity. An `@` may have no local part. */
  localPartStart(from: number): number {
    let at = this.nextAt(from);
    while (at !== -1 && this.#looseStart === at) at = this.nextAt(at + 1);
    return at === -1 ? Number.POSITIVE_INFINITY : this.#looseStart;
  }
}

/**
 * Four calls of `includes` are faster than one regular expression that ignores case. `http` ends a text even where no URL
 * follows, which shows only in how marked decodes numeric references.
 */
function mayLinkOrBreak(text: string): boolean {
  if (text.includes('@') || text.includes('://') || text.includes('www.') || text.includes('  \n')) return true;
  return text.includes('&#') && /http/i.test(text);
}

const MARKS = /[\\<![`*~_&]/;
const STOP = /[\\<![`*~_$]/g;

function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** `A-Za-z0-9._+-` */
function isWord(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2e || code === 0x5f || code === 0x2b || code === 0x2d;
}

const LOCAL = new Set([...".!#$%&'*+/=?_`{|}~-"].map((character) => character.charCodeAt(0)));

function isLocal(code: number): boolean {
  return isAlphanumeric(code) || LOCAL.has(code);
}

const STOPS = new Set([...'\\<![`*~_$'].map((character) => character.charCodeAt(0)));
/** Characters that always end plain text (1), or that end it in some contexts (2). */
const KINDS = new Uint8Array(128);
for (const code of STOPS) KINDS[code] = 1;
for (const character of ' hHfFwmx') KINDS[character.charCodeAt(0)] = 2;

/**
 * The end of the plain text that starts at `start`. Replaces marked's `inline.text`, a regular expression that searches for
 * the `@` again from each character. The grammar: at least one character, or a whole run of backticks or tildes; then as few
 * characters as possible before one of
 * - `\ < ! [ * ~ _ $` or a backtick,
 * - `http`, `ftp://`, or `www.` after whitespace or one of `* _ ~ (`,
 * - two or more spaces before a line end,
 * - `mailto:` or `xmpp:` after a character that is not a letter or digit,
 * - the possible local part of an email address.
 */
export function plainTextEnd(run: InlineRun, start: number): number {
  const { text } = run;
  const end = text.length;
  const first = text.charCodeAt(start);
  let at = start + 1;
  if (!isAlphanumeric(first) && isMailScheme(text, at)) return at;
  if (first === 0x60 || first === 0x7e) while (at < end && text.charCodeAt(at) === first) at++;
  const head = text.charCodeAt(at);
  if (head === 0x60 || head === 0x7e || isHardBreak(text, at) || run.isLocalPart(at)) return at;
  if (run.isBare) {
    STOP.lastIndex = at;
    return STOP.exec(text)?.index ?? end;
  }
  const from = at;
  let local = run.localPartStart(at);
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (at > from && at >= local) {
      if (at === local) return at;
      local = run.localPartStart(at);
      if (at === local) return at;
    }
    const kind = code < 128 ? KINDS[code] : 0;
    if (kind === 0) continue;
    if (kind === 1 || mayEnd(text, at, code, from)) return at;
  }
  return end;
}

function mayEnd(text: string, at: number, code: number, from: number): boolean {
  switch (code) {
    case 0x20:
      return at > from && text.charCodeAt(at - 1) !== 0x20 && isHardBreak(text, at);
    case 0x77:
      return text.startsWith('www.', at) && WWW_BEFORE.test(text.charAt(at - 1));
    case 0x6d:
    case 0x78:
      return at > from && isMailScheme(text, at) && !isAlphanumeric(text.charCodeAt(at - 1));
    case 0x66:
    case 0x46:
      return text.startsWith('tp://', at + 1) || text.slice(at + 1, at + 6).toLowerCase() === 'tp://';
    default:
      return text.startsWith('ttp', at + 1) || text.slice(at + 1, at + 4).toLowerCase() === 'ttp';
  }
}

const WWW_BEFORE = /[\s*_~(]/;

function isMailScheme(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x6d && text.startsWith('mailto:', at)) || (code === 0x78 && text.startsWith('xmpp:', at));
}

/** Whether two or more spaces and a line end follow. */
function isHardBreak(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x20 || text.charCodeAt(at + 1) !== 0x20) return false;
  let end = at + 2;
  while (text.charCodeAt(end) === 0x20) end++;
  return text.charCodeAt(end) === 0x0a;
}
