import { graphemes } from '../../typography/index.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

export const headlineLength: Rule = {
  id: 'headline-length',
  group: 'headline',
  what: 'The headline is longer or shorter than the house allows.',
  why: 'A headline that does not fit is cut off by a feed, a phone or a card, and seldom where it makes sense. The one of the reference post has 101 characters; `counts.headline` in `house.yaml` gives the limits, in characters as a reader counts them.',
  severity: 'warning',
  bad: {
    front: {
      headline:
        '"Chipmaker Opens \'Self-Driving\' Laboratory in Which Robots Plan, Run and Repeat Their Experiments at Night Without Anyone There"',
    },
  },
  good: { front: { headline: `"Chipmaker Opens 'Self-Driving' Lab: Robots May Run Night Shifts"` } },
  *check({ headline, house, isForeign }) {
    if (isForeign) return;
    if (!headline || headline.text === '') return;
    const { min, max } = house.counts.headline;
    const { text } = headline;
    if (text.length <= max && text.length >= 2 * min) return;
    const characters = graphemes(text);
    const count = characters.length;
    if (count >= min && count <= max) return;
    const start = count > max ? characters.slice(0, max).join('').length : 0;
    const message = `the headline has ${count} characters`;
    const advice = count > max ? `Shorten it to ${max} at most.` : `Give it ${min} at least.`;
    yield* inPassage(headline, [{ message, advice, span: { start, end: text.length } }]);
  },
};
