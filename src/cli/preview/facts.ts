import { Clock } from '../../model/clock.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { momentOf } from '../../read/dates.ts';
import { printDate } from '../../write/dates.ts';
import { ENGLISH, type Messages } from '../messages/messages.ts';
import { count } from '../run/summary.ts';
import type { Story } from './story.ts';

/** Findings that say when a story may be read, not what is wrong with it. */
const WITHHELD: readonly string[] = ['embargo', 'withdrawn'];

/** The findings that are problems of a note. */
export function problemsIn(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.filter(({ rule }) => !WITHHELD.includes(rule));
}

/** What keeps a story from its readers, if anything does. */
export function withheldUntil(
  { article: { embargo, status }, house }: Story,
  { text }: Messages = ENGLISH,
): string | undefined {
  if (status === 'withdrawn') return text('withdrawn');
  const isHeld = embargo !== undefined && momentOf(embargo) > new Clock().now;
  return isHeld ? text(`under embargo until ${printDate(embargo, house)}`) : undefined;
}

const NAMES: readonly (readonly [string, readonly Severity[]])[] = [
  ['error', ['fatal', 'error']],
  ['warning', ['warning']],
];

/** `1 error, 2 warnings`; empty if there are only suggestions, which `check` hides as well. */
export function countsOf(findings: readonly Diagnostic[], { text, comma }: Messages = ENGLISH): string {
  return NAMES.map(([name, severities]) => {
    const { length } = findings.filter(({ severity }) => severities.includes(severity));
    return length === 0 ? '' : text(count(length, name));
  })
    .filter((counted) => counted !== '')
    .join(comma);
}
