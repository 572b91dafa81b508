import { type Span, span } from '../../text/index.ts';

/** What is wrong with a YAML text: one problem, the first. */
export interface YamlProblem {
  readonly rule: 'invalid-yaml' | 'duplicate-key' | 'too-complex';
  readonly message: string;
  readonly advice?: string;
  readonly span: Span;
}

/** One of yaml's errors in a writer's words, at the place that the writer has to change. */
export function explain(
  text: string,
  offset: number,
  fault: { code: string; message: string; pos: [number, number] },
): YamlProblem {
  const at = Math.min(fault.pos[0], Math.max(0, text.length - 1));
  const found = (fault.code === 'MISSING_CHAR' ? openQuote(text) : undefined) ?? keyLine(text, at);
  const message =
    SAID[fault.code] ?? `this is not valid YAML: ${fault.message.split('\n')[0]?.replace(/ at line .*/, '')}`;
  if (fault.code === 'TAB_AS_INDENT') {
    return problem(offset + at, offset + at + 1, message, 'Indent with spaces.');
  }
  if (fault.code === 'MISSING_CHAR' && found?.quoted) {
    const next = /^\n(?=[^\s#])[^\n]*/.exec(text.slice(found.end));
    const mark = found.value.charAt(0);
    if (next?.[0].trimEnd().endsWith(mark)) {
      const start = found.end + 1;
      const said = 'a line that continues a quoted value is not indented';
      return problem(offset + start, offset + start + next[0].length - 1, said, 'Indent it with spaces.');
    }
    return problem(
      offset + found.start,
      offset + found.end,
      'a quotation mark is opened here and never closed',
      'Close it before the line ends; inside "…" write \\" for a quotation mark.',
    );
  }
  if (!found)
    return problem(offset + at, offset + Math.max(at + 1, Math.min(fault.pos[1], lineEnd(text, at))), message);
  return problem(
    offset + found.start,
    offset + found.end,
    message,
    `Put the value in quotation marks: ${found.key}: ${quoted(found.value)}`,
  );
}

function problem(start: number, end: number, message: string, advice?: string): YamlProblem {
  return { rule: 'invalid-yaml', message, span: span(start, end), ...(advice === undefined ? {} : { advice }) };
}

const SAID: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a colon inside the value makes YAML read it as a key',
  TAB_AS_INDENT: 'a tab indents this line',
  UNEXPECTED_TOKEN: 'the value ends before the line does',
  BAD_SCALAR_START: 'a value cannot start with this character',
  BAD_DQ_ESCAPE: 'a backslash in a double-quoted value starts an escape that YAML does not know',
  TAG_RESOLVE_FAILED: 'a value that starts with ! is read as a tag',
  BAD_ALIAS: 'a value that starts with * is read as an alias',
};

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** The `key: value` at or before an offset: where the value starts and ends on its line. */
function keyLine(text: string, at: number) {
  for (let end = lineEnd(text, at); end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const match = /^[ \t]*(?:- +)?([^\s:#'"[\]{},][^:#\n]*?)[ \t]*:[ \t]+(\S.*)$/.exec(text.slice(start, end));
    if (match?.[1] !== undefined && match[2] !== undefined) {
      const value = match[2].trimEnd();
      const from = start + match[0].length - match[2].length;
      return { key: match[1], value, start: from, end: from + value.length, quoted: /^["']/.test(value) };
    }
    if (start === 0) return undefined;
    end = start - 1;
  }
  return undefined;
}

/** The first value that opens a quotation mark and does not close it on its line. */
function openQuote(text: string) {
  const match = /^[ \t]*(?:- +)?([^\s:#'"[\]{},][^:#\n]*?)[ \t]*:[ \t]+((?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*))$/m.exec(
    text,
  );
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const end = match.index + match[0].length;
  return { key: match[1], value: match[2], start: end - match[2].length, end, quoted: true };
}

/** A YAML scalar that says exactly this, in the quotation marks that need the fewest escapes. */
function quoted(value: string): string {
  return value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** `headline: &Lab opens` is an anchor to YAML, and half of the text is gone. */
export function explainAnchor(text: string, offset: number, at: number): YamlProblem {
  const found = keyLine(text, at);
  const message = 'a value that starts with & is read as an anchor';
  const start = found?.start ?? at;
  const advice = found && `Put the value in quotation marks: ${found.key}: ${quoted(found.value)}`;
  return problem(offset + start, offset + (found?.end ?? at + 1), message, advice);
}
