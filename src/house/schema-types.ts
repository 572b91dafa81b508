/** The schema of a configuration file. It validates the file, and the published JSON Schemas are generated from it. */
export type Schema = (
  | { readonly kind: 'text'; readonly what: string; readonly pattern?: RegExp }
  /** `what` names a value in a message, if there are too many to list. */
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly what?: string }
  /** `what` describes it in a message, if other kinds of values are possible. */
  | { readonly kind: 'flag'; readonly what?: string }
  | { readonly kind: 'number'; readonly min?: number }
  /** A set has no duplicate items. */
  | { readonly kind: 'list'; readonly of: Schema; readonly isSet?: boolean }
  /** Known keys only. */
  | RecordSchema
  /** Any keys, whose values have the same schema. */
  | TableSchema
  /** A text, or a value of another schema. */
  | { readonly kind: 'text-or'; readonly what: string; readonly else: Schema }
  /** A schema for each kind of value. `what` describes them. */
  | {
      readonly kind: 'either';
      readonly what: string;
      readonly scalar?: Schema;
      readonly sequence?: Schema;
      readonly mapping?: Schema;
    }
  /** A record whose other keys depend on the value of one. */
  | { readonly kind: 'variant'; readonly on: string; readonly of: Readonly<Record<string, RecordSchema>> }
) & {
  /** The description in the published schema, in one line. */
  readonly about?: string;
  /** Must not be blank. This and `isSet` are only for the published schemas; a house is checked as a whole. */
  readonly isFilled?: boolean;
  /** A record for which a key without a value is an empty mapping. */
  readonly mayBeEmpty?: boolean;
};

export interface RecordSchema {
  readonly kind: 'record';
  readonly keys: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** At least one of these keys is required; only for the published schemas. */
  readonly either?: readonly string[];
}

export interface TableSchema {
  readonly kind: 'table';
  readonly of: Schema;
}

const explained = (about: string | undefined) => (about === undefined ? {} : { about });

/** A text. `what` describes it in a message if a value has another type or does not match. */
export function word(what: string, pattern?: RegExp, about?: string): Schema {
  return { kind: 'text', what, ...(pattern ? { pattern } : {}), ...explained(about) };
}

export function text(about?: string): Schema {
  return word('text', undefined, about);
}

export function flag(about?: string, what?: string): Schema {
  return { kind: 'flag', ...(what === undefined ? {} : { what }), ...explained(about) };
}

/** One of some values. `what` names one in a message, if there are too many to list. */
export function choice(values: readonly string[], about?: string, what?: string): Schema {
  return { kind: 'choice', values, ...(what === undefined ? {} : { what }), ...explained(about) };
}

export function list(of: Schema, about?: string): Schema {
  return { kind: 'list', of, ...explained(about) };
}

/** A schema of a value that must not be empty. */
export function filled<Of extends Schema>(schema: Of): Of {
  return { ...schema, isFilled: true };
}

/** A list without duplicates. */
export function set(of: Schema, about: string): Schema {
  return { kind: 'list', of, isSet: true, about };
}

export function table(of: Schema, about?: string): Schema {
  return { kind: 'table', of, ...explained(about) };
}

export function record(keys: RecordSchema['keys'], about?: string, required: readonly string[] = []): RecordSchema {
  return { kind: 'record', keys, required, ...explained(about) };
}
