import type { Diagnostic } from '../../../model/diagnostic.ts';
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
export function listLines(stories: readonly Listed[], { width, adapt }: Setting): readonly Line[] {
  return stories.flatMap((listed, index) => [
    ...(index === 0 ? [] : [[]]),
    ...wrapMarked(adapt(headlineOf(listed)), width),
    ...wrapMarked(adapt(factsOf(listed)), width, { first: '  ', rest: '  ' }),
  ]);
}

function headlineOf({ story, name }: Listed): string {
  const headline = story?.article.headline ?? '';
  return marked('title', terminalSafe(headline === '' ? name : headline));
}

function factsOf({ name, story, findings }: Listed): string {
  const problems = problemsIn(findings);
  const facts: (readonly [Look, string | undefined])[] = [
    ['dim', name],
    ['dim', story?.article.status],
    ['warning', story && withheldUntil(story)],
    [hasError(problems) ? 'error' : 'dim', story ? countsOf(problems) || 'no problems' : 'cannot be read'],
  ];
  return facts
    .filter(([, text], index, all) => text !== undefined && all.findIndex(([, one]) => one === text) === index)
    .map(([as, text = '']) => marked(as, terminalSafe(text)))
    .join(marked('dim', '\u00a0· '));
}

function hasError(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === 'fatal' || severity === 'error');
}
