import type { Typography } from '../model/house.ts';
import { dashes } from './dashes.ts';
import { dots } from './dots.ts';
import { ellipsis } from './ellipsis.ts';
import { hanBrackets } from './han-brackets.ts';
import { hanDashes } from './han-dashes.ts';
import { hanEllipsis } from './han-ellipsis.ts';
import { hanPunctuation } from './han-punctuation.ts';
import { hanQuotes } from './han-quotes.ts';
import { hanSpacing } from './han-spacing.ts';
import type { Pass } from './pass.ts';
import { quotesCurly } from './quotes-curly.ts';
import { quotesStraight } from './quotes-straight.ts';
import { spaces } from './spaces.ts';

/**
 * Everything the house does to characters, in the order in which it is done: each pass sees what the last one left,
 * and after the last one none has anything more to do. Han text takes its own marks first, and what it leaves is
 * Latin's; its punctuation follows its quotation marks and is followed by its brackets, and spacing looks at them all.
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

/** The passes that a house wants, each with what finds work for it, and `any` for what finds work at all. */
export interface Profile {
  readonly typography: Typography;
  readonly passes: readonly { readonly pass: Pass; readonly trigger: RegExp }[];
  readonly any: RegExp;
}

const profiles = new WeakMap<Typography, Profile>();

/** The profile of a house's typography: built on first use, once. */
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
