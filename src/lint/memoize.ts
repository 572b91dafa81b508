/** Returns a function that computes its result once for each object, and keeps it as long as the object lives. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const results = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = results.get(key);
    if (known) return known.value;
    const value = compute(key);
    results.set(key, { value });
    return value;
  };
}

/** The results of a function for the texts of the check that runs, and of the one before. */
interface TextResults {
  now: Map<string, unknown>;
  before: Map<string, unknown>;
}

const all: TextResults[] = [];

/**
 * Returns a function that computes its result once for each text of a note. It keeps the results for one more check, which may be of
 * the same note with one paragraph changed.
 */
export function memoizeText<Value>(compute: (text: string) => Value): (text: string) => Value {
  const results: TextResults = { now: new Map(), before: new Map() };
  all.push(results);
  return (text) => {
    const { now, before } = results;
    if (now.has(text)) return now.get(text) as Value;
    const value = before.has(text) ? (before.get(text) as Value) : compute(text);
    now.set(text, value);
    return value;
  };
}

/** Forgets the results for texts that only the check before the last one had. Call it when a check starts. */
export function startCheck(): void {
  for (const results of all) {
    if (results.now.size > 0 || results.before.size > 0) [results.before, results.now] = [results.now, new Map()];
  }
}
