import type { RecordSchema, Schema } from '../../house/schema-types.ts';

/*
 * Where a position in a YAML file is, by its indentation alone: a file that somebody is typing is often not valid YAML. Grammar
 * of a line: `(- )* key: value`.
 */

/** A step down: a key, or an item of a list. */
export type Step = string | typeof ITEM;
export const ITEM = 0;

export interface YamlPlace {
  /** From the root to the mapping or list that the line belongs to. */
  readonly above: readonly Step[];
  /** Whether the line starts an item of a list. */
  readonly isItem: boolean;
  /** The key of the line, if it has one. */
  readonly key?: string;
  /** The offset of the key, or of the value of a line without one. */
  readonly start: number;
  /** The offset after the colon; undefined for a line without a key. */
  readonly colon?: number;
}

const LINE = /^(\s*)((?:- +|-$)*)(?:("[^"]*"|'[^']*'|[^\s#:'"-][^:#]*?)(\s*):(?=\s|$))?/;

/** The place of a line in a YAML text. @param at any offset in the line. */
export function placeAt(text: string, at: number): YamlPlace {
  const lines = text.slice(0, at).split('\n');
  const end = text.indexOf('\n', at);
  const last = lines.length - 1;
  const lineStart = at - (lines[last]?.length ?? 0);
  const line = text.slice(lineStart, end === -1 ? text.length : end);
  const [, indent = '', dashes = '', key, space = ''] = LINE.exec(line) ?? [];
  const above = stepsAbove(lines.slice(0, last), indent.length, dashes);
  const start = lineStart + indent.length + dashes.length;
  const isItem = dashes !== '';
  if (key === undefined) return { above, isItem, start };
  return { above, isItem, key: unquoted(key), start, colon: start + key.length + space.length + 1 };
}

/** The steps to a line, from the lines before it, its indentation and its own dashes. */
function stepsAbove(before: readonly string[], indent: number, dashes: string): Step[] {
  const own: Step[] = dashes
    .split('-')
    .slice(1)
    .map(() => ITEM);
  const steps: Step[] = [];
  let column = indent;
  for (const line of before.toReversed()) {
    if (column === 0 && (dashes === '' || steps.length > 0)) break;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, space = '', marks = '', key] = LINE.exec(line) ?? [];
    const inner = space.length + marks.length;
    // A list may have the indentation of its key.
    const isAbove = inner < column || (inner === column && key !== undefined && dashes !== '' && steps.length === 0);
    if (key !== undefined && isAbove) {
      steps.unshift(unquoted(key));
      column = inner;
    }
    const items = marks.split('-').slice(1);
    if (items.length > 0 && space.length < column) {
      steps.unshift(...items.map(() => ITEM as Step));
      column = space.length;
    }
  }
  return [...steps, ...own];
}

function unquoted(key: string): string {
  return /^["'].*["']$/.test(key) ? key.slice(1, -1) : key;
}

/** The key at an offset, with the path to it. */
export function keyAt(text: string, at: number): { path: readonly Step[]; start: number; end: number } | undefined {
  const { above, key, start, colon } = placeAt(text, at);
  if (key === undefined || colon === undefined || at < start || at >= colon) return undefined;
  return { path: [...above, key], start, end: start + key.length };
}

/** The schema of a value by its path. Undefined for an unknown key. */
export function schemaAt(schema: Schema, path: readonly Step[]): Schema | undefined {
  const [step, ...more] = path;
  if (step === undefined) return schema;
  const inner = step === ITEM ? itemSchema(schema) : keySchema(schema, step);
  return inner && schemaAt(inner, more);
}

function itemSchema(schema: Schema): Schema | undefined {
  if (schema.kind === 'list') return schema.of;
  return schema.kind === 'either' && schema.sequence ? itemSchema(schema.sequence) : undefined;
}

function keySchema(schema: Schema, key: string): Schema | undefined {
  if (schema.kind === 'table') return schema.of;
  if (schema.kind === 'text-or') return keySchema(schema.else, key);
  if (schema.kind === 'either') return schema.mapping && keySchema(schema.mapping, key);
  return keysOf(schema).get(key);
}

/** The keys of a mapping with the schemas of their values. Empty for a value of another kind. */
export function keysOf(schema: Schema): ReadonlyMap<string, Schema> {
  switch (schema.kind) {
    case 'record':
      return new Map(Object.entries(schema.keys));
    case 'text-or':
      return keysOf(schema.else);
    case 'either':
      return schema.mapping ? keysOf(schema.mapping) : new Map();
    case 'variant': {
      const on: Schema = { kind: 'choice', values: Object.keys(schema.of) };
      const variants: readonly RecordSchema[] = Object.values(schema.of);
      return new Map([[schema.on, on], ...variants.flatMap(({ keys }) => Object.entries(keys))]);
    }
    default:
      return new Map();
  }
}

/** The values that a scalar may have, if they can be listed. */
export function valuesOf(schema: Schema): readonly string[] {
  if (schema.kind === 'choice') return schema.values;
  if (schema.kind === 'flag') return ['true', 'false'];
  return schema.kind === 'either' && schema.scalar ? valuesOf(schema.scalar) : [];
}
