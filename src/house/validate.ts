import type { Data } from '../model/data.ts';
import { didYouMean } from '../model/nearest.ts';
import type { DiagnosticCollector } from '../read/diagnostics.ts';
import type { PositionTable } from './positions.ts';

/** The schema of a configuration file. It validates the file, and the published JSON Schemas are generated from it. */
export type Schema = (
  | { readonly kind: 'text'; readonly what: string; readonly pattern?: RegExp }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  /** A set has no duplicate items. */
  | { readonly kind: 'list'; readonly of: Schema; readonly isSet?: boolean }
  /** Known keys only. */
  | RecordSchema
  /** Any keys, whose values have the same schema. */
  | TableSchema
  /** A text, or a value of another schema. */
  | { readonly kind: 'text-or'; readonly what: string; readonly else: Schema }
  /** A record whose other keys depend on the value of one. */
  | { readonly kind: 'variant'; readonly on: string; readonly of: Readonly<Record<string, RecordSchema>> }
) & {
  /** The description in the published schema, in one line. */
  readonly about?: string;
  /** Must not be blank. This and `isSet` are only for the published schemas; a house is checked as a whole. */
  readonly isFilled?: boolean;
};

interface RecordSchema {
  readonly kind: 'record';
  readonly keys: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** At least one of these keys is required; only for the published schemas. */
  readonly either?: readonly string[];
}

interface TableSchema {
  readonly kind: 'table';
  readonly of: Schema;
}

export type Plain = string | boolean | number | readonly Plain[] | { readonly [key: string]: Plain };

/** Collects faults and the positions of values. */
export interface ValidationContext {
  readonly collector: DiagnosticCollector;
  readonly positions: PositionTable;
}

/**
 * The plain value of data that matches a schema. Reports each mismatch as fatal and leaves it out of the result. An empty
 * value counts as absent, except in a table.
 */
export function validate(
  data: Data,
  schema: Schema,
  name: string,
  to: ValidationContext,
  path = '',
): Plain | undefined {
  const wrong = (wanted: string): undefined => fault(to, data, `${name} must be ${wanted}`);
  if (data.kind === 'scalar' && data.value === null) return undefined;
  to.positions.set(path, data.span);
  switch (schema.kind) {
    case 'text':
      if (data.kind !== 'scalar' || data.value === null || schema.pattern?.test(data.value) === false)
        return wrong(schema.what);
      return data.value;
    case 'flag':
      if (data.kind === 'scalar' && (data.value === 'true' || data.value === 'false')) return data.value === 'true';
      return wrong('true or false');
    case 'number':
      return data.kind === 'scalar' && /^\d{1,9}$/.test(data.value ?? '')
        ? Number(data.value)
        : wrong('a whole number');
    case 'choice':
      return chosen(data, schema.values, name, to);
    case 'list':
      if (data.kind !== 'sequence') return wrong('a list');
      return data.items
        .map((item, index) => validate(item, schema.of, `an item of ${name}`, to, `${path}/${index}`))
        .filter((item) => item !== undefined);
    case 'text-or':
      return data.kind === 'scalar' ? (data.value ?? undefined) : validate(data, schema.else, name, to, path);
    case 'variant': {
      if (data.kind !== 'mapping') return wrong(MAPPING);
      const variant = variantOf(data, schema, name, to);
      return variant && keyed(data, variant, name, to, path);
    }
    case 'table':
    case 'record':
      return data.kind === 'mapping' ? keyed(data, schema, name, to, path) : wrong(MAPPING);
  }
}

const MAPPING = 'keys with values';

type MappingData = Extract<Data, { kind: 'mapping' }>;

function fault({ collector }: ValidationContext, { span }: Data, message: string, advice?: string): undefined {
  collector.add('fatal', { rule: 'invalid-configuration', message, span, ...(advice === undefined ? {} : { advice }) });
}

function chosen(data: Data, values: readonly string[], name: string, to: ValidationContext): string | undefined {
  if (data.kind === 'scalar' && data.value !== null && values.includes(data.value)) return data.value;
  const said = data.kind === 'scalar' ? (data.value ?? '') : '';
  return fault(to, data, `${name} must be one of ${values.join(', ')}`, didYouMean(said, values, 'Use one of these.'));
}

function variantOf(
  data: MappingData,
  { on, of }: Extract<Schema, { kind: 'variant' }>,
  name: string,
  to: ValidationContext,
) {
  const entry = data.entries.find((one) => one.name === on);
  if (!entry) return fault(to, data, `${name} has no key '${on}'`, `Set it to one of ${Object.keys(of).join(', ')}.`);
  const value = chosen(entry.value, Object.keys(of), on, to);
  return value === undefined ? undefined : of[value];
}

function keyed(
  data: MappingData,
  shape: RecordSchema | TableSchema,
  name: string,
  to: ValidationContext,
  path: string,
): Plain {
  const found: Record<string, Plain> = Object.create(null);
  for (const entry of data.entries) {
    const inner =
      shape.kind === 'table' ? shape.of : Object.hasOwn(shape.keys, entry.name) ? shape.keys[entry.name] : undefined;
    if (!inner) {
      const known = shape.kind === 'record' ? Object.keys(shape.keys) : [];
      const message = `unknown key '${entry.name}' in ${name}`;
      const advice = didYouMean(entry.name, known, `Use one of ${known.join(', ')}.`);
      to.collector.add('fatal', { rule: 'unknown-configuration-key', message, advice, span: entry.nameSpan });
      continue;
    }
    const at = `${path}/${entry.name}`;
    to.positions.setName(at, entry.nameSpan);
    // In a table, a key without a value would be dropped silently.
    if (shape.kind === 'table' && !isSaid(entry.value)) {
      const message = `${entry.name} in ${name} has no value`;
      const advice = 'Write a value after the colon, or remove the key.';
      to.collector.add('fatal', { rule: 'invalid-configuration', message, advice, span: entry.nameSpan });
    }
    const value = validate(entry.value, inner, entry.name, to, at);
    if (value !== undefined) found[entry.name] = value;
  }
  const missing =
    shape.kind === 'record' ? (shape.required ?? []).find((key) => !Object.hasOwn(found, key)) : undefined;
  // A key with an invalid value has been reported already.
  if (missing !== undefined && !data.entries.some((entry) => entry.name === missing && isSaid(entry.value)))
    fault(to, data, `${name} has no key '${missing}'`);
  return found;
}

function isSaid(data: Data): boolean {
  return data.kind !== 'scalar' || data.value !== null;
}
