/** A message as a person sees it, with the input that causes it. */
export interface Entry {
  /** The id of a rule; a message about arguments and files has none. */
  readonly rule: string | undefined;
  readonly severity: string;
  readonly message: string;
  readonly advice: string | undefined;
  readonly example: string;
  /** The file or the command that the message is about. A message about a note is listed by its rule. */
  readonly group?: string;
}

const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;

/** Returns what two messages of one kind share: names, numbers, dates and units differ. */
export function template(message: string): string {
  return message
    .replace(/'[^']*'/g, "'…'")
    .replace(/\bU\+[0-9A-F]+ [A-Z -]+|\d[\d,.:TZ+-]*/g, 'N')
    .replace(MONTH, 'M')
    .replace(/\b(?:word|character)s?\b/g, 'unit')
    .replace(/\b(paragraph|law|hyphen|post|note)s\b/g, '$1')
    .replace(/^[\w.]+ (?=must be\b|has no\b)/, '… ')
    .replace(/(?<=dropped from |does not print |^an item of |(?:'|value|^\S+) in )(?:\w+|'…'|the \w+)/, '…');
}

/** Keeps one entry of each kind: the first source that gives it wins, and within a source the smallest example. */
export function onePerKind(...sources: readonly (readonly Entry[])[]): readonly Entry[] {
  const kept = new Map<string, Entry>();
  for (const source of sources) {
    const found = new Map<string, Entry>();
    for (const entry of source) {
      const key = `${entry.rule} ${template(entry.message)}`;
      const known = found.get(key);
      if (known === undefined || entry.example.length < known.example.length) found.set(key, entry);
    }
    for (const [key, entry] of found) if (!kept.has(key)) kept.set(key, entry);
  }
  return [...kept.values()];
}
