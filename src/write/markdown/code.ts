import { trimLine } from './escape.ts';

/** A fenced block whose fence is longer than any inside. */
export function fencedCode(text: string, language = ''): string {
  // After backticks there can be no backtick on the line.
  const mark = language.includes('`') ? '~' : '`';
  const longest = (text.match(mark === '`' ? /`+/g : /~+/g) ?? []).reduce(
    (most, { length }) => Math.max(most, length),
    2,
  );
  const fences = mark.repeat(longest + 1);
  return `${fences}${infoString(language)}\n${text === '' ? '' : `${text}\n`}${fences}`;
}

/** On one line, because an Article that was not read from Markdown may have a language with line ends. */
function infoString(language: string): string {
  const line = language.replace(/[\r\n]+/g, ' ');
  return trimLine(line.replace(/\\(?=[!-/:-@[-`{-~])|&(?=#?[a-z0-9]+;)/gi, '\\$&'));
}

/** A code span whose fence is longer than any run of backticks inside. Code with backticks at an end is padded. */
export function codeSpan(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const pad = /^`|`$|^ .*[^ ].* $/s.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}
