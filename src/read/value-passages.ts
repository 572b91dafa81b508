import type { Data, Scalar } from '../model/data.ts';
import type { Key } from '../model/keys.ts';
import type { Field } from '../model/note.ts';
import type { Passage } from '../model/passage.ts';
import type { Source } from '../text/index.ts';
import { tracedValue } from './traced-value.ts';

/** The keys whose values are prose, and the keys in a mapping that are: the name of a source, but not its URL. */
const PROSE: Partial<Readonly<Record<Key, readonly string[]>>> = {
  headline: [],
  source: ['name'],
  dek: [],
  byline: [],
  dateline: [],
  section: [],
  image: ['alt', 'credit', 'caption'],
  corrections: ['text'],
};

/** The prose in the front matter, in the order of the text. */
export function valuePassages(fields: readonly Field[], source: Source): readonly Passage[] {
  return fields.flatMap(({ key, value }) => {
    const inner = key && PROSE[key];
    return inner ? [...scalarsIn(value, key, inner)].map(([name, scalar]) => passageOf(scalar, name, source)) : [];
  });
}

function* scalarsIn(value: Data, name: string, inner: readonly string[]): Generator<[string, Scalar]> {
  if (value.kind === 'scalar') yield [name, value];
  else if (value.kind === 'sequence') for (const item of value.items) yield* scalarsIn(item, name, inner);
  else
    for (const entry of value.entries)
      if (inner.includes(entry.name) && entry.value.kind === 'scalar') yield [`${name}.${entry.name}`, entry.value];
}

function passageOf(scalar: Scalar, key: string, source: Source): Passage {
  return { kind: 'value', key, marks: [], isQuoted: false, ...tracedValue(scalar, source) };
}
