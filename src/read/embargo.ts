import type { Article } from '../model/article.ts';
import type { Clock } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Note } from '../model/note.ts';
import { DiagnosticCollector } from './diagnostics.ts';

/** Reports a story that must not be published now. No other output of copydesk depends on the clock. */
export function embargoed({ embargo, status }: Article, { fields, source }: Note, clock: Clock): readonly Diagnostic[] {
  const collector = new DiagnosticCollector(source);
  // `check --force` means something else, so the advice names the command.
  const force = 'run `copydesk render --force` to render it anyway.';
  const place = (key: string) => fields.find((field) => field.key === key)?.value.span ?? { start: 0, end: 0 };
  if (embargo !== undefined && momentOf(embargo) > clock.now) {
    const message = `under embargo until ${embargo}`;
    collector.add('error', {
      rule: 'embargo',
      message,
      advice: `Wait until then, or ${force}`,
      span: place('embargo'),
    });
  }
  if (status === 'withdrawn') {
    collector.add('error', {
      rule: 'withdrawn',
      message: 'withdrawn story',
      advice: `Change the status, or ${force}`,
      span: place('status'),
    });
  }
  return collector.diagnostics;
}

/** The moment in milliseconds since 1970. `Date` has no leap seconds, so one counts as the start of the next minute. */
function momentOf(instant: string): number {
  const known = instant.replace(/:60(?=[.Z+-])/, ':59');
  return Date.parse(known) + (known === instant ? 0 : 1000);
}
