import { hasHan } from '../text/index.ts';
import { inPassage } from './passages.ts';
import type { Rule } from './rule.ts';

export const lawContrast: Rule = {
  id: 'law-contrast',
  group: 'laws',
  what: 'A law does not turn on a contrast.',
  why: "A law of the house sets one thing against another: *from 'creators' to 'initial guides'*, *not that they become smarter, but that they learn*, *never a sudden event, but rather today's act*. So do all three of the reference post; that it is a rule is inferred from them. `words.contrasts` in `house.yaml` has the turns that are understood.",
  severity: 'warning',
  bad: {
    laws: '- When labs run at night, questions become the most precious of all things.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  good: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  *check({ lawPassages, house, isForeign }) {
    if (isForeign) return;
    const contrast = contrastOf(house.words.contrasts);
    if (!contrast) return;
    for (const passages of lawPassages) {
      const [first] = passages;
      if (!first || passages.some(({ text }) => turns(text, contrast))) continue;
      const message = 'the law turns on no contrast';
      const advice = 'Set one thing against another, as in "not X, but Y" or "from X to Y".';
      const han = '让两者相对，如“不是 X，而是 Y”或“从 X 到 Y”。';
      yield* inPassage(first, [
        {
          message,
          advice: hasHan(first.text) ? `Set one thing against another: ${han}` : advice,
          span: { start: 0, end: first.text.length },
        },
      ]);
    }
  },
};

/** A negation set off by a comma: `the map, not the land`; a comparative: `a longer memory`. */
const OTHERWISE =
  /[,;—–] (?:not|never|nor|no)\b|\b(?:more|less|fewer|[a-z]{3,}[^aeiou\W]er|better|worse)\b.*\b(?:more|less|fewer|[a-z]{2,}er)\b/i;

function turns(text: string, contrast: RegExp): boolean {
  return contrast.test(text) || OTHERWISE.test(text);
}

const known = new WeakMap<readonly string[], RegExp>();

/** One pattern of all turns: their words whole and in order. */
function contrastOf(list: readonly string[]): RegExp | undefined {
  if (list.length === 0) return undefined;
  const found = known.get(list);
  if (found) return found;
  const made = new RegExp(
    list
      .map((turn) =>
        turn
          .split('…')
          .map((part) => whole(part.trim()))
          .join('.*?'),
      )
      .join('|'),
    'is',
  );
  known.set(list, made);
  return made;
}

function whole(part: string): string {
  const escaped = part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(' ', '\\s+');
  return hasHan(part) ? escaped : `\\b${escaped}\\b`;
}
