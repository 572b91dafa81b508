import { applyEdits } from '../../../src/text/index.ts';
import { maskCodeLike, PASSES } from '../../../src/typography/index.ts';
import { ABAB_ZH } from '../profiles.ts';
import { CLASSES, type DifferenceClass, EXCEPTIONS } from './classes.ts';
import { differences } from './compare.ts';
import { createTools, type Tool } from './tools.ts';

export const TOOLS = createTools();

/** What copydesk prints without one of its passes: a fault that the tools must notice. */
export function printWithout(name: string): (text: string) => string {
  const passes = PASSES.filter((pass) => pass.name !== name && pass.trigger(ABAB_ZH) !== undefined);
  if (passes.length === PASSES.length) throw new Error(`no pass ${name}`);
  return (text) => passes.reduce((sum, pass) => applyEdits(sum, [...pass.edits(maskCodeLike(sum), ABAB_ZH)]), text);
}

/** Returns the classes of the differences between what copydesk and a tool print, and the differences without a class. */
export function judge(text: string, tool: Tool, print: (text: string) => string) {
  const met = new Set<DifferenceClass>();
  const unexplained: string[] = [];
  const [ours, theirs] = [print(text), tool.print(text)];
  for (const difference of differences(text, ours, theirs)) {
    const known = CLASSES.find((one) => one.tool === tool.name && one.explains(difference));
    if (known) met.add(known);
    else {
      const { before, ours: own, theirs: other, after } = difference;
      unexplained.push(
        `${tool.name} has '${other}' instead of '${own}' between '${before}' and '${after}': ${text} → ${ours} ≠ ${theirs}`,
      );
    }
  }
  return { met, unexplained };
}

export function isException(text: string, { name }: Tool): boolean {
  return EXCEPTIONS.some((one) => one.tool === name && one.text === text);
}

/** The differences without a class in all texts but the exceptions. */
export function objections(texts: readonly string[], print: (text: string) => string): string[] {
  return TOOLS.flatMap((tool) =>
    texts.filter((text) => !isException(text, tool)).flatMap((text) => judge(text, tool, print).unexplained),
  );
}
