import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import { DiagnosticCollector } from '../read/diagnostics.ts';
import { readYaml } from '../read/front-matter/index.ts';
import type { Source } from '../text/index.ts';
import { ValuePositions } from './positions.ts';
import { HOUSE_SCHEMA } from './schema.ts';
import type { RecordSchema, Schema, TableSchema } from './schema-types.ts';

export type Plain = string | boolean | number | readonly Plain[] | { readonly [key: string]: Plain };

/** The data of a `house.yaml`, without what it extends. */
export interface HouseData {
  readonly extends?: string;
  readonly [key: string]: Plain | undefined;
}

/** Reads a `house.yaml`. Faults are fatal diagnostics with a position. */
export function readHouse(source: Source): {
  data?: HouseData;
  positions: ValuePositions;
  diagnostics: readonly Diagnostic[];
} {
  const { data, ...read } = readConfiguration(source, HOUSE_SCHEMA, 'the house');
  return { ...read, ...(data ? { data: data as HouseData } : {}) };
}

/** Reads a YAML file and validates it against a schema. */
export function readConfiguration(source: Source, schema: Schema, name: string) {
  const collector = new DiagnosticCollector(source);
  const positions = new ValuePositions(source);
  const { diagnostics } = collector;
  const yaml = readYaml(source.text);
  if ('problem' in yaml) {
    collector.add('fatal', yaml.problem);
    return { diagnostics, positions };
  }
  const data = validate(yaml.mapping, schema, name, { collector, positions });
  return collector.failed ? { diagnostics, positions } : { data, diagnostics, positions };
}

/** Collects faults and the positions of values. */
interface ValidationContext {
  readonly collector: DiagnosticCollector;
  readonly positions: ValuePositions;
}

/**
 * The plain value of data that matches a schema. Reports each mismatch as fatal and leaves it out of the result. An empty
 * value counts as absent, except in a table.
 */
function validate(data: Data, schema: Schema, name: string, to: ValidationContext, path = ''): Plain | undefined {
  const wrong = (wanted: string): undefined => fault(to, data, `${name} must be ${wanted}`);
  if (data.kind === 'scalar' && data.value === null) return schema.mayBeEmpty ? {} : undefined;
  to.positions.set(path, data.span);
  switch (schema.kind) {
    case 'text':
      if (data.kind !== 'scalar' || data.value === null || schema.pattern?.test(data.value) === false)
        return wrong(schema.what);
      return data.value;
    case 'flag':
      if (data.kind === 'scalar' && (data.value === 'true' || data.value === 'false')) return data.value === 'true';
      return wrong(schema.what ?? 'true or false');
    case 'number':
      return wholeNumber(data, schema.min) ?? wrong(`a whole number${schema.min ? ` from ${schema.min}` : ''}`);
    case 'choice':
      return chosen(data, schema, name, to);
    case 'list':
      if (data.kind !== 'sequence') return wrong('a list');
      return data.items
        .map((item, index) => validate(item, schema.of, `an item of ${name}`, to, `${path}/${index}`))
        .filter((item) => item !== undefined);
    case 'text-or':
      return data.kind === 'scalar' ? (data.value ?? undefined) : validate(data, schema.else, name, to, path);
    case 'either': {
      const inner = schema[data.kind];
      return inner ? validate(data, inner, name, to, path) : wrong(schema.what);
    }
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

function wholeNumber(data: Data, min = 0): number | undefined {
  const number = data.kind === 'scalar' && /^\d{1,9}$/.test(data.value ?? '') ? Number(data.value) : -1;
  return number >= min ? number : undefined;
}

const MAPPING = 'a mapping of keys to values';

type MappingData = Extract<Data, { kind: 'mapping' }>;

function fault({ collector }: ValidationContext, { span }: Data, message: string, advice?: string): undefined {
  collector.add('fatal', { rule: 'invalid-configuration', message, span, ...(advice === undefined ? {} : { advice }) });
}

function chosen(
  data: Data,
  { values, what }: Pick<Extract<Schema, { kind: 'choice' }>, 'values' | 'what'>,
  name: string,
  to: ValidationContext,
): string | undefined {
  if (data.kind === 'scalar' && data.value !== null && values.includes(data.value)) return data.value;
  const said = data.kind === 'scalar' ? (data.value ?? '') : '';
  const list = values.join(', ');
  if (what === undefined) {
    const advice = didYouMean(said, values, 'Use one of these values.');
    return fault(to, data, `${name} must be one of ${list}`, advice);
  }
  const message = said === '' ? `${name} must be the name of a ${what}` : `unknown ${what} '${said}'`;
  return fault(to, data, message, didYouMean(said, values, `Use one of ${list}.`));
}

function variantOf(
  data: MappingData,
  { on, of }: Extract<Schema, { kind: 'variant' }>,
  name: string,
  to: ValidationContext,
) {
  const entry = data.entries.find((one) => one.name === on);
  if (!entry) return fault(to, data, `${name} has no key '${on}'`, `Set it to one of ${Object.keys(of).join(', ')}.`);
  const value = chosen(entry.value, { values: Object.keys(of) }, on, to);
  return value === undefined ? undefined : of[value];
}

function keyed(
  data: MappingData,
  schema: RecordSchema | TableSchema,
  name: string,
  to: ValidationContext,
  path: string,
): Plain {
  const found: Record<string, Plain> = Object.create(null);
  for (const entry of data.entries) {
    const inner =
      schema.kind === 'table'
        ? schema.of
        : Object.hasOwn(schema.keys, entry.name)
          ? schema.keys[entry.name]
          : undefined;
    if (!inner) {
      const known = schema.kind === 'record' ? Object.keys(schema.keys) : [];
      const message = `unknown key '${entry.name}' in ${name}`;
      const otherwise = known.length === 0 ? 'Remove it.' : `Use one of ${known.join(', ')}.`;
      const advice = didYouMean(entry.name, known, otherwise);
      to.collector.add('fatal', { rule: 'unknown-configuration-key', message, advice, span: entry.nameSpan });
      continue;
    }
    const at = `${path}/${entry.name}`;
    to.positions.setKey(at, entry.nameSpan);
    // In a table, a key without a value would be dropped silently.
    if (schema.kind === 'table' && !isSaid(entry.value)) {
      const message = `${entry.name} in ${name} has no value`;
      const advice = 'Write a value after the colon, or remove the key.';
      to.collector.add('fatal', { rule: 'invalid-configuration', message, advice, span: entry.nameSpan });
    }
    const value = validate(entry.value, inner, entry.name, to, at);
    if (value !== undefined) found[entry.name] = value;
  }
  const missing =
    schema.kind === 'record' ? (schema.required ?? []).find((key) => !Object.hasOwn(found, key)) : undefined;
  // A key with an invalid value has been reported already.
  if (missing !== undefined && !data.entries.some((entry) => entry.name === missing && isSaid(entry.value)))
    fault(to, data, `${name} has no key '${missing}'`, `Add the key '${missing}'.`);
  return found;
}

function isSaid(data: Data): boolean {
  return data.kind !== 'scalar' || data.value !== null;
}
