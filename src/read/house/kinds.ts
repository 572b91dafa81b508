import type { Shape } from '../shape.ts';

type Keys = Readonly<Record<string, Shape>>;
type RecordShape = Extract<Shape, { kind: 'record' }>;

const explained = (about: string | undefined) => (about === undefined ? {} : { about });

/** A text that is said to be `what` where it is none, or does not match. */
export function word(what: string, pattern?: RegExp, about?: string): Shape {
  return { kind: 'text', what, ...(pattern ? { pattern } : {}), ...explained(about) };
}

export function text(about?: string): Shape {
  return word('a text', undefined, about);
}

export function flag(about?: string): Shape {
  return { kind: 'flag', ...explained(about) };
}

export function choice(values: readonly string[], about?: string): Shape {
  return { kind: 'choice', values, ...explained(about) };
}

export function list(of: Shape, about?: string): Shape {
  return { kind: 'list', of, ...explained(about) };
}

/** A shape in which something has to stand. */
export function filled<Of extends Shape>(shape: Of): Of {
  return { ...shape, isFilled: true };
}

/** A list without an item that stands there twice. */
export function set(of: Shape, about: string): Shape {
  return { kind: 'list', of, isSet: true, about };
}

export function table(of: Shape, about?: string): Shape {
  return { kind: 'table', of, ...explained(about) };
}

export function record(keys: Keys, about?: string, required: readonly string[] = []): RecordShape {
  return { kind: 'record', keys, required, ...explained(about) };
}
