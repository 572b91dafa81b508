import { hasHan } from '../../text/index.ts';
import { memoize } from '../memoize.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

export const lawContrast: Rule = {
  id: 'law-contrast',
  group: 'laws',
  what: 'A law without a contrast.',
  why: "A law of this house contrasts two things: *from 'creators' to 'initial guides'*, *not that they become smarter, but that they learn*. All three laws of the reference post do so, and the rule is inferred from them.",
  severity: 'warning',
  options: ['words.contrasts'],
  bad: {
    laws: '- When labs run at night, questions become the most precious of all things.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  good: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  *check({ lawPassages, house, isForeign }) {
    if (isForeign) return;
    const contrasts = contrastsOf(house.words.contrasts);
    if (contrasts.length === 0) return;
    for (const passages of lawPassages) {
      const [first] = passages;
      if (!first || passages.some(({ text }) => hasContrast(text, contrasts))) continue;
      const message = 'law has no contrast';
      const advice = 'Contrast two things, as in "not X, but Y" or "from X to Y".';
      const han = '让两者相对，如“不是 X，而是 Y”或“从 X 到 Y”。';
      yield* inPassage(first, [
        {
          message,
          advice: hasHan(first.text) ? `Contrast two things: ${han}` : advice,
          span: { start: 0, end: first.text.length },
        },
      ]);
    }
  },
};

/** A negation after a comma, as in `the map, not the land`, or two comparatives, as in `the longer, the better`. */
const OTHERWISE =
  /[,;—–] (?:not|never|nor|no)\b|\b(?:more|less|fewer|[a-z]{3,}[^aeiou\W]er|better|worse)\b.*\b(?:more|less|fewer|[a-z]{2,}er)\b/i;

function hasContrast(text: string, contrasts: readonly Contrast[]): boolean {
  return contrasts.some((contrast) => matchesAll(text, contrast)) || OTHERWISE.test(text);
}

/** The parts of a contrast, which occur in this order: `from … to`. */
type Contrast = readonly RegExp[];

/** Contrasts of one part, which are most of them, share one regular expression for speed. */
const contrastsOf = memoize((list: readonly string[]): readonly Contrast[] => {
  const all = list.map((contrast) =>
    contrast
      .split('…')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  const single = all.filter(({ length }) => length === 1).flat();
  const several = all.filter(({ length }) => length > 1).map((parts) => parts.map((part) => expression([part])));
  return single.length > 0 ? [[expression(single)], ...several] : several;
});

function expression(parts: readonly string[]): RegExp {
  return new RegExp(parts.map(wholeWords).join('|'), 'i');
}

/** Looks for each part after the one before. One expression for all parts would backtrack over every combination. */
function matchesAll(text: string, contrast: Contrast): boolean {
  let rest = text;
  for (const part of contrast) {
    const found = part.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

function wholeWords(part: string): string {
  const escaped = part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(' ', '\\s+');
  return hasHan(part) ? escaped : `\\b${escaped}\\b`;
}
