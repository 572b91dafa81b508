import type { Problem } from '../../model/diagnostic.ts';
import { type Span, span } from '../../text/index.ts';
import { keyLine, lineEnd, openQuote, startsWithKey, wrongColon } from './key-lines.ts';
import { openBracket } from './open-bracket.ts';

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** One of yaml's errors in a writer's words, at the place that the writer has to change. */
export function explain(text: string, offset: number, { code, pos }: Fault): Problem {
  const at = Math.min(pos[0], Math.max(0, text.length - 1));
  const message = SAID[code] ?? 'this is not valid YAML';
  if (code === 'RESOURCE_EXHAUSTION') {
    const start = offset + (keyLine(text, at)?.start ?? 0);
    return tooDeep(span(start, start + 1));
  }
  if (code === 'TAB_AS_INDENT') return problem(offset + at, offset + at + 1, message, 'Indent with spaces.');
  const known = explainOpenQuote(text, offset, at) ?? explainColon(text, offset);
  if (known) return known;
  const line = lineEnd(text, at);
  if (code === 'BAD_INDENT') return explainOpenBracket(text, offset, at) ?? explainIndent(text, offset, at, message);
  if (code === 'MULTIPLE_DOCS') {
    return problem(offset + at, offset + line, message, 'Indent the line if it is part of a value, or remove it.');
  }
  const found = code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR' ? undefined : keyLine(text, at);
  if (!found) return problem(offset + at, offset + Math.max(at + 1, Math.min(pos[1], line)), message, KEY_ADVICE);
  return problem(offset + found.start, offset + found.end, message, quoteValue(found.key, found.value));
}

function problem(start: number, end: number, message: string, advice?: string): Problem {
  return { rule: 'invalid-yaml', message, span: span(start, end), ...(advice === undefined ? {} : { advice }) };
}

export function tooDeep(place: Span): Problem {
  const advice = 'Take out the brackets that nobody meant, or put the value in quotation marks.';
  return { rule: 'too-complex', message: 'the YAML is nested too deep', advice, span: place };
}

const KEY_ADVICE = 'Write key: value, and indent the lines that a value goes on over.';

const SAID: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'a value that starts with * is read as an alias',
  BAD_ALIAS: 'a value that starts with * is read as an alias',
  BAD_DIRECTIVE: 'a line cannot start with %',
  BAD_DQ_ESCAPE: 'a backslash in a double-quoted value starts an escape that YAML does not know',
  BAD_INDENT: 'the lines of a list or a value are not indented alike',
  BAD_SCALAR_START: 'a value cannot start with this character',
  BLOCK_AS_IMPLICIT_KEY: 'a colon inside the value makes YAML read it as a key',
  BLOCK_IN_FLOW: 'a list or a key on a line of its own stands between brackets',
  KEY_OVER_1024_CHARS: 'the key is longer than 1024 characters',
  MISSING_CHAR: 'the line is no key with a value',
  MULTILINE_IMPLICIT_KEY: 'the line is no key with a value',
  MULTIPLE_ANCHORS: 'a value that starts with & is read as an anchor',
  MULTIPLE_DOCS: 'a line that starts with --- or ... ends the keys, and more follows it',
  MULTIPLE_TAGS: 'a value that starts with ! is read as a tag',
  TAB_AS_INDENT: 'a tab indents this line',
  TAG_RESOLVE_FAILED: 'a value that starts with ! is read as a tag',
  UNEXPECTED_TOKEN: 'the value ends before the line does',
};

function explainOpenQuote(text: string, offset: number, at: number): Problem | undefined {
  const found = openQuote(text, at);
  if (!found) return undefined;
  const { key, value, start, end, next } = found;
  const mark = value.charAt(0);
  if (next.trimEnd().endsWith(mark) && !startsWithKey(next)) {
    const from = offset + text.indexOf(`\n${next}`, end) + 1;
    return problem(
      from,
      from + next.length,
      'a line that continues a quoted value is not indented',
      'Indent it with spaces.',
    );
  }
  const advice =
    mark === "'"
      ? `Close it before the line ends, or, where it is an apostrophe, write ${key}: ${quoted(cut(value))}`
      : 'Close it before the line ends; inside "…" write \\" for a quotation mark.';
  return problem(offset + start, offset + end, 'a quotation mark is opened here and never closed', advice);
}

function explainOpenBracket(text: string, offset: number, at: number): Problem | undefined {
  const found = openBracket(text, at);
  if (!found) return undefined;
  const { start, end, closing } = found;
  const advice = `Close it with ${closing}; where it is part of a text, put the whole value in quotation marks.`;
  return problem(offset + start, offset + end, 'a bracket is opened here and never closed', advice);
}

function explainIndent(text: string, offset: number, at: number, message: string): Problem {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (text.charAt(start) === ' ') start++;
  return problem(offset + start, offset + lineEnd(text, at), message, 'Indent them alike, with spaces.');
}

/** `headline：…` and `headline:…`, which YAML takes for a text. */
export function explainColon(text: string, offset: number): Problem | undefined {
  const found = wrongColon(text);
  if (!found) return undefined;
  const { key, value, start, end, isFullWidth } = found;
  const message = isFullWidth
    ? `a full-width colon stands behind ${cut(key)}, and makes no key of it`
    : `no space stands behind the colon of ${cut(key)}`;
  const advice = `Write ${isFullWidth ? 'an ASCII colon' : 'the colon'} and a space: ${cut(key)}: ${cut(value)}`;
  return problem(offset + start, offset + end, message, advice);
}

/** A long text as a message has it. */
export function cut(text: string): string {
  return text.length <= 60
    ? text
    : `${text
        .slice(0, 59)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

/** A YAML scalar that says exactly this, in the quotation marks that need the fewest escapes. */
function quoted(value: string): string {
  return value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** What to do about a value that YAML takes for something else. */
export function quoteValue(key: string, value: string): string {
  return `Put the value in quotation marks: ${cut(key)}: ${quoted(cut(value))}`;
}

/** `headline: &Lab opens` is an anchor to YAML, and half of the text is gone. */
export function explainAnchor(text: string, offset: number, at: number): Problem {
  const found = keyLine(text, at);
  const message = 'a value that starts with & is read as an anchor';
  const start = found?.start ?? at;
  const advice = found && quoteValue(found.key, found.value);
  return problem(offset + start, offset + (found?.end ?? at + 1), message, advice);
}
