import type { Typography } from '../model/house.ts';
import { dashes, hanDashes } from './dashes.ts';
import { dots } from './dots.ts';
import { ellipsis, hanEllipsis } from './ellipsis.ts';
import { hanBrackets } from './han-brackets.ts';
import { hanPunctuation } from './han-punctuation.ts';
import { hanSpacing } from './han-spacing.ts';
import type { Pass } from './pass.ts';
import { quotesCurly } from './quotes-curly.ts';
import { hanQuotes, quotesStraight } from './quotes-paired.ts';
import { spaces } from './spaces.ts';

/**
 * The passes in order: each sees the result of the last. The passes for Han come before those for Latin text, which take the
 * rest. Punctuation depends on quotation marks, brackets on punctuation, and spacing on all of them.
 */
export const PASSES: readonly Pass[] = [
  spaces,
  dots,
  quotesStraight,
  hanQuotes,
  quotesCurly,
  hanPunctuation,
  hanDashes,
  hanEllipsis,
  hanBrackets,
  hanSpacing,
  dashes,
  ellipsis,
];

/** The passes of a house with their triggers. `any` matches if one of the triggers does. */
export interface Profile {
  readonly typography: Typography;
  readonly passes: readonly { readonly pass: Pass; readonly trigger: RegExp }[];
  readonly any: RegExp;
}

const profiles = new WeakMap<Typography, Profile>();

/** The profile of a house's typography, built once. */
export function profileOf(typography: Typography): Profile {
  const known = profiles.get(typography);
  if (known) return known;
  const sources: string[] = [];
  const passes: { pass: Pass; trigger: RegExp }[] = [];
  for (const pass of PASSES) {
    const source = pass.trigger(typography);
    if (source === undefined) continue;
    sources.push(source);
    passes.push({ pass, trigger: new RegExp(source) });
  }
  const profile = { typography, passes, any: new RegExp([...new Set(sources)].join('|') || '(?!)') };
  profiles.set(typography, profile);
  return profile;
}
