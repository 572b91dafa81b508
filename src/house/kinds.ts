import type { Schema } from './validate.ts';

type Keys = Readonly<Record<string, Schema>>;
type RecordShape = Extract<Schema, { kind: 'record' }>;

const explained = (about: string | undefined) => (about === undefined ? {} : { about });

/** A text. `what` describes it in a message if a value has another type or does not match. */
export function word(what: string, pattern?: RegExp, about?: string): Schema {
  return { kind: 'text', what, ...(pattern ? { pattern } : {}), ...explained(about) };
}

export function text(about?: string): Schema {
  return word('a text', undefined, about);
}

export function flag(about?: string): Schema {
  return { kind: 'flag', ...explained(about) };
}

export function choice(values: readonly string[], about?: string): Schema {
  return { kind: 'choice', values, ...explained(about) };
}

export function list(of: Schema, about?: string): Schema {
  return { kind: 'list', of, ...explained(about) };
}

/** A schema of a value that must not be empty. */
export function filled<Of extends Schema>(shape: Of): Of {
  return { ...shape, isFilled: true };
}

/** A list without duplicates. */
export function set(of: Schema, about: string): Schema {
  return { kind: 'list', of, isSet: true, about };
}

export function table(of: Schema, about?: string): Schema {
  return { kind: 'table', of, ...explained(about) };
}

export function record(keys: Keys, about?: string, required: readonly string[] = []): RecordShape {
  return { kind: 'record', keys, required, ...explained(about) };
}
