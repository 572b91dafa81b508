import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';

export const bareUrl: Rule = {
  id: 'bare-url',
  group: 'markup',
  what: 'A bare URL in prose.',
  why: 'CommonMark links a URL only between `<` and `>`. Other programs guess, and disagree on where the URL ends. markdownlint (MD034) also asks for `<https://…>`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'A chipmaker opened a laboratory, as https://lab.example/night tells.' },
  good: { body: 'A chipmaker opened a laboratory, as <https://lab.example/night> tells.' },
  *check(context) {
    for (const { marks } of context.passages) {
      for (const mark of marks) {
        if (mark.type === 'link' && mark.isBare && !mark.href.startsWith('mailto:'))
          yield violationAt(mark.span, context);
      }
    }
  },
};

/** URLs that are also valid between < and >: not `www.` ones, nor ones with Chinese characters, whose end is uncertain. */
const WHOLE = /^https?:\/\/[!-~]+$/i;

const MESSAGE = 'bare URL';
const ADVICE = 'Put the URL between < and >.';

function violationAt({ start, end }: Span, { source }: RuleContext): Violation {
  const violation = { message: MESSAGE, span: { start, end } };
  if (!WHOLE.test(source.text.slice(start, end)))
    return { ...violation, advice: 'Write [text](https://…), or the whole URL between < and >.' };
  const edits = [
    { span: { start, end: start }, text: '<' },
    { span: { start: end, end }, text: '>' },
  ];
  return { ...violation, advice: ADVICE, fix: { edits, isSafe: true } };
}
