import type { Span } from '../text/index.ts';

/** A value of a YAML text with its place. Scalars are strings as written (`1.10` stays `1.10`), or null. */
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
  /** An anchor, an alias or a merge key stands in it: the order of its entries has a meaning. */
  readonly isLinked?: true;
  readonly span: Span;
}

export interface Entry {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Data;
}

/** Whether a key counts as not there: its value is none. */
export function isNothing(data: Data): boolean {
  return data.kind === 'scalar' && data.value === null;
}
