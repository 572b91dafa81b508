import { memoize } from '../memoize.ts';

/** The pattern for a text of many passages: each is a line. */
const ofLines = memoize(({ source, flags }: RegExp) => new RegExp(source, `${flags.replace(/[gy]/, '')}m`));

/**
 * Whether a pattern for passages matches anywhere in a note, which most do not. V8 compiles a pattern once for a long text, and
 * twice for several short ones, so that it pays to try this first.
 */
export function isAnywhere(pattern: RegExp, prose: string): boolean {
  return prose !== '' && ofLines(pattern).test(prose);
}
