import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Messages } from '../../messages/messages.ts';
import { terminalSafe } from '../../terminal/safe.ts';
import { countsOf, problemsIn, withheldUntil } from '../facts.ts';
import type { Story } from '../story.ts';
import { type Look, marked } from './marks.ts';
import type { Setting } from './post.ts';
import { type Line, wrapMarked } from './wrap.ts';

/** A story in a list. One whose note cannot be read has no story. */
export interface Listed {
  readonly name: string;
  readonly story?: Story;
  readonly findings: readonly Diagnostic[];
}

/** A list of stories: the headline of each, and below it its file, status, findings and embargo. */
export function listLines(stories: readonly Listed[], { width, adapt }: Setting, messages: Messages): readonly Line[] {
  return stories.flatMap((listed, index) => [
    ...(index === 0 ? [] : [[]]),
    ...wrapMarked(adapt(headlineOf(listed)), width),
    ...factLines(factsOf(listed, messages), { width, adapt }, '  '),
  ]);
}

function headlineOf({ story, name }: Listed): string {
  const headline = story?.article.headline ?? '';
  return marked('title', terminalSafe(headline === '' ? name : headline));
}

function factsOf({ name, story, findings }: Listed, messages: Messages): readonly string[] {
  const { text } = messages;
  const problems = problemsIn(findings);
  const facts: (readonly [Look, string | undefined])[] = [
    ['dim', name],
    ['dim', story?.article.status],
    ['warning', story && withheldUntil(story, messages)],
    [
      hasError(problems) ? 'error' : 'dim',
      text(story ? countsOf(problems, messages) || 'no problems' : 'cannot be read'),
    ],
  ];
  return facts
    .filter(([, fact], index, all) => fact !== undefined && all.findIndex(([, one]) => one === fact) === index)
    .map(([as, fact = '']) => marked(as, terminalSafe(fact)));
}

/** Facts with a dot between them. A line may end with the dot, but does not start with it. */
export function factLines(
  facts: readonly string[],
  { width, adapt }: Pick<Setting, 'width' | 'adapt'>,
  indent = '',
): readonly Line[] {
  const lines = wrapMarked(adapt(facts.join(marked('dim', '\u00a0· '))), width, { first: indent, rest: indent });
  return lines.map((line) => line.map((run) => ({ ...run, text: run.text.replaceAll('\u00a0', ' ') })));
}

function hasError(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === 'fatal' || severity === 'error');
}
