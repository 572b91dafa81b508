import type { Span } from '../../text/index.ts';
import { inPassage, inProse, matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { hanConfusions } from '../prose/confusions/han.ts';
import { hanMisspellings } from '../prose/han-words.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

export const hanConfusion: Rule = {
  id: 'han-confusion',
  group: 'Chinese',
  what: 'A Chinese character that sounds or looks like the right one, such as 正再 for 正在.',
  why: 'An input method offers characters of the same sound, and readers of news see the wrong one. The forms follow the Contemporary Chinese Dictionary and the standard of variant words of 2001. A list of frequent words finds others, such as 批淮 for 批准, where neither character belongs to the word beside it. 的, 地 and 得 are suggestions unless the next word decides. Quotations are left alone.',
  severity: 'warning',
  needs: 'chinese',
  fix: 'unsafe',
  bad: { body: '实验室正再招聘工程师。', house: 'abab-zh' },
  good: { body: '实验室正在招聘工程师。', house: 'abab-zh' },
  isLocal: true,
  *check(context) {
    if (context.language !== 'zh') return;
    const { chinese } = context;
    if (chinese) yield* outsideQuotations(context, ({ text }) => misspelt(text, chinese));
    for (const { pattern, right, isSuggestion } of hanConfusions()) {
      if (context.prose.search(pattern) === -1) continue;
      for (const passage of context.passages) {
        const found: TextMatch[] = [];
        for (const { span } of matches(passage.text, pattern)) {
          if (isQuotedAt(passage, span)) continue;
          const match = insteadOf(passage.text, span, right);
          found.push(isSuggestion ? { ...match, severity: 'information' } : match);
        }
        yield* inPassage(passage, inProse(passage, found));
      }
    }
  },
};

function* misspelt(text: string, words: ReadonlyMap<string, string>): Generator<TextMatch> {
  for (const { span, right } of hanMisspellings(text, words)) yield insteadOf(text, span, right);
}

function insteadOf(text: string, span: Span, right: string): TextMatch {
  const message = `'${text.slice(span.start, span.end)}' instead of '${right}'`;
  return { message, advice: `Write '${right}'.`, span, edits: [{ span, text: right }], isSafe: false };
}
