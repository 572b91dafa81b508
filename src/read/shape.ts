import type { Data } from '../model/data.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Report } from './report.ts';

/** What a configuration file may hold: one definition to check it by, with a place for every fault. */
export type Shape =
  | { readonly kind: 'text'; readonly what: string; readonly pattern?: RegExp }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  | { readonly kind: 'list'; readonly of: Shape }
  /** Known keys only. */
  | { readonly kind: 'record'; readonly keys: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  /** Any keys, all with values of one shape. */
  | { readonly kind: 'table'; readonly of: Shape }
  /** A text, or else. */
  | { readonly kind: 'text-or'; readonly what: string; readonly else: Shape };

export type Plain = string | boolean | number | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * The plain value of data that has a shape. Every departure is reported as fatal with its place; what is wrong is left
 * out of the result. An empty value counts as absent.
 */
export function shaped(data: Data, shape: Shape, name: string, report: Report): Plain | undefined {
  const wrong = (wanted: string): undefined => {
    report.add('fatal', { rule: 'invalid-configuration', message: `${name} is ${wanted}`, span: data.span });
  };
  if (data.kind === 'scalar' && data.value === null) return undefined;
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
    case 'choice': {
      if (data.kind === 'scalar' && data.value !== null && shape.values.includes(data.value)) return data.value;
      const said = data.kind === 'scalar' ? (data.value ?? '') : '';
      const message = `${name} is one of ${shape.values.join(', ')}`;
      const advice = didYouMean(said, shape.values, 'Write one of them.');
      report.add('fatal', { rule: 'invalid-configuration', message, advice, span: data.span });
      return undefined;
    }
    case 'list':
      if (data.kind !== 'sequence') return wrong('a list');
      return data.items
        .map((item) => shaped(item, shape.of, `an item of ${name}`, report))
        .filter((item) => item !== undefined);
    case 'text-or':
      return data.kind === 'scalar' ? (data.value ?? undefined) : shaped(data, shape.else, name, report);
    case 'table':
    case 'record':
      return data.kind === 'mapping'
        ? keyed(data, shape, name, report)
        : wrong('written as keys with values, one a line');
  }
}

type Keyed = Extract<Shape, { kind: 'record' | 'table' }>;

function keyed(data: Extract<Data, { kind: 'mapping' }>, shape: Keyed, name: string, report: Report): Plain {
  const found: Record<string, Plain> = Object.create(null);
  for (const entry of data.entries) {
    const inner =
      shape.kind === 'table' ? shape.of : Object.hasOwn(shape.keys, entry.name) ? shape.keys[entry.name] : undefined;
    if (!inner) {
      const known = shape.kind === 'record' ? Object.keys(shape.keys) : [];
      const message = `the key '${entry.name}' of ${name} is not known`;
      const advice = didYouMean(entry.name, known, `It has ${known.join(', ')}.`);
      report.add('fatal', { rule: 'unknown-configuration-key', message, advice, span: entry.nameSpan });
      continue;
    }
    const value = shaped(entry.value, inner, entry.name, report);
    if (value !== undefined) found[entry.name] = value;
  }
  const missing =
    shape.kind === 'record' ? (shape.required ?? []).find((key) => !Object.hasOwn(found, key)) : undefined;
  if (missing !== undefined) {
    report.add('fatal', {
      rule: 'invalid-configuration',
      message: `${name} lacks the key ${missing}`,
      span: data.span,
    });
  }
  return found;
}
