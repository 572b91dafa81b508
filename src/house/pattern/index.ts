import { RegExpParser } from '@eslint-community/regexpp';
import { type Automaton, automatonOf, TooLarge } from './automaton.ts';
import { effortOf, PROSE } from './effort.ts';
import { type Alphabet, alphabetOf } from './letters.ts';

/** What is wrong with a pattern, as the end of a sentence that begins with its name. */
export interface PatternFault {
  readonly what: string;
  readonly advice: string;
}

/** What keeps a pattern from being used; undefined for a good one. It never takes longer than a second. */
export function patternFault(pattern: string, ignoreCase: boolean): PatternFault | undefined {
  const flags = ignoreCase ? 'iu' : 'u';
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, flags);
  } catch (error) {
    return {
      what: `is no regular expression: ${reasonOf(error)}`,
      advice: 'Write it as JavaScript has it, with the flag u.',
    };
  }
  if (expression.test(''))
    return {
      what: 'is content with nothing at all, so it would be found everywhere',
      advice: 'Let it ask for a letter.',
    };
  return slowness(pattern, flags);
}

/** What the engine says, without the pattern, which stands in the file. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const reason = said.slice(said.lastIndexOf(': ') + 2);
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** How long the texts are that are tried. */
const LENGTH = 32;
/** In so many ways a text of LENGTH may be matched: what has `.*` twice between letters stays below, three times does not. */
const MOST_WAYS = 1_000;
/** So many steps over a long paragraph take about a second. */
const MOST_EFFORT = 1_000_000_000;
/** Steps from place to place: about a third of a second. */
const MOST_STEPS = 10_000_000;

const MANY_WAYS = {
  what: 'can match the same text in so many ways that it may run for hours',
  advice: 'Let no two repetitions take the same letters one after the other, or one inside the other.',
};
const TOO_LARGE = {
  what: 'is too large to tell how long it runs',
  advice: 'Write several rules, or words.',
};

/**
 * Whether a backtracking engine may need far more steps than the text has letters. No text is matched and no clock is
 * asked: on every machine the answer is the same. From each place of the pattern the text is looked for that can be
 * matched in most ways, letter by letter; what is ambiguous in a loop doubles its ways with every round. What stays below is
 * slow where a long text has many ways, and matches are tried from each of its letters on: that is counted for itself.
 */
function slowness(pattern: string, flags: string): PatternFault | undefined {
  const parsed = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern, 0, pattern.length, { unicode: true });
  try {
    const automaton = automatonOf(parsed, LENGTH + 1);
    const alphabet = alphabetOf(automaton.places, flags, PROSE);
    const isSlow = hasManyWays(automaton, alphabet) || effortOf(automaton, alphabet) > MOST_EFFORT;
    return isSlow ? MANY_WAYS : undefined;
  } catch (error) {
    if (error instanceof TooLarge) return TOO_LARGE;
    throw error;
  }
}

function hasManyWays({ places, first, next }: Automaton, { letters, accepts }: Alphabet): boolean {
  let steps = 0;
  const after = (ways: Iterable<readonly [number, number]>, letter: number): Map<number, number> => {
    const reached = new Map<number, number>();
    for (const [place, count] of ways) {
      for (const [target, more] of place === -1 ? first : (next[place] ?? [])) {
        steps++;
        if (accepts(target, letter)) reached.set(target, (reached.get(target) ?? 0) + count * more);
      }
    }
    return reached;
  };
  for (let start = -1; start < places.length; start++) {
    let ways = new Map([[start, 1]]);
    for (let length = 0; length < LENGTH && ways.size > 0; length++) {
      const choices = letters.map((letter) => after(ways, letter));
      ways = choices.reduce((best, choice) => (isMore(choice, best) ? choice : best), new Map<number, number>());
      if (total(ways) > MOST_WAYS) return true;
      if (steps > MOST_STEPS) throw new TooLarge();
    }
  }
  return false;
}

function isMore(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  const [more, less] = [total(a), total(b)];
  return more > less || (more === less && a.size > b.size);
}

function total(ways: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of ways.values()) sum += count;
  return sum;
}
