/** A fenced block whose fence is longer than any inside. Linters ask for a language, so code without one is `text`. */
export function fencedCode(text: string, language = 'text'): string {
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const fences = '`'.repeat(longest + 1);
  return `${fences}${language.replaceAll('`', '')}\n${text === '' ? '' : `${text}\n`}${fences}`;
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
