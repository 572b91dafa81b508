import type { Typography } from '../model/house.ts';
import type { Passage } from '../model/passage.ts';
import type { Edit } from '../text/index.ts';
import { maskAddresses, PASSES } from '../typography/index.ts';
import type { RuleContext } from './context.ts';
import { inAllPassages, type TextMatch } from './passages.ts';
import type { Violation } from './rule.ts';

const triggers = new Map<string, RegExp>();

/** Reports each edit that a pass of the house's typography makes, with the edit as its fix. */
export function* passMatches(
  context: RuleContext,
  name: string,
  text: Pick<TextMatch, 'message' | 'advice'>,
): Generator<Violation> {
  const { typography } = context.house;
  const pass = PASSES.find((one) => one.name === name);
  const source = pass?.trigger(typography);
  if (!pass || source === undefined) return;
  const trigger = triggers.get(source) ?? new RegExp(source);
  triggers.set(source, trigger);
  const find = function* (passage: Passage): Generator<TextMatch> {
    for (const edit of pass.edits(maskAddresses(passage.text), typography)) {
      const { start, end } = edit.span;
      // An insertion has no width, so the span is the character before it.
      const span = start === end ? { start: Math.max(0, start - 1), end: Math.max(1, end) } : edit.span;
      yield { ...text, span, edits: [edit] };
    }
  };
  yield* inAllPassages(context, find, trigger);
}

/** The edits that a pass makes in a text. None if the house switches the pass off. */
export function passEdits(typography: Typography, name: string, text: string): readonly Edit[] {
  const pass = PASSES.find((one) => one.name === name);
  return pass?.trigger(typography) === undefined ? [] : pass.edits(maskAddresses(text), typography);
}
