import type { Edit, Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { matches } from '../passages.ts';
import { isAnywhere } from './anywhere.ts';
import { wordIndexOf } from './word-index.ts';

/** A wrong form that a pattern finds, and the right one. */
export interface Rewrite {
  /** The source of a pattern. The group `slip` is what is wrong; without it, that is the whole match. */
  readonly pattern: string;
  /** Lists of words, as in a `Slip`. */
  readonly needs: readonly string[];
  /** Matches each text with a match, and is quick to try. */
  readonly sign?: RegExp;
  /** Returns what to write in place of the slip. */
  readonly right: (slip: string, found: RegExpExecArray) => string;
  /** Matches the text before it, at its end. */
  readonly after?: RegExp;
  /** Matches the text before it, at its end, where the form is right. */
  readonly notAfter?: RegExp;
}

export interface Rewritten {
  readonly span: Span;
  readonly slip: string;
  readonly edit: Edit;
}

/** How far the text before a match is read. */
const REACH = 24;

/** Returns the rewrites whose patterns match anywhere in a note. */
export function possibleRewrites(context: RuleContext, rewrites: readonly Rewrite[]): readonly Rewrite[] {
  const index = wordIndexOf(context);
  return rewrites.filter((rewrite) => {
    const text = index.textWith(rewrite.needs);
    return rewrite.sign?.test(text) !== false && isAnywhere(patternOf(rewrite), text);
  });
}

const patternOf = memoize(({ pattern }: Rewrite) => new RegExp(pattern, 'g'));

/** Finds the wrong forms of a list in a text, each place once. */
export function* rewritesIn(text: string, rewrites: readonly Rewrite[]): Generator<Rewritten> {
  const reported = new Set<number>();
  for (const rewrite of rewrites)
    for (const { span, found } of matches(text, patternOf(rewrite))) {
      const { right, after, notAfter } = rewrite;
      const before = text.slice(Math.max(0, span.start - REACH), span.start);
      if (notAfter?.test(before) || after?.test(before) === false) continue;
      const slip = found.groups?.slip ?? found[0];
      const start = span.start + found[0].lastIndexOf(slip);
      const place = { start, end: start + slip.length };
      if (reported.has(start)) continue;
      reported.add(start);
      yield { span: place, slip, edit: { span: place, text: right(slip, found) } };
    }
}
