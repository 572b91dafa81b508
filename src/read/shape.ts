import type { Data } from '../model/data.ts';
import { didYouMean } from '../model/nearest.ts';
import type { PlaceList } from './places.ts';
import type { Report } from './report.ts';

/**
 * What a configuration file may hold: one definition to check it by, with a place for every fault, and to describe it by:
 * the published JSON Schemas are made of it.
 */
export type Shape = (
  | { readonly kind: 'text'; readonly what: string; readonly pattern?: RegExp }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  /** No item twice, if it is a set. */
  | { readonly kind: 'list'; readonly of: Shape; readonly isSet?: boolean }
  /** Known keys only. */
  | RecordShape
  /** Any keys, all with values of one shape. */
  | TableShape
  /** A text, or else. */
  | { readonly kind: 'text-or'; readonly what: string; readonly else: Shape }
  /** A record whose other keys depend on the value of one. */
  | { readonly kind: 'variant'; readonly on: string; readonly of: Readonly<Record<string, RecordShape>> }
) & {
  /** What it means, for whoever writes it: a line. */
  readonly about?: string;
  /**
   * Whether something has to stand there, and not only blanks. This and `isSet` are for the schemas: who reads a house says it
   * of the whole house, with what to do.
   */
  readonly isFilled?: boolean;
};

interface RecordShape {
  readonly kind: 'record';
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Keys of which one has to be there, for the schemas as well. */
  readonly either?: readonly string[];
}

interface TableShape {
  readonly kind: 'table';
  readonly of: Shape;
}

export type Plain = string | boolean | number | readonly Plain[] | { readonly [key: string]: Plain };

/** Where faults are reported, and the places of values are kept. */
export interface Findings {
  readonly report: Report;
  readonly places: PlaceList;
}

/**
 * The plain value of data that has a shape. Every departure is reported as fatal with its place; what is wrong is left
 * out of the result. An empty value counts as absent, but in a table.
 */
export function shaped(data: Data, shape: Shape, name: string, to: Findings, path = ''): Plain | undefined {
  const wrong = (wanted: string): undefined => fault(to, data, `${name} is ${wanted}`);
  if (data.kind === 'scalar' && data.value === null) return undefined;
  to.places.set(path, data.span);
  switch (shape.kind) {
    case 'text':
      if (data.kind !== 'scalar' || data.value === null || shape.pattern?.test(data.value) === false)
        return wrong(shape.what);
      return data.value;
    case 'flag':
      if (data.kind === 'scalar' && (data.value === 'true' || data.value === 'false')) return data.value === 'true';
      return wrong('true or false');
    case 'number':
      return data.kind === 'scalar' && /^\d{1,9}$/.test(data.value ?? '')
        ? Number(data.value)
        : wrong('a whole number');
    case 'choice':
      return chosen(data, shape.values, name, to);
    case 'list':
      if (data.kind !== 'sequence') return wrong('a list');
      return data.items
        .map((item, index) => shaped(item, shape.of, `an item of ${name}`, to, `${path}/${index}`))
        .filter((item) => item !== undefined);
    case 'text-or':
      return data.kind === 'scalar' ? (data.value ?? undefined) : shaped(data, shape.else, name, to, path);
    case 'variant': {
      if (data.kind !== 'mapping') return wrong(MAPPING);
      const variant = variantOf(data, shape, name, to);
      return variant && keyed(data, variant, name, to, path);
    }
    case 'table':
    case 'record':
      return data.kind === 'mapping' ? keyed(data, shape, name, to, path) : wrong(MAPPING);
  }
}

const MAPPING = 'written as keys with values, one a line';

type Mapping = Extract<Data, { kind: 'mapping' }>;

function fault({ report }: Findings, { span }: Data, message: string, advice?: string): undefined {
  report.add('fatal', { rule: 'invalid-configuration', message, span, ...(advice === undefined ? {} : { advice }) });
}

function chosen(data: Data, values: readonly string[], name: string, to: Findings): string | undefined {
  if (data.kind === 'scalar' && data.value !== null && values.includes(data.value)) return data.value;
  const said = data.kind === 'scalar' ? (data.value ?? '') : '';
  return fault(to, data, `${name} is one of ${values.join(', ')}`, didYouMean(said, values, 'Write one of them.'));
}

function variantOf(data: Mapping, { on, of }: Extract<Shape, { kind: 'variant' }>, name: string, to: Findings) {
  const entry = data.entries.find((one) => one.name === on);
  if (!entry) return fault(to, data, `${name} lacks the key ${on}`, `It is one of ${Object.keys(of).join(', ')}.`);
  const value = chosen(entry.value, Object.keys(of), on, to);
  return value === undefined ? undefined : of[value];
}

function keyed(data: Mapping, shape: RecordShape | TableShape, name: string, to: Findings, path: string): Plain {
  const found: Record<string, Plain> = Object.create(null);
  for (const entry of data.entries) {
    const inner =
      shape.kind === 'table' ? shape.of : Object.hasOwn(shape.keys, entry.name) ? shape.keys[entry.name] : undefined;
    if (!inner) {
      const known = shape.kind === 'record' ? Object.keys(shape.keys) : [];
      const message = `the key '${entry.name}' of ${name} is not known`;
      const advice = didYouMean(entry.name, known, `It has ${known.join(', ')}.`);
      to.report.add('fatal', { rule: 'unknown-configuration-key', message, advice, span: entry.nameSpan });
      continue;
    }
    const at = `${path}/${entry.name}`;
    to.places.setName(at, entry.nameSpan);
    // In a table every key says something, and would be lost without a word.
    if (shape.kind === 'table' && !isSaid(entry.value)) {
      const message = `${entry.name} in ${name} has nothing behind it`;
      const advice = 'Write its value behind the colon, or take it out.';
      to.report.add('fatal', { rule: 'invalid-configuration', message, advice, span: entry.nameSpan });
    }
    const value = shaped(entry.value, inner, entry.name, to, at);
    if (value !== undefined) found[entry.name] = value;
  }
  const missing =
    shape.kind === 'record' ? (shape.required ?? []).find((key) => !Object.hasOwn(found, key)) : undefined;
  // A key that is there and wrong has been reported already.
  if (missing !== undefined && !data.entries.some((entry) => entry.name === missing && isSaid(entry.value)))
    fault(to, data, `${name} lacks the key ${missing}`);
  return found;
}

function isSaid(data: Data): boolean {
  return data.kind !== 'scalar' || data.value !== null;
}
