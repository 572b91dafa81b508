import type { Leaf } from './automaton.ts';

/** One letter of each kind that a pattern can tell from the others, by its index, and which places take it. */
export interface Alphabet {
  readonly letters: readonly number[];
  accepts(place: number, letter: number): boolean;
  /** The letters of a text whose letters were handed in; undefined for one that no place takes. */
  lettersOf(text: string): readonly (number | undefined)[];
  /** Whether one of the kind is a letter of an alphabet, and no digit, blank or mark. */
  isAlphabetic(letter: number): boolean;
}

/** What patterns about prose tell apart, beside the letters that stand in them. */
const COMMON = ['a', 'Z', '5', ' ', '_', '-', '.', ',', '"', "'", 'é', 'я', '文', '\n', '\u{1f680}'];

/**
 * The letters of a pattern are tried on it by the engine itself: what a class means is not said a second time here.
 * @param text whose letters are told apart as well.
 */
export function alphabetOf(places: readonly Leaf[], flags: string, text: string): Alphabet {
  const kinds = [...new Set(places.map(({ raw }) => raw))];
  const expressions = kinds.map((raw) => new RegExp(`^(?:${raw})$`, flags));
  const kindOf = new Map(kinds.map((raw, index) => [raw, index]));
  const byPlace = places.map(({ raw }) => kindOf.get(raw) ?? 0);
  // Letters that the same classes take are as good as one another.
  const rows = new Map<string, number>();
  const all: (readonly boolean[])[] = [];
  const kindsOfLetter = new Map<string, number>();
  const alphabetic = new Set<number>();
  for (const letter of new Set([...COMMON, ...places.flatMap(lettersOf), ...text])) {
    const row = expressions.map((expression) => expression.test(letter));
    if (!row.includes(true)) continue;
    const key = row.map(Number).join('');
    const known = rows.get(key) ?? all.push(row) - 1;
    rows.set(key, known);
    kindsOfLetter.set(letter, known);
    if (/\p{L}/u.test(letter)) alphabetic.add(known);
  }
  return {
    letters: all.map((_, index) => index),
    accepts: (place, letter) => all[letter]?.[byPlace[place] ?? -1] ?? false,
    lettersOf: (text) => [...text].map((letter) => kindsOfLetter.get(letter)),
    isAlphabetic: (letter) => alphabetic.has(letter),
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
