import type { AST } from '@eslint-community/regexpp';
import { type Begin, beginOf } from './begin.ts';
import { sum, times, type Ways } from './ways.ts';

/**
 * A regular expression as a graph (Glushkov's automaton): a place is one occurrence of a character or a class, and an edge
 * leads to each place that may come next, with the number of ways to get there, for it is ways that a backtracking engine
 * tries one after the other. A look-around is a way that leads nowhere; what is behind is taken to be like what is
 * ahead.
 */
export interface Automaton {
  /** What stands at each place, by its index. */
  readonly places: readonly Leaf[];
  readonly first: Ways;
  /** By the index of a place. */
  readonly next: readonly Ways[];
  /** The places where the whole pattern has matched, whatever comes: from there no other way is tried. */
  readonly matched: ReadonlySet<number>;
  readonly begins: Begin;
}

export type Leaf = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** More than this is nothing that anybody wrote by hand, and would take too long to judge. */
const MOST_EDGES = 200_000;

export class TooLarge extends Error {}

/** A piece of an expression: by which places it begins and ends, and in how many ways it matches nothing. */
interface Piece {
  readonly first: Ways;
  readonly last: Ways;
  readonly empty: number;
  /** Those of `last` that need nothing more to match. */
  readonly matched: ReadonlySet<number>;
  /** Whether it may fail where it is empty, as an assertion does. */
  readonly mayFail: boolean;
}

const NOTHING: Piece = { first: new Map(), last: new Map(), empty: 1, matched: new Set(), mayFail: false };

/**
 * The graph of a pattern. A repetition of more than `most` times is one without end, which is exact for texts of that length.
 * @throws {TooLarge}
 */
export function automatonOf({ alternatives }: AST.Pattern, most: number): Automaton {
  return new Builder(most).automaton(alternatives);
}

class Builder {
  readonly #most: number;
  /** Whether it is in a look-behind, which reads from the end to the beginning. */
  #isBackwards = false;
  readonly #places: Leaf[] = [];
  readonly #next: Map<number, number>[] = [];
  #edges = 0;

  constructor(most: number) {
    this.#most = most;
  }

  automaton(alternatives: readonly AST.Alternative[]): Automaton {
    const { first, matched } = this.#choice(alternatives);
    return {
      places: this.#places,
      first,
      next: this.#next,
      matched: closed(matched, this.#next),
      begins: beginOf(alternatives),
    };
  }

  #choice(alternatives: readonly AST.Alternative[]): Piece {
    const pieces = alternatives.map(({ elements }) =>
      (this.#isBackwards ? elements.toReversed() : elements)
        .map((element) => this.#piece(element))
        .reduce((a, b) => this.#sequence(a, b), NOTHING),
    );
    return {
      first: sum(pieces.map(({ first }) => first)),
      last: sum(pieces.map(({ last }) => last)),
      empty: pieces.reduce((all, { empty }) => all + empty, 0),
      matched: new Set(pieces.flatMap(({ matched }) => [...matched])),
      mayFail: pieces.some(({ mayFail }) => mayFail),
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
        return this.#assertion(element);
      case 'Backreference':
        return { ...NOTHING, mayFail: true };
      default:
        return this.#leaf(element);
    }
  }

  #assertion(assertion: AST.Assertion): Piece {
    const piece = { ...NOTHING, mayFail: true };
    if (assertion.kind !== 'lookahead' && assertion.kind !== 'lookbehind') return piece;
    const wasBackwards = this.#isBackwards;
    this.#isBackwards = assertion.kind === 'lookbehind';
    const { first } = this.#choice(assertion.alternatives);
    this.#isBackwards = wasBackwards;
    return { ...piece, first };
  }

  #leaf(leaf: Leaf): Piece {
    const place = this.#places.push(leaf) - 1;
    this.#next.push(new Map());
    const only = new Map([[place, 1]]);
    return { first: only, last: only, empty: 0, matched: new Set([place]), mayFail: false };
  }

  /** `a{2,4}` is `aa(a(a)?)?`, and `a{2,}` is `aa+`. */
  #repeated({ element, min, max }: AST.Quantifier): Piece {
    let piece = NOTHING;
    const isEndless = max > this.#most;
    if (isEndless) {
      piece = this.#piece(element);
      this.#connect(piece.last, piece.first);
      if (min === 0) return { ...piece, empty: 1 };
    } else {
      for (let more = max - min; more > 0; more--) piece = { ...this.#sequence(this.#piece(element), piece), empty: 1 };
    }
    const before = isEndless ? min - 1 : min;
    for (let more = Math.min(before, this.#most); more > 0; more--) piece = this.#sequence(this.#piece(element), piece);
    return piece;
  }

  #sequence(a: Piece, b: Piece): Piece {
    this.#connect(a.last, b.first);
    return {
      first: a.empty > 0 ? sum([a.first, times(b.first, a.empty)]) : a.first,
      last: b.empty > 0 ? sum([b.last, times(a.last, b.empty)]) : b.last,
      empty: a.empty === 0 || b.empty === 0 ? 0 : a.empty * b.empty,
      matched: b.empty > 0 && !b.mayFail ? new Set([...a.matched, ...b.matched]) : b.matched,
      mayFail: a.mayFail || b.mayFail,
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

/** Those of the places that are followed by one another alone. */
function closed(places: ReadonlySet<number>, next: readonly Ways[]): ReadonlySet<number> {
  const left = new Set(places);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const place of left)
      if (![...(next[place]?.keys() ?? [])].every((target) => left.has(target))) left.delete(place);
  }
  return left;
}
