import type { Problem } from '../../model/diagnostic.ts';
import { canonicalKey, KEYS } from '../../model/keys.ts';
import { type Span, span } from '../../text/index.ts';
import {
  indentedKey,
  keyLine,
  lineEnd,
  openBracket,
  openQuote,
  starItem,
  startsWithKey,
  wrongColon,
} from './yaml-lines.ts';

interface YamlIssue {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** An error of the yaml package, reworded for writers, at the position that the writer has to change. */
export function explain(text: string, offset: number, { code, pos }: YamlIssue): Problem {
  const at = Math.min(pos[0], Math.max(0, text.length - 1));
  const message = MESSAGES[code] ?? 'invalid YAML';
  if (code === 'RESOURCE_EXHAUSTION') {
    const start = offset + (keyLine(text, at)?.start ?? 0);
    return tooDeep(span(start, start + 1));
  }
  if (code === 'TAB_AS_INDENT') return problem(offset + at, offset + at + 1, message, 'Indent with spaces.');
  const known =
    explainOpenQuote(text, offset, at) ??
    explainIndentedKey(text, offset, at) ??
    explainColon(text, offset) ??
    explainStar(text, offset, at);
  if (known) return known;
  const line = lineEnd(text, at);
  if (code === 'BAD_INDENT') return explainOpenBracket(text, offset, at) ?? explainIndent(text, offset, at, message);
  if (code === 'MULTIPLE_DOCS') {
    return problem(offset + at, offset + line, message, 'Indent the line if it is part of a value, or remove it.');
  }
  const found = code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR' ? undefined : keyLine(text, at);
  if (code === 'TAG_RESOLVE_FAILED' && !found?.value.startsWith('!'))
    return problem(offset + at, offset + Math.min(pos[1], line), message, 'Remove the tag, or quote the whole value.');
  if (!found) return problem(offset + at, offset + Math.max(at + 1, Math.min(pos[1], line)), message, KEY_ADVICE);
  const said = { '*': MESSAGES.BAD_ALIAS, '&': MESSAGES.MULTIPLE_ANCHORS }[found.value.charAt(0)];
  return problem(offset + found.start, offset + found.end, said ?? message, quoteValue(found.key, found.value));
}

function problem(start: number, end: number, message: string, advice?: string): Problem {
  return { rule: 'invalid-yaml', message, span: span(start, end), ...(advice === undefined ? {} : { advice }) };
}

export function tooDeep(place: Span): Problem {
  const advice = 'Remove unintended brackets, or quote the value.';
  return { rule: 'too-complex', message: 'the YAML is nested too deeply', advice, span: place };
}

const KEY_ADVICE = 'Write key: value, and indent the lines that continue a value.';

const MESSAGES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'YAML reads a value that starts with * as an alias',
  BAD_ALIAS: 'YAML reads a value that starts with * as an alias',
  BAD_DIRECTIVE: 'a line cannot start with %',
  BAD_DQ_ESCAPE: 'invalid escape sequence in a double-quoted value',
  BAD_INDENT: 'inconsistent indentation',
  BAD_SCALAR_START: 'a value cannot start with this character',
  BLOCK_AS_IMPLICIT_KEY: 'a colon inside the value makes YAML read it as a key',
  BLOCK_IN_FLOW: 'list item or key on its own line inside brackets',
  KEY_OVER_1024_CHARS: 'the key is longer than 1024 characters',
  MISSING_CHAR: 'expected a key and a value',
  MULTILINE_IMPLICIT_KEY: 'expected a key and a value',
  MULTIPLE_ANCHORS: 'YAML reads a value that starts with & as an anchor',
  MULTIPLE_DOCS: 'text after the end of the YAML document',
  MULTIPLE_TAGS: 'YAML reads a value that starts with ! as a tag',
  TAB_AS_INDENT: 'tab used for indentation',
  TAG_RESOLVE_FAILED: 'YAML reads a value that starts with ! as a tag',
  UNEXPECTED_TOKEN: 'unexpected text after the value',
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
      ? `Close it before the end of the line. For an apostrophe, write ${key}: ${quoted(value)}`
      : 'Close it before the end of the line. Inside "…", write \\" for a quotation mark.';
  return problem(offset + start, offset + end, 'unclosed quotation mark', advice);
}

/** A key that is indented below another key, which YAML reads as a part of its value. */
function explainIndentedKey(text: string, offset: number, at: number): Problem | undefined {
  const found = indentedKey(text, at, (key) => canonicalKey(key) !== undefined);
  if (!found) return undefined;
  const { key, value, start, end } = found;
  return problem(offset + start, offset + end, `the key '${key}' is indented`, `Remove the spaces: ${key}: ${value}`);
}

/** `* item` below a key, which YAML reads as an alias. */
function explainStar(text: string, offset: number, at: number): Problem | undefined {
  const found = starItem(text, at);
  if (!found) return undefined;
  const { key, value, start, end } = found;
  const type = KEYS[canonicalKey(key) ?? 'headline'].type;
  const isList = type === 'names' || type === 'source' || type === 'corrections';
  const advice = isList ? `Start each item of a list with a hyphen: - ${value}` : quoteValue(key, `* ${value}`);
  return problem(offset + start, offset + end, MESSAGES.BAD_ALIAS ?? '', advice);
}

function explainOpenBracket(text: string, offset: number, at: number): Problem | undefined {
  const found = openBracket(text, at);
  if (!found) return undefined;
  const { start, end, closing } = found;
  const advice = `Close it with ${closing}, or quote the whole value.`;
  return problem(offset + start, offset + end, 'unclosed bracket', advice);
}

function explainIndent(text: string, offset: number, at: number, message: string): Problem {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (text.charAt(start) === ' ') start++;
  return problem(offset + start, offset + lineEnd(text, at), message, 'Indent the lines alike, with spaces.');
}

/** `headline：…` and `headline:…`, which YAML reads as text. */
export function explainColon(text: string, offset: number): Problem | undefined {
  const found = wrongColon(text);
  if (!found) return undefined;
  const { key, value, start, end, isFullWidth } = found;
  const message = isFullWidth
    ? `full-width colon after the key '${cut(key)}'`
    : `missing space after the colon of '${cut(key)}'`;
  const advice = `Write ${isFullWidth ? 'an ASCII colon' : 'the colon'} and a space: ${cut(key)}: ${value}`;
  return problem(offset + start, offset + end, message, advice);
}

/** A text cut to 60 characters, for a message. */
export function cut(text: string): string {
  return text.length <= 60
    ? text
    : `${text
        .slice(0, 59)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

/** The value without quotation marks around all of it. In `'Stop' She Said 'Go'` and `'Tis a 'Go'` they belong to the text. */
function unquoted(value: string): string {
  const mark = value.charAt(0);
  if ((mark !== "'" && mark !== '"') || value.length < 2 || !value.endsWith(mark)) return value;
  const inner = value.slice(1, -1);
  // Marks between letters are apostrophes.
  const marks = [...inner.matchAll(mark === "'" ? /(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu : /"/g)];
  const first = marks[0]?.index;
  const opens = first === undefined || first === 0 || /\s/.test(inner.charAt(first - 1));
  return opens && marks.length % 2 === 0 ? inner : value;
}

/** The value as a quoted YAML scalar. */
function quoted(value: string): string {
  return value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** The help for a value that YAML reads as something else. */
export function quoteValue(key: string, value: string): string {
  return value.length > 300 ? 'Quote the whole value.' : `Quote the value: ${cut(key)}: ${quoted(unquoted(value))}`;
}

/** YAML reads `headline: &Lab opens` as an anchor and drops the first word. */
export function explainAnchor(text: string, offset: number, at: number): Problem {
  return explainValue(text, offset, at, 'YAML reads a value that starts with & as an anchor');
}

/** YAML reads `headline: *Lab` as an alias of an anchor that does not exist. */
export function explainAlias(text: string, offset: number, at: number): Problem {
  return explainValue(text, offset, at, 'YAML reads a value that starts with * as an alias');
}

function explainValue(text: string, offset: number, at: number, message: string): Problem {
  const found = keyLine(text, at);
  const start = found?.start ?? at;
  const advice = found && quoteValue(found.key, found.value);
  return problem(offset + start, offset + (found?.end ?? at + 1), message, advice);
}
