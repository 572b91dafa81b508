import type { Shape } from '../../src/read/shape.ts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What stands in for a shape, by its path: names that are known only elsewhere. */
export type Override = (path: string, schema: JsonSchema) => JsonSchema;

/** A shape as a JSON Schema (draft 7, the newest that every YAML editor reads). */
export function schemaOf(shape: Shape, override: Override = (_, schema) => schema, path = ''): JsonSchema {
  const inner = (of: Shape, key: string) => schemaOf(of, override, `${path}/${key}`);
  const about = shape.about === undefined ? {} : { description: shape.about };
  return override(path, { ...about, ...bare(shape, inner) });
}

function bare(shape: Shape, inner: (of: Shape, key: string) => JsonSchema): JsonSchema {
  switch (shape.kind) {
    case 'text':
      // YAML reads `2026` as a number; the program takes it as it is written.
      return { type: ['string', 'number', 'boolean'], ...patternFor(shape) };
    case 'choice':
      return { type: 'string', enum: shape.values };
    case 'flag':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: 0, maximum: 999_999_999 };
    case 'list':
      return {
        type: 'array',
        items: inner(shape.of, '*'),
        ...(shape.isFilled ? { minItems: 1 } : {}),
        ...(shape.isSet ? { uniqueItems: true } : {}),
      };
    case 'table':
      return {
        type: 'object',
        additionalProperties: inner(shape.of, '*'),
        ...(shape.isFilled ? { minProperties: 1, propertyNames: FILLED } : {}),
      };
    case 'text-or':
      return { anyOf: [{ type: 'string' }, inner(shape.else, '')] };
    case 'record': {
      const keys = Object.entries(shape.keys);
      const required = shape.required ?? [];
      return {
        type: 'object',
        properties: Object.fromEntries(keys.map(([key, of]) => [key, inner(of, key)])),
        additionalProperties: false,
        ...(required.length > 0 ? { required } : {}),
      };
    }
    case 'variant':
      return variants(shape, inner);
  }
}

const FILLED = { pattern: '\\S' };

function patternFor({ pattern, isFilled }: Extract<Shape, { kind: 'text' }>): JsonSchema {
  if (pattern) return { pattern: patternOf(pattern) };
  return isFilled ? FILLED : {};
}

/** All keys together for an editor to offer, and for each variant those that it may and must have. */
function variants(
  { on, of }: Extract<Shape, { kind: 'variant' }>,
  inner: (of: Shape, key: string) => JsonSchema,
): JsonSchema {
  const all = Object.entries(of);
  const keys = new Map(all.flatMap(([, { keys }]) => Object.entries(keys)));
  return {
    type: 'object',
    properties: Object.fromEntries([...keys].map(([key, shape]) => [key, inner(shape, key)])),
    required: [on],
    additionalProperties: false,
    allOf: all.map(([value, { keys, required = [], either = [] }]) => ({
      if: { properties: { [on]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        required,
        propertyNames: { enum: Object.keys(keys) },
        ...(either.length > 0 ? { anyOf: either.map((key) => ({ required: [key] })) } : {}),
      },
    })),
  };
}

/** JSON Schema knows no flags: a letter stands for itself in either case. */
export function patternOf({ source, flags }: RegExp): string {
  if (!flags.includes('i')) return source;
  return source.replace(/\[[^\]]*\]|\\.|[a-z]/gi, (piece) => {
    if (piece.startsWith('\\')) return piece;
    if (piece.startsWith('[')) return piece.replace('a-z', 'A-Za-z');
    return `[${piece.toUpperCase()}${piece.toLowerCase()}]`;
  });
}
