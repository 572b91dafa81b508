import type { Scalar } from '../model/data.ts';
import type { Origin, Traced } from '../model/passage.ts';
import { type Source, span } from '../text/index.ts';

/**
 * The value of a YAML or JSON scalar, mapped to its source through quotation marks, escapes, folded lines and block
 * indentation. If that is not possible, as for an alias, the whole value maps to the whole source text.
 */
export function tracedValue(scalar: Scalar, { text: source }: Source): Traced {
  const text = scalar.value ?? '';
  const mark = source.charAt(scalar.span.start);
  const quotes = mark === '"' || mark === "'" ? mark : undefined;
  const inside = quotes ? span(scalar.span.start + 1, scalar.span.end - 1) : scalar.span;
  const raw = source.slice(inside.start, inside.end);
  const trace = new Trace(text, inside.start);
  if (raw === text) trace.exact(0, raw);
  else if (mark === '|' || mark === '>') traceBlock(trace, raw, text);
  else traceFlow(trace, raw, quotes);
  const origins = trace.isWhole ? trace.origins : [{ at: 0, span: inside, isExact: false }];
  const [first] = origins;
  const last = origins.at(-1);
  return {
    text,
    span: first && last ? span(first.span.start, last.span.end) : inside,
    origins: text === '' ? [] : origins,
    ...(quotes ? { quotes } : {}),
  };
}

/** Maps a value to its source, one piece after the other. */
class Trace {
  readonly origins: Origin[] = [];
  readonly #value: string;
  readonly #start: number;
  #at = 0;
  #isLost = false;

  /** @param start the start of the value in the source. The other offsets count from there. */
  constructor(value: string, start: number) {
    this.#value = value;
    this.#start = start;
  }

  /** Whether the whole value is mapped. */
  get isWhole(): boolean {
    return !this.#isLost && this.#at === this.#value.length;
  }

  /** Maps source text that is the same in the value. */
  exact(from: number, written: string): void {
    if (!this.#value.startsWith(written, this.#at)) this.#isLost = true;
    this.#add(from, from + written.length, written.length, true);
  }

  /** Maps source text to `length` characters of the value. */
  other(from: number, to: number, length: number): void {
    this.#add(from, to, length, false);
  }

  /** The number of spaces and line ends in the value before a text. */
  spaceBefore(text: string): number {
    let at = this.#at;
    while (!this.#value.startsWith(text, at) && /[ \n]/.test(this.#value.charAt(at))) at++;
    return at - this.#at;
  }

  /** The number of spaces and line ends at the end of the value. */
  get spaceLeft(): number {
    return this.spaceBefore('\0');
  }

  #add(from: number, to: number, length: number, isExact: boolean): void {
    if (length > 0) this.origins.push({ at: this.#at, span: span(this.#start + from, this.#start + to), isExact });
    this.#at += length;
  }
}

/** Traces a block scalar, `|` or `>`: the value has its lines without the indentation of the first one. */
function traceBlock(trace: Trace, raw: string, value: string): void {
  const [header = '', ...lines] = raw.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  // With `|2` the first line can be indented in the value as well.
  const indent = spacesBefore(first) - spacesBefore(value.replace(/^\n+/, ''));
  let at = header.length + 1;
  let end = header.length;
  for (const line of lines) {
    const own = line.slice(indent);
    if (own !== '') {
      trace.other(end, at + indent, trace.spaceBefore(own));
      trace.exact(at + indent, own);
      end = at + line.length;
    }
    at += line.length + 1;
  }
  trace.other(end, raw.length, trace.spaceLeft);
}

function spacesBefore(text: string): number {
  return text.length - text.replace(/^ +/, '').length;
}

const ESCAPES = { "'": /''/g, '"': /\\(?:x.{2}|u.{4}|U.{8}|.)/g } as const;

/** Traces a plain or quoted value. A line end and the space around it become one space; empty lines become line ends. */
function traceFlow(trace: Trace, raw: string, quotes: Traced['quotes']): void {
  const lines = raw.split('\n');
  let at = 0;
  let end = 0;
  let empty = 0;
  let isContinued = false;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const lead = index === 0 ? 0 : (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    const own = isLast ? line.slice(lead) : line.slice(lead).replace(/(?<![ \t])[ \t]+$/, '');
    if (own === '' && index > 0 && !isLast) empty++;
    else {
      if (index > 0) trace.other(end, at + lead, isContinued ? empty : Math.max(1, empty));
      isContinued = quotes === '"' && !isLast && /(?<!\\)(?:\\\\)*\\$/.test(own);
      traceLine(trace, at + lead, isContinued ? own.slice(0, -1) : own, quotes);
      end = at + lead + own.length;
      empty = 0;
    }
    at += line.length + 1;
  }
}

function traceLine(trace: Trace, start: number, line: string, quotes: Traced['quotes']): void {
  let from = 0;
  for (const { 0: found, index } of quotes ? line.matchAll(ESCAPES[quotes]) : []) {
    trace.exact(start + from, line.slice(from, index));
    from = index + found.length;
    const isAstral = /^\\U000[1-9A-Fa-f]|^\\U0010/.test(found);
    trace.other(start + index, start + from, isAstral ? 2 : 1);
  }
  trace.exact(start + from, line.slice(from));
}
