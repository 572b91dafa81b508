import { parseDocument } from 'yaml';
import { canonical, surplus } from './cut.ts';

/** What a front matter says: each key by its canonical name with its value, as text that can be compared. */
export type Said = Map<string, readonly string[]>;

/**
 * The data of a front matter by the yaml package, read twice: as the core schema has it, and with every scalar as it is
 * spelled, since `1.10` is not `1.1`. Undefined for what is no mapping.
 */
export function saidBy(yaml: string): Said | undefined {
  const read = (schema: 'core' | 'failsafe') => {
    const document = parseDocument(yaml, { schema, uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) return undefined;
    try {
      return document.toJS({ mapAsMap: true, maxAliasCount: 1000 }) as unknown;
    } catch {
      return undefined; // an alias of nothing
    }
  };
  const orNothing = (data: unknown) => (data === null || data === '' ? new Map<unknown, unknown>() : data);
  const typed = orNothing(read('core'));
  const spelled = orNothing(read('failsafe'));
  if (!(typed instanceof Map) || !(spelled instanceof Map)) return undefined;
  const said = new Map<string, string[]>();
  const spellings = [...spelled.entries()];
  for (const [at, [key, value]] of [...typed.entries()].entries()) {
    const name = typeof key === 'string' ? canonical(key) : plain(key);
    said.set(name, [...(said.get(name) ?? []), `${plain(value)} ${plain(spellings[at]?.[1])}`]);
  }
  return said;
}

/** As text; of a mapping inside, the order of keys counts, since nobody asked to change it. */
export function plain(value: unknown): string {
  return (
    JSON.stringify(value, (_, one: unknown) => {
      if (one instanceof Map) return { map: [...one] };
      if (typeof one === 'number' && !Number.isFinite(one)) return String(one);
      return Object.is(one, -0) ? '-0' : one;
    }) ?? 'undefined'
  );
}

/**
 * What differs between two front matters, apart from names and their order. A headline and a source may come in from the
 * text, where there was none.
 */
export function differentData(before: string | undefined, after: string | undefined): string[] {
  const was = saidBy(before ?? '');
  const is = saidBy(after ?? '');
  // What the program takes for a front matter and yaml does not is compared by the story that it makes.
  if (was === undefined) return [];
  if (is === undefined) return ['the front matter is YAML no longer'];
  // A key without a value counts as not there.
  for (const key of ['headline', 'source'])
    if (was.get(key)?.every((value) => value.startsWith('null '))) was.delete(key);
  const all = (said: Said) => [...said].flatMap(([key, values]) => values.map((value) => `${key}: ${value}`));
  const moved = (key: string) => !was.has(key) && (key === 'headline' || key === 'source');
  return [
    ...surplus(all(was), all(is)).map((pair) => `lost from the front matter: ${pair}`),
    ...surplus(all(new Map([...is].filter(([key]) => !moved(key)))), all(was)).map(
      (pair) => `new in the front matter: ${pair}`,
    ),
  ];
}
