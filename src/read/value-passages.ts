import type { Data, Scalar } from '../model/data.ts';
import type { Key } from '../model/keys.ts';
import type { Field } from '../model/note.ts';
import type { Origin, Passage } from '../model/passage.ts';
import { type Source, type Span, span } from '../text/index.ts';

/** The keys whose values are prose, with what of a mapping is: a name and not its address. */
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

/** The prose in a note's fields, in the order of the text. */
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

/** A scalar of YAML or JSON as a reader sees it. One that is folded over lines, or escaped in rarer ways, has one origin. */
function passageOf(scalar: Scalar, key: string, { text }: Source): Passage {
  const value = scalar.value ?? '';
  const mark = text.charAt(scalar.span.start);
  const quotes = mark === '"' || mark === "'" ? mark : undefined;
  const inside = quotes ? span(scalar.span.start + 1, scalar.span.end - 1) : scalar.span;
  const found =
    value === '' ? [] : (originsOf(text.slice(inside.start, inside.end), value, inside, quotes) ?? whole(inside));
  const isTrimmed = found.length === 0;
  return {
    kind: 'value',
    key,
    text: isTrimmed ? '' : value,
    span: inside,
    origins: found,
    marks: [],
    isQuoted: false,
    ...(quotes ? { quotes } : {}),
  };
}

function whole(place: Span): Origin[] {
  return [{ at: 0, span: place, isExact: false }];
}

const ESCAPES = { "'": /''/g, '"': /\\["\\/]/g } as const;

function originsOf(raw: string, value: string, place: Span, quotes: "'" | '"' | undefined): Origin[] | undefined {
  if (raw === value) return [{ at: 0, span: place, isExact: true }];
  if (!quotes) return undefined;
  const origins: Origin[] = [];
  let said = '';
  let from = 0;
  const exact = (to: number): void => {
    if (to === from) return;
    origins.push({ at: said.length, span: span(place.start + from, place.start + to), isExact: true });
    said += raw.slice(from, to);
  };
  for (const { 0: found, index } of raw.matchAll(ESCAPES[quotes])) {
    exact(index);
    from = index + found.length;
    origins.push({ at: said.length, span: span(place.start + index, place.start + from), isExact: false });
    said += found.charAt(1);
  }
  exact(raw.length);
  return said === value ? origins : undefined;
}
