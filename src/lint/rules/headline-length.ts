import { graphemes } from '../../typography/index.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

export const headlineLength: Rule = {
  id: 'headline-length',
  group: 'headline',
  what: 'A headline that is longer or shorter than the house allows.',
  why: 'Feeds, phones and cards cut off long headlines, seldom where it makes sense. The headline of the reference post has 101 characters. Length counts the characters that a reader sees.',
  severity: 'warning',
  options: ['counts.headline'],
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
    const message = `headline has ${count} characters; the house wants ${count > max ? `at most ${max}` : `at least ${min}`}`;
    const advice = count > max ? 'Shorten the headline.' : 'Write a longer headline.';
    yield* inPassage(headline, [{ message, advice, span: { start, end: text.length } }]);
  },
};
