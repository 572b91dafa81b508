import type { Problem } from '../model/diagnostic.ts';
import type { House, Scope } from '../model/house.ts';
import { isCased, plainWord, spacedWord } from '../model/words.ts';
import type { Span } from '../text/index.ts';
import type { ValuePositions } from './positions.ts';

/** A word and its replacement, with their positions in the file. */
interface Swap {
  readonly word: string;
  readonly use: string;
  /** Whether the word matches only in its own case. */
  readonly isCased: boolean;
  readonly scope: readonly Scope[];
  /** The rule or list that replaces it, for a message. */
  readonly by: string;
  /** Whether this file sets it, rather than a house that it extends. */
  readonly isOwn: boolean;
  readonly place: Span;
  readonly placeOfUse: Span;
  /** The advice for a word without a replacement. */
  readonly without: string;
}

/**
 * Replacements that are empty, the word itself, or part of a circle, with which `check --fix` would never end. Rules that
 * are off are ignored.
 */
export function* swapFaults(house: House, positions: ValuePositions): Generator<Problem> {
  const swaps = [...ofRules(house, positions), ...ofWords(house, positions)];
  for (const { word, use, by, isOwn, place, placeOfUse, without } of swaps) {
    if (!isOwn) continue;
    if (use.trim() === '') yield invalid(`${by} has no replacement for '${word}'`, placeOfUse, without);
    else if (spacedWord(word) === spacedWord(use))
      yield invalid(`${by} replaces '${word}' with itself`, place, 'Use another word, or remove this one.');
  }
  yield* circles(swaps);
}

function invalid(message: string, span: Span, advice: string): Problem {
  return { rule: 'invalid-configuration', message, span, advice };
}

function ofRules({ rules, severities }: House, positions: ValuePositions): readonly Swap[] {
  const isOwn = positions.has('rules');
  return rules.flatMap((rule, index) => {
    if (rule.kind !== 'substitution' || severities.get(rule.id) === 'off') return [];
    const at = positions.under('rules', index);
    return [...rule.swap].map(([word, use]) => ({
      word,
      use,
      isCased: isCased(word, rule.ignore_case),
      scope: rule.scope ?? ['text'],
      by: `rule '${rule.id}'`,
      isOwn,
      place: at.ofKey('swap', word),
      placeOfUse: at.of('swap', word),
      without: 'Write a replacement, or use a rule of kind existence.',
    }));
  });
}

function ofWords({ words, severities }: House, positions: ValuePositions): readonly Swap[] {
  if (severities.get('preferred-word') === 'off') return [];
  return words.prefer.flatMap(({ use, not }, index) =>
    not.map((word, which) => ({
      word,
      use,
      isCased: isCased(word),
      scope: ['text'] as const,
      by: 'words.prefer',
      isOwn: positions.has('words', 'prefer'),
      place: positions.of('words', 'prefer', index, 'not', which),
      placeOfUse: positions.of('words', 'prefer', index, 'use'),
      without: 'Write a replacement, or move the word to words.avoid.',
    })),
  );
}

/** Reports each circle once, at the first of its replacements that this file sets. */
function* circles(swaps: readonly Swap[]): Generator<Problem> {
  const byWord = new Map<string, Swap[]>();
  for (const swap of swaps) byWord.set(plainWord(swap.word), [...(byWord.get(plainWord(swap.word)) ?? []), swap]);
  const reported = new Set<Swap>();
  for (const swap of swaps) {
    const circle = swap.isOwn && !reported.has(swap) ? circleFrom(swap, byWord) : undefined;
    if (!circle) continue;
    for (const one of circle) reported.add(one);
    const who = [...new Set(circle.map(({ by }) => by))];
    const words = [...circle.map(({ word }) => word), swap.word].join(' → ');
    const message = `${who.join(' and ')} ${who.length > 1 ? 'replace' : 'replaces'} words in a cycle: ${words}`;
    yield invalid(message, swap.place, 'Remove one of these replacements.');
  }
}

/** The replacements that lead from a word back to itself. */
function circleFrom(start: Swap, byWord: ReadonlyMap<string, readonly Swap[]>): readonly Swap[] | undefined {
  const tried = new Set<Swap>();
  const follow = (path: readonly Swap[], { use }: Swap): readonly Swap[] | undefined => {
    for (const next of byWord.get(plainWord(use)) ?? []) {
      if (!finds(next, use) || spacedWord(next.use) === spacedWord(use) || !path.every((one) => meet(one, next)))
        continue;
      if (next === start) return path;
      if (tried.has(next)) continue;
      tried.add(next);
      const circle = follow([...path, next], next);
      if (circle) return circle;
    }
    return undefined;
  };
  return follow([start], start);
}

function finds({ word, isCased: isExact }: Swap, text: string): boolean {
  return !isExact || spacedWord(word) === spacedWord(text);
}

/** Whether two replacements can apply to the same text. A heading can be inside the insight. */
function meet(a: Swap, b: Swap): boolean {
  const everywhere = (scope: Scope) => scope === 'text' || scope === 'heading';
  return a.scope.some((scope) => everywhere(scope) || b.scope.some((other) => everywhere(other) || other === scope));
}
