import type { Plain } from '../../house/read.ts';
import { displayWidth } from '../../typography/width.ts';
import type { Messages } from '../messages/messages.ts';
import { terminalSafe } from '../terminal/safe.ts';
import type { Origin, Setting } from './report.ts';

/** Longer values are cut: `--report json` has all of them. */
const LONGEST_VALUE = 48;

/**
 * Indented lines with aligned columns. The last column is not padded.
 * @param width the columns of the terminal. In a row that is wider, the last cell has a line of its own.
 */
export function table(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): readonly string[] {
  const safe = rows.map((row) => row.map((cell) => terminalSafe(cell)));
  const widths = (safe[0] ?? []).map((_, column) => Math.max(...safe.map((row) => displayWidth(row[column] ?? ''))));
  const padded = (cell: string, column: number): string =>
    cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
  const line = (row: readonly string[]): string => `  ${row.map(padded).join('  ')}`.trimEnd();
  return safe.flatMap((row) => {
    const last = row.at(-1) ?? '';
    const fits = row.length < 2 || last === '' || displayWidth(line(row)) <= width;
    return fits ? [line(row)] : [line(row.slice(0, -1)), `    ${last}`];
  });
}

/** The row of a setting: its name, its value, and where the value comes from. */
export function settingRow({ name, value, meaning = '', origin }: Setting, { text }: Messages): readonly string[] {
  return [name, value === null ? `(${text(meaning)})` : shortened(valueText(value)), text(originText(origin))];
}

/** `copydesk.yaml:3`, `--house`, `house ap` or `default`. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'file':
      return `${origin.path}:${origin.line}`;
    case 'option':
      return origin.name;
    case 'house':
      return `house ${origin.name}`;
    case 'default':
      return 'default';
  }
}

function valueText(value: Plain): string {
  if (typeof value === 'string') return value.trim() === value && value !== '' ? value : JSON.stringify(value);
  if (isTextList(value)) return value.length === 0 ? '[]' : value.join(', ');
  return JSON.stringify(value);
}

function isTextList(value: Plain): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_VALUE ? text : `${characters.slice(0, LONGEST_VALUE - 3).join('')}...`;
}
