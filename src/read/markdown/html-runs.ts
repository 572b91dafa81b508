import type { Problem } from '../../model/diagnostic.ts';
import { isOfProgram } from '../html/program-comments.ts';
import type { MarkdownItem } from './item.ts';
import { WARNINGS } from './warnings.ts';

const { rule, message } = WARNINGS['raw-html'];

function isRawHtml(problem: Problem): boolean {
  return problem.rule === rule && problem.message === message;
}

/**
 * The warnings about items. A page that is pasted into a note becomes many blocks of HTML: one run of them has one warning,
 * which covers it whole, with the comments that an editor program has put between them. A block under a comment for copydesk
 * is a run of its own, because the comment is about that block only.
 */
export function* warningsOf(items: readonly MarkdownItem[]): Generator<Problem> {
  let run: Problem | undefined;
  let isAlone = false;
  /** The first of the comments of a program just before an item. */
  let lead: MarkdownItem | undefined;
  let before: MarkdownItem | undefined;
  for (const item of items) {
    const warnings = item.warnings;
    const found = warnings.length > 0 && item.isHtml ? warnings.find(isRawHtml) : undefined;
    const isProgram = item.kind === 'comment' && isOfProgram(commentText(item));
    if (run && (isAlone || !(found || isProgram))) {
      yield run;
      run = undefined;
    }
    if (found) {
      isAlone = before?.kind === 'comment' && commentText(before).includes('copydesk-ignore');
      const start = run?.span.start ?? lead?.span.start ?? found.span.start;
      run = { ...found, span: { start, end: item.span.end } };
    } else if (run && isProgram) run = { ...run, span: { start: run.span.start, end: item.span.end } };
    lead = isProgram && !run ? (lead ?? item) : undefined;
    before = item;
    if (warnings.length > 0) yield* warnings.filter((warning) => !found || !isRawHtml(warning));
  }
  if (run) yield run;
}

/** The text of a comment that is a block by itself. */
function commentText({ raw }: MarkdownItem): string {
  return /^<!--([\s\S]*?)-->$/.exec(raw.trim())?.[1] ?? '';
}
