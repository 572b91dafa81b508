import type { FormatMode, FormatRequest } from '../requests.ts';
import { type Summary, type SummaryOptions, some } from '../run/summary.ts';

/** When a run with this request fails. */
export function summaryOptions(request: FormatRequest): SummaryOptions & { readonly quiet: boolean } {
  const { mode, allowNone, exitNonzeroOnChange, verbose, quiet } = request;
  return { allowNone, verbose, quiet, failsOnChange: onlyLooks(mode) || exitNonzeroOnChange };
}

function onlyLooks(mode: FormatMode): boolean {
  return mode === 'check' || mode === 'diff';
}

/** Prints the summary line of `format`. */
export function sayFormatted(summary: Summary, mode: FormatMode): Promise<void> {
  const [changed, unchanged] = [summary.of('changed'), summary.of('unchanged')];
  return onlyLooks(mode)
    ? summary.say(' checked', [some(changed, 'not formatted'), some(unchanged, 'already formatted')])
    : summary.say('', [some(changed, 'formatted'), some(unchanged, 'unchanged')]);
}
