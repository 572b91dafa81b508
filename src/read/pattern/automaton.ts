import type { AST } from '@eslint-community/regexpp';

/**
 * A regular expression as a graph (Glushkov's automaton): a place is one occurrence of a character or a class, and an edge
 * leads to each place that may come next, with the number of ways to get there, for it is ways that a backtracking engine
 * tries one after the other. Look-arounds are graphs of their own.
 */
export interface Automaton {
  /** What stands at each place, by its index. */
  readonly places: readonly Leaf[];
  readonly first: Ways;
  /** By the index of a place. */
  readonly next: readonly Ways[];
}

export type Leaf = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** The index of a place, and in how many ways it is reached. */
export type Ways = ReadonlyMap<number, number>;

/** More than this is nothing that anybody wrote by hand, and would take too long to judge. */
const MOST_EDGES = 200_000;

export class TooLarge extends Error {}

/** A piece of an expression: by which places it begins and ends, and in how many ways it matches nothing. */
interface Piece {
  readonly first: Ways;
  readonly last: Ways;
  readonly empty: number;
}

const NOTHING: Piece = { first: new Map(), last: new Map(), empty: 1 };

/**
 * The graphs of a pattern. A repetition is written out at most `most` times, which is exact for texts of that length.
 * @throws {TooLarge}
 */
export function automata(pattern: AST.Pattern, most: number): readonly Automaton[] {
  const found: Automaton[] = [];
  const waiting: (readonly AST.Alternative[])[] = [pattern.alternatives];
  for (const alternatives of waiting) found.push(new Builder(most, waiting).automaton(alternatives));
  return found;
}

class Builder {
  readonly #most: number;
  /** Look-arounds that were met, whose turn is still to come. */
  readonly #waiting: (readonly AST.Alternative[])[];
  readonly #places: Leaf[] = [];
  readonly #next: Map<number, number>[] = [];
  #edges = 0;

  constructor(most: number, waiting: (readonly AST.Alternative[])[]) {
    this.#most = most;
    this.#waiting = waiting;
  }

  automaton(alternatives: readonly AST.Alternative[]): Automaton {
    const { first } = this.#choice(alternatives);
    return { places: this.#places, first, next: this.#next };
  }

  #choice(alternatives: readonly AST.Alternative[]): Piece {
    const pieces = alternatives.map(({ elements }) =>
      elements.map((element) => this.#piece(element)).reduce((a, b) => this.#sequence(a, b), NOTHING),
    );
    return {
      first: sum(pieces.map(({ first }) => first)),
      last: sum(pieces.map(({ last }) => last)),
      empty: pieces.reduce((all, { empty }) => all + empty, 0),
    };
  }

  #piece(element: AST.Element): Piece {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.#choice(element.alternatives);
      case 'Quantifier':
        return this.#repeated(element);
      case 'Assertion':
        if ('alternatives' in element && !this.#waiting.includes(element.alternatives))
          this.#waiting.push(element.alternatives);
        return NOTHING;
      case 'Backreference':
        return NOTHING;
      default:
        return this.#leaf(element);
    }
  }

  #leaf(leaf: Leaf): Piece {
    const place = this.#places.push(leaf) - 1;
    this.#next.push(new Map());
    const only = new Map([[place, 1]]);
    return { first: only, last: only, empty: 0 };
  }

  /** `a{2,4}` is `aa(a(a)?)?`, and `a{2,}` is `aa+`. */
  #repeated({ element, min, max }: AST.Quantifier): Piece {
    let piece = NOTHING;
    if (max === Number.POSITIVE_INFINITY) {
      piece = this.#piece(element);
      this.#connect(piece.last, piece.first);
      if (min === 0) return { ...piece, empty: 1 };
    } else {
      for (let more = Math.min(max - min, this.#most); more > 0; more--)
        piece = { ...this.#sequence(this.#piece(element), piece), empty: 1 };
    }
    const before = max === Number.POSITIVE_INFINITY ? min - 1 : min;
    for (let more = Math.min(before, this.#most); more > 0; more--) piece = this.#sequence(this.#piece(element), piece);
    return piece;
  }

  #sequence(a: Piece, b: Piece): Piece {
    this.#connect(a.last, b.first);
    return {
      first: a.empty > 0 ? sum([a.first, times(b.first, a.empty)]) : a.first,
      last: b.empty > 0 ? sum([b.last, times(a.last, b.empty)]) : b.last,
      empty: a.empty === 0 || b.empty === 0 ? 0 : a.empty * b.empty,
    };
  }

  #connect(from: Ways, to: Ways): void {
    this.#edges += from.size * to.size;
    if (this.#edges > MOST_EDGES) throw new TooLarge();
    for (const [place, ways] of from) {
      const next = this.#next[place];
      for (const [target, more] of to) next?.set(target, (next.get(target) ?? 0) + ways * more);
    }
  }
}

function times(ways: Ways, factor: number): Ways {
  return factor === 1 ? ways : new Map([...ways].map(([place, count]) => [place, count * factor]));
}

function sum(all: readonly Ways[]): Ways {
  const [only] = all;
  if (only && all.length === 1) return only;
  const total = new Map<number, number>();
  for (const ways of all) for (const [place, count] of ways) total.set(place, (total.get(place) ?? 0) + count);
  return total;
}
