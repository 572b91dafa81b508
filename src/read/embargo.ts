import type { Article } from '../model/article.ts';
import type { Clock } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Note } from '../model/note.ts';
import { momentOf } from './dates.ts';
import { DiagnosticCollector } from './diagnostics.ts';

/**
 * Reports a story that must not be published now. No other output of copydesk depends on the clock.
 * @param isFollowUp whether readers are told of the withdrawal.
 */
export function embargoed(
  { embargo, status }: Article,
  { fields, source }: Note,
  clock: Clock,
  isFollowUp = false,
): readonly Diagnostic[] {
  const collector = new DiagnosticCollector(source);
  const place = (key: string) => fields.find((field) => field.key === key)?.value.span ?? { start: 0, end: 0 };
  if (embargo !== undefined && momentOf(embargo) > clock.now) {
    const message = `under embargo until ${embargo}`;
    collector.add('error', {
      rule: 'embargo',
      message,
      // `check` has no --force, so the advice names the command.
      advice: 'Wait until then, or run `copydesk render --force` to render it anyway.',
      span: place('embargo'),
    });
  }
  if (status === 'withdrawn' && !isFollowUp) {
    collector.add('error', {
      rule: 'withdrawn',
      message: 'withdrawn story',
      advice: 'Change the status, or run `copydesk render --force` to render it anyway.',
      span: place('status'),
    });
  }
  return collector.diagnostics;
}
