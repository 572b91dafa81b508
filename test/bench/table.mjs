/** A Markdown table: the first column left, the others right, padded so that it reads as text, too. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map((cell) => cell ?? '–'));
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [first, ...others] = all.map(line);
  return [first, rule, ...others].join('\n');
}

export const milliseconds = (seconds) => (seconds === undefined ? undefined : (seconds * 1000).toFixed(1));
export const seconds = (value) => value?.toFixed(2);
export const mebibytes = (value) => value?.toFixed(0);

/** `a` as a multiple of `b`, where both were measured. */
export const ratio = (a, b) => (a && b ? `${(a / b).toFixed(2)} ×` : undefined);
