import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Note } from '../model/note.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';
import { momentOf } from './values.ts';

/** Why a story may not be printed yet, or any more: the one thing that the clock decides. */
export function embargoed(
  { embargo, status }: Article,
  { fields, source }: Note,
  now: number = Date.now(),
): readonly Diagnostic[] {
  const collector = new DiagnosticCollector(source);
  // In `check`, --force has another meaning.
  const advice = 'Print it all the same with render --force.';
  const place = (key: string) => fields.find((field) => field.key === key)?.value.span ?? { start: 0, end: 0 };
  if (embargo !== undefined && momentOf(embargo) > now) {
    const message = `the story is under embargo until ${embargo}`;
    collector.add('error', { rule: 'embargo', message, advice, span: place('embargo') });
  }
  if (status === 'withdrawn') {
    collector.add('error', { rule: 'withdrawn', message: 'the story is withdrawn', advice, span: place('status') });
  }
  return collector.diagnostics;
}
