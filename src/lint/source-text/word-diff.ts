import type { Token } from './tokens.ts';

/** Words of the note in place of words of the source. Either may be empty. */
export interface Difference {
  readonly note: readonly Token[];
  readonly source: readonly Token[];
}

export interface Alignment {
  /** The number of words that both have. */
  readonly common: number;
  /** The words of the source that stand for those of the note. */
  readonly matched: readonly Token[];
  readonly differences: readonly Difference[];
}

/** A longer quotation is compared by its first words, because the comparison is quadratic. */
const MOST = 300;
/** How many more words the source may have than the quotation. */
const SLACK = 12;

/** Compares words with the most similar passage of the source. Undefined if the source has none of them. */
export function align(words: readonly Token[], source: readonly Token[]): Alignment | undefined {
  const note = words.slice(0, MOST);
  const start = nearestStart(note, source);
  if (start === undefined) return undefined;
  const from = Math.max(0, start - SLACK);
  return compare(note, source.slice(from, start + note.length + SLACK));
}

/** The index in the source at which the words begin by most of their rare words. */
function nearestStart(note: readonly Token[], source: readonly Token[]): number | undefined {
  const places = new Map<string, number[]>(note.map(({ key }) => [key, []]));
  for (const [at, { key }] of source.entries()) places.get(key)?.push(at);
  const weights = new Map<number, number>();
  for (const [at, { key }] of note.entries()) {
    const found = places.get(key) ?? [];
    // A word on every line says nothing, and would make this quadratic.
    if (found.length > 50) continue;
    for (const place of found) {
      // Inserted and dropped words shift what follows.
      for (let shift = -2; shift <= 2; shift++) {
        const begin = place - at + shift;
        weights.set(begin, (weights.get(begin) ?? 0) + (shift === 0 ? 1.1 : 1) / found.length);
      }
    }
  }
  let best: number | undefined;
  let most = 0;
  for (const [begin, weight] of weights) {
    if (weight <= most) continue;
    most = weight;
    best = begin;
  }
  return best;
}

/** The longest common subsequence of two lists of words, without what the source has before and after. */
function compare(note: readonly Token[], source: readonly Token[]): Alignment {
  const width = source.length + 1;
  const lengths = new Uint16Array((note.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = note.length - 1; row >= 0; row--) {
    for (let column = source.length - 1; column >= 0; column--) {
      const isSame = note[row]?.key === source[column]?.key;
      lengths[row * width + column] = isSame
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs = withoutStrays(pairsOf(note, source, lengthAt), note, source);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return { common: 0, matched: [], differences: [] };
  // Changed words at the start and the end have their counterparts beside the common ones.
  const begin = Math.max(0, first[1] - first[0]);
  const end = Math.min(source.length, last[1] + note.length - last[0]);
  const bounds = [[-1, begin - 1], ...pairs, [note.length, end]] as const;
  const differences = bounds.slice(1).flatMap(([row, column], at) => {
    const [before, above] = bounds[at] ?? [-1, -1];
    const one = { note: note.slice(before + 1, row), source: source.slice(above + 1, column) };
    return one.note.length + one.source.length > 0 ? [one] : [];
  });
  return { common: pairs.length, matched: source.slice(begin, end), differences };
}

type Pair = readonly [note: number, source: number];

/** More words than this between two common words of the source belong to another sentence. */
const STRAY = 3;

/** Moves a first and a last common word that are far from the others next to them: any sentence has a `the`. */
function withoutStrays(all: readonly Pair[], note: readonly Token[], source: readonly Token[]): readonly Pair[] {
  const pairs = [...all];
  const isStray = (one: Pair | undefined, other: Pair | undefined) =>
    one && other && other[1] - one[1] - (other[0] - one[0]) > STRAY;
  while (isStray(pairs[0], pairs[1])) pairs.shift();
  while (isStray(pairs.at(-2), pairs.at(-1))) pairs.pop();
  const isCommon = (row: number, column: number) => row in note && note[row]?.key === source[column]?.key;
  for (let first = pairs[0]; first && isCommon(first[0] - 1, first[1] - 1); first = pairs[0])
    pairs.unshift([first[0] - 1, first[1] - 1]);
  for (let last = pairs.at(-1); last && isCommon(last[0] + 1, last[1] + 1); last = pairs.at(-1))
    pairs.push([last[0] + 1, last[1] + 1]);
  return pairs;
}

function pairsOf(
  note: readonly Token[],
  source: readonly Token[],
  lengthAt: (row: number, column: number) => number,
): readonly Pair[] {
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < note.length && column < source.length; ) {
    if (note[row]?.key === source[column]?.key) pairs.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
