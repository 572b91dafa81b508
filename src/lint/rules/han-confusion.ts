import { inPassage, inProse, matches, type TextMatch } from '../passages.ts';
import { hanConfusions } from '../prose/confusions/han.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

export const hanConfusion: Rule = {
  id: 'han-confusion',
  group: 'Chinese',
  what: 'A Chinese character that sounds or looks like the right one, such as 正再 for 正在.',
  why: 'An input method offers characters of the same sound, and readers of news see the wrong one. The forms follow the Contemporary Chinese Dictionary and the standard of variant words of 2001. 的, 地 and 得 are suggestions. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: '实验室正再招聘工程师。', house: 'abab-zh' },
  good: { body: '实验室正在招聘工程师。', house: 'abab-zh' },
  *check(context) {
    if (context.language !== 'zh') return;
    for (const { pattern, right, isSuggestion } of hanConfusions()) {
      if (context.prose.search(pattern) === -1) continue;
      for (const passage of context.passages) {
        const found: TextMatch[] = [];
        for (const { span } of matches(passage.text, pattern)) {
          if (isQuotedAt(passage, span)) continue;
          const wrong = passage.text.slice(span.start, span.end);
          found.push({
            message: `'${wrong}' instead of '${right}'`,
            advice: `Write '${right}'.`,
            span,
            edits: [{ span, text: right }],
            isSafe: false,
            ...(isSuggestion ? { severity: 'information' } : {}),
          });
        }
        yield* inPassage(passage, inProse(passage, found));
      }
    }
  },
};
