import type { Schema } from '../../src/house/schema-types.ts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What stands in for a shape, by its path: names that are known only elsewhere. */
export type Override = (path: string, schema: JsonSchema) => JsonSchema;

/** A shape as a JSON Schema (draft 7, the newest that every YAML editor reads). */
export function schemaOf(schema: Schema, override: Override = (_, schema) => schema, path = ''): JsonSchema {
  const inner = (of: Schema, key: string) => schemaOf(of, override, `${path}/${key}`);
  const about = schema.about === undefined ? {} : { description: schema.about };
  return override(path, { ...about, ...bare(schema, inner) });
}

function bare(schema: Schema, inner: (of: Schema, key: string) => JsonSchema): JsonSchema {
  switch (schema.kind) {
    case 'text':
      // YAML reads `2026` as a number; the program takes it as it is written.
      return { type: ['string', 'number', 'boolean'], ...patternFor(schema) };
    case 'choice':
      return { type: 'string', enum: schema.values };
    case 'flag':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: schema.min ?? 0, maximum: 999_999_999 };
    case 'list':
      return {
        type: 'array',
        items: inner(schema.of, '*'),
        ...(schema.isFilled ? { minItems: 1 } : {}),
        ...(schema.isSet ? { uniqueItems: true } : {}),
      };
    case 'table':
      return {
        type: 'object',
        additionalProperties: inner(schema.of, '*'),
        ...(schema.isFilled ? { minProperties: 1, propertyNames: FILLED } : {}),
      };
    case 'text-or':
      return { anyOf: [{ type: 'string' }, inner(schema.else, '')] };
    case 'either': {
      const forms = [schema.scalar, schema.sequence, schema.mapping].filter((one) => one !== undefined);
      return { anyOf: forms.map((one) => inner(one, '')) };
    }
    case 'record': {
      const keys = Object.entries(schema.keys);
      const required = schema.required ?? [];
      return {
        type: schema.mayBeEmpty ? ['object', 'null'] : 'object',
        properties: Object.fromEntries(keys.map(([key, of]) => [key, inner(of, key)])),
        additionalProperties: false,
        ...(required.length > 0 ? { required } : {}),
      };
    }
    case 'variant':
      return variants(schema, inner);
  }
}

const FILLED = { pattern: '\\S' };

function patternFor({ pattern, isFilled }: Extract<Schema, { kind: 'text' }>): JsonSchema {
  if (pattern) return { pattern: patternOf(pattern) };
  return isFilled ? FILLED : {};
}

/** All keys together for an editor to offer, and for each variant those that it may and must have. */
function variants(
  { on, of }: Extract<Schema, { kind: 'variant' }>,
  inner: (of: Schema, key: string) => JsonSchema,
): JsonSchema {
  const all = Object.entries(of);
  const keys = new Map(all.flatMap(([, { keys }]) => Object.entries(keys)));
  return {
    type: 'object',
    properties: Object.fromEntries([...keys].map(([key, schema]) => [key, inner(schema, key)])),
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
