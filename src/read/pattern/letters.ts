import type { Leaf } from './automaton.ts';

/** One letter of each kind that a pattern can tell from the others, by its index, and which places take it. */
export interface Alphabet {
  readonly letters: readonly number[];
  accepts(place: number, letter: number): boolean;
}

/** What patterns about prose tell apart, beside the letters that stand in them. */
const COMMON = ['a', 'Z', '5', ' ', '_', '-', '.', ',', '"', "'", 'é', '文', '\n', '\u{1f680}'];

/** The letters of a pattern are tried on it by the engine itself: what a class means is not said a second time here. */
export function alphabetOf(places: readonly Leaf[], flags: string): Alphabet {
  const kinds = [...new Set(places.map(({ raw }) => raw))];
  const expressions = kinds.map((raw) => new RegExp(`^(?:${raw})$`, flags));
  const kindOf = new Map(kinds.map((raw, index) => [raw, index]));
  const byPlace = places.map(({ raw }) => kindOf.get(raw) ?? 0);
  // Letters that the same classes take are as good as one another.
  const rows = new Map<string, readonly boolean[]>();
  for (const letter of new Set([...COMMON, ...places.flatMap(lettersOf)])) {
    const row = expressions.map((expression) => expression.test(letter));
    if (row.includes(true)) rows.set(row.map(Number).join(''), row);
  }
  const all = [...rows.values()];
  return {
    letters: all.map((_, index) => index),
    accepts: (place, letter) => all[letter]?.[byPlace[place] ?? -1] ?? false,
  };
}

function lettersOf(leaf: Leaf): readonly string[] {
  if (leaf.type === 'Character') return [String.fromCodePoint(leaf.value)];
  if (leaf.type !== 'CharacterClass') return [];
  return leaf.elements.flatMap((element) => {
    if (element.type === 'Character') return [String.fromCodePoint(element.value)];
    if (element.type !== 'CharacterClassRange') return [];
    return [String.fromCodePoint(element.min.value), String.fromCodePoint(element.max.value)];
  });
}
