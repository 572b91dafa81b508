import { hasHan } from '../../text/index.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

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
    const turns = turnsOf(house.words.contrasts);
    if (turns.length === 0) return;
    for (const passages of lawPassages) {
      const [first] = passages;
      if (!first || passages.some(({ text }) => isTurning(text, turns))) continue;
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

function isTurning(text: string, turns: readonly Turn[]): boolean {
  return turns.some((turn) => has(text, turn)) || OTHERWISE.test(text);
}

/** The parts of a turn, each of which has to stand behind the one before. */
type Turn = readonly RegExp[];

const known = new WeakMap<readonly string[], readonly Turn[]>();

/** The turns of one part, most of them, as one expression, and then those of several. */
function turnsOf(list: readonly string[]): readonly Turn[] {
  const found = known.get(list);
  if (found) return found;
  const all = list.map((turn) =>
    turn
      .split('…')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  const single = all.filter(({ length }) => length === 1).flat();
  const several = all.filter(({ length }) => length > 1).map((parts) => parts.map((part) => expression([part])));
  const made = single.length > 0 ? [[expression(single)], ...several] : several;
  known.set(list, made);
  return made;
}

function expression(parts: readonly string[]): RegExp {
  return new RegExp(parts.map(whole).join('|'), 'i');
}

/** Part by part, each at its first place: no expression of all of them, which would try every other place, too. */
function has(text: string, turn: Turn): boolean {
  let rest = text;
  for (const part of turn) {
    const found = part.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

function whole(part: string): string {
  const escaped = part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(' ', '\\s+');
  return hasHan(part) ? escaped : `\\b${escaped}\\b`;
}
