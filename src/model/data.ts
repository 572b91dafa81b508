import type { Span } from '../text/index.ts';

/** A value of a YAML text. Scalars are strings as written (`1.10` stays `1.10`), or null. */
export type Data = Scalar | Sequence | Mapping;

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | null;
  readonly span: Span;
}

export interface Sequence {
  readonly kind: 'sequence';
  readonly items: readonly Data[];
  readonly span: Span;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  /** It contains an anchor, an alias or a merge key, so the order of its entries matters. */
  readonly isLinked?: true;
  readonly span: Span;
}

export interface Entry {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Data;
}

/** Whether a value is empty, which counts as absent. */
export function isNothing(data: Data): boolean {
  return data.kind === 'scalar' && data.value === null;
}

/** The content of a value without its spelling: text or null, a list, or for a mapping a list of pairs. */
export function plainData(data: Data): unknown {
  switch (data.kind) {
    case 'scalar':
      return data.value;
    case 'sequence':
      return data.items.map(plainData);
    case 'mapping':
      return data.entries.map(({ name, value }) => [name, plainData(value)]);
  }
}
