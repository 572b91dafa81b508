import { yamlText } from '../print/yaml.ts';

/** How the keys of a note are written: a key a line, in braces, or as JSON. */
export type Style = 'block' | 'flow' | 'json';

/** Names and texts of a record, in the order in which they are written. */
export type Fields = readonly (readonly [name: string, text: string])[];

/** Dates and hashes, which YAML 1.2 reads as text without quotation marks. */
const EXACT = /^(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|sha256:[\da-f]{64})$/;

/** A text as a value. Undefined if it cannot be written without escapes. */
export function scalar(text: string, style: Style): string | undefined {
  if (style === 'json') return JSON.stringify(text);
  return EXACT.test(text) ? text : yamlText(text);
}

/** A text in place of a value as written, in the same quotation marks. */
export function scalarLike(written: string, text: string, style: Style): string | undefined {
  const plain = scalar(text, style);
  if (plain === undefined || style === 'json') return plain;
  if (written.startsWith('"')) return JSON.stringify(text);
  if (written.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return plain + lineEnd(written);
}

/** A value in several lines ends with its last line. */
export function lineEnd(written: string): string {
  return written.endsWith('\n') ? '\n' : '';
}

/** A record on one line. */
export function record(fields: Fields, style: Style): string | undefined {
  const values = fields.map(([name, text]) => {
    const value = scalar(text, style);
    return value === undefined ? undefined : `${keyName(name, style)}: ${value}`;
  });
  return values.includes(undefined) ? undefined : `{ ${values.join(', ')} }`;
}

/** A record with a line for each field. The first line has an indentation of its own. */
export function recordLines(fields: Fields, first: string, indent: string): string | undefined {
  const lines = fields.map(([name, text], index) => {
    const value = scalar(text, 'block');
    return value === undefined ? undefined : `${index === 0 ? first : indent}${name}: ${value}\n`;
  });
  return lines.includes(undefined) ? undefined : lines.join('');
}

/** A key as written. */
export function keyName(name: string, style: Style): string {
  return style === 'json' ? JSON.stringify(name) : name;
}
