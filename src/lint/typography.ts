import type { Typography } from '../model/house.ts';
import type { Passage } from '../model/passage.ts';
import type { Edit } from '../text/index.ts';
import { maskAddresses, PASSES } from '../typography/index.ts';
import type { RuleContext } from './context.ts';
import { inAllPassages, type TextMatch } from './passages.ts';
import type { Violation } from './rule.ts';

const triggers = new Map<string, RegExp>();

/** What a pass of the house's typography would change, each edit a violation with its fix. */
export function* passMatches(
  context: RuleContext,
  name: string,
  said: Pick<TextMatch, 'message' | 'advice'>,
): Generator<Violation> {
  const { typography } = context.house;
  const pass = PASSES.find((one) => one.name === name);
  const source = pass?.trigger(typography);
  if (!pass || source === undefined) return;
  const trigger = triggers.get(source) ?? new RegExp(source);
  triggers.set(source, trigger);
  const find = function* ({ text }: Passage): Generator<TextMatch> {
    for (const edit of pass.edits(maskAddresses(text), typography)) {
      const { start, end } = edit.span;
      // What is put in has a place, but no width: the character before it shows where.
      const span = start === end ? { start: Math.max(0, start - 1), end: Math.max(1, end) } : edit.span;
      yield { ...said, span, edits: [edit] };
    }
  };
  yield* inAllPassages(context, find, trigger);
}

/** The edits that a pass would make of a text; none where a house does not want it. */
export function passEdits(typography: Typography, name: string, text: string): readonly Edit[] {
  const pass = PASSES.find((one) => one.name === name);
  return pass?.trigger(typography) === undefined ? [] : pass.edits(maskAddresses(text), typography);
}
