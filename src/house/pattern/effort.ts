import { type Automaton, TooLarge } from './automaton.ts';
import type { Begin } from './begin.ts';
import type { Alphabet } from './letters.ts';

/** What a paragraph of a note may be like, again and again. */
export const PROSE =
  'In 2026 the lab said: its robots, which work at night, "cost 40% less" than those of its well-known rivals. ';
const SENTENCES = 8;
/** How many equal letters are tried. Nobody writes more digits, blanks or marks in a row; letters go on, in Chinese. */
const RUN = 200;
/** The length of a text for which the effort is estimated: paragraphs are shorter. */
const LONGEST = 10_000;
/** Steps from place to place that are taken to find out: about a third of a second. */
const MOST_STEPS = 10_000_000;

/**
 * How many steps a backtracking engine may take before it knows that nothing matches, over a long paragraph of prose or a
 * text of equal letters, each from the beginning of the pattern and from behind what it has found already. No text is
 * matched: the steps are counted, in no more time than the text is long, and what they grow by from half of a text to all of
 * it tells what they will grow to.
 * @throws {TooLarge}
 */
export function effortOf(automaton: Automaton, alphabet: Alphabet): number {
  const counter = new Counter(automaton, alphabet);
  const runs = alphabet.letters.map((letter) =>
    counter.effort(Array(RUN).fill(letter), () => false, alphabet.isAlphabetic(letter) ? LONGEST : RUN),
  );
  const text = PROSE.repeat(SENTENCES);
  const boundaries = new Set([...text.matchAll(/\b/g)].map(({ index }) => index));
  return Math.max(
    ...runs,
    counter.effort(alphabet.lettersOf(text), (at) => boundaries.has(at), LONGEST),
  );
}

/** The edges that one letter may take, one beside the other; the beginning is 0, and each place one more than its index. */
interface Edges {
  readonly from: number[];
  readonly to: number[];
  readonly ways: number[];
}

class Counter {
  readonly #automaton: Automaton;
  readonly #alphabet: Alphabet;
  readonly #edges = new Map<number, Edges>();
  #steps = 0;

  constructor(automaton: Automaton, alphabet: Alphabet) {
    this.#automaton = automaton;
    this.#alphabet = alphabet;
  }

  /** The steps over a text, which is periodic, drawn out to a length. */
  effort(text: readonly (number | undefined)[], isBoundary: (at: number) => boolean, length: number): number {
    const { places, begins } = this.#automaton;
    let after = new Float64Array(places.length + 1);
    let half = after;
    let halfOfAll = 0;
    let all = 0;
    for (let at = text.length - 1; at >= 0; at--) {
      after = this.#before(after, text[at]);
      if (mayBegin(begins, isBoundary(at))) all += after[0] ?? 0;
      if (at === text.length / 2) [half, halfOfAll] = [after, all];
    }
    const doublings = Math.log2(length / text.length);
    const each = [...after].map((steps, place) => drawnOut(steps, half[place] ?? 0, doublings));
    return Math.max(drawnOut(all, halfOfAll, doublings), ...each);
  }

  /** The steps from each place on, by those from the places behind a letter on. */
  #before(after: Float64Array, letter: number | undefined): Float64Array<ArrayBuffer> {
    const found = new Float64Array(after.length);
    if (letter === undefined) return found;
    const { from, to, ways } = this.#edgesOf(letter);
    this.#steps += from.length + 1;
    if (this.#steps > MOST_STEPS) throw new TooLarge();
    for (const [index, start] of from.entries()) {
      const end = to[index] ?? 0;
      const onward = this.#automaton.matched.has(end - 1) ? 0 : (after[end] ?? 0);
      found[start] = (found[start] ?? 0) + (ways[index] ?? 0) * (1 + onward);
    }
    return found;
  }

  #edgesOf(letter: number): Edges {
    const known = this.#edges.get(letter);
    if (known) return known;
    const { first, next } = this.#automaton;
    const edges: Edges = { from: [], to: [], ways: [] };
    for (const [start, targets] of [first, ...next].entries()) {
      for (const [place, ways] of targets) {
        if (!this.#alphabet.accepts(place, letter)) continue;
        edges.from.push(start);
        edges.to.push(place + 1);
        edges.ways.push(ways);
      }
    }
    this.#edges.set(letter, edges);
    return edges;
  }
}

function mayBegin(begins: Begin, isBoundary: boolean): boolean {
  return begins === 'anywhere' || (begins === 'at a word' && isBoundary);
}

/** What grows from `half` to `steps` with the first doubling of a text, after some more. */
function drawnOut(steps: number, half: number, doublings: number): number {
  return half === 0 || doublings <= 0 ? steps : steps * (steps / half) ** doublings;
}
