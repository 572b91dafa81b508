import type { Finding, Fix } from '../model/diagnostic.ts';
import type { Passage } from '../model/passage.ts';
import type { Span } from '../text/index.ts';
import type { RuleContext } from './context.ts';
import { changesQuotation } from './prose/quotations.ts';
import type { Violation } from './rule.ts';
import type { Rule } from './rules/index.ts';
import { notFormatted } from './rules/not-formatted.ts';

/** Makes one finding of what a rule says of one passage in the same words. */
export class FindingCollector {
  readonly #context: RuleContext;
  readonly #passages: readonly Passage[];
  readonly #found = new Map<string, { finding: Finding; locations: Span[]; fixes: (Fix | undefined)[] }>();

  constructor(context: RuleContext) {
    this.#context = context;
    this.#passages = context.passages;
  }

  add({ id }: Rule, violation: Violation, severity: Finding['severity']): void {
    const { message, span, fix: given } = violation;
    const index = this.#passageAt(span.start);
    const passage = index === -1 ? undefined : this.#passages[index];
    // What `format` does has its own promise, and changes no character of what is said.
    const mayFix = id === notFormatted.id || !given || !passage || !changesQuotation(passage, given);
    const fix = mayFix ? given : undefined;
    const advice =
      violation.advice ?? (mayFix ? undefined : 'These are somebody’s words, and --fix leaves them alone.');
    const key = index === -1 ? `${id} ${span.start} ${message}` : `${id} ${index} ${message}`;
    const known = this.#found.get(key);
    if (known) {
      known.locations.push(span);
      known.fixes.push(fix);
      return;
    }
    const finding = {
      rule: id,
      severity,
      message,
      span,
      source: this.#context.source,
      ...(advice === undefined ? {} : { advice }),
    };
    const locations = [span];
    this.#found.set(key, { finding: { ...finding, locations }, locations, fixes: [fix] });
  }

  /** In no order. */
  all(): Finding[] {
    return [...this.#found.values()].map(({ finding, locations, fixes }) => {
      const sorted = [...locations].sort((a, b) => a.start - b.start);
      const fix = together(fixes);
      return { ...finding, span: sorted[0] ?? finding.span, locations: sorted, ...(fix ? { fix } : {}) };
    });
  }

  #passageAt(offset: number): number {
    let low = 0;
    let high = this.#passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#passages[middle]?.span.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const { span } = this.#passages[low] ?? {};
    return span && offset >= span.start && offset <= span.end ? low : -1;
  }
}

/** One fix of those of all places; one that overlaps an earlier one waits for the next round. */
function together(fixes: readonly (Fix | undefined)[]): Fix | undefined {
  const all = fixes.filter((fix) => fix !== undefined);
  if (all.length === 0) return undefined;
  const edits = withoutOverlaps(all.flatMap((fix) => fix.edits));
  const isRename = all.some((fix) => fix.isRename);
  return { edits, isSafe: all.every(({ isSafe }) => isSafe), ...(isRename ? { isRename } : {}) };
}

/** The edits in order, without those that overlap an earlier one. */
export function withoutOverlaps(edits: Fix['edits']): Fix['edits'] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = -1;
  return sorted.filter(({ span }, index) => {
    const before = sorted[index - 1];
    const isTwice = before?.span.start === span.start && before.span.end === span.end;
    if (span.start < end || isTwice) return false;
    end = span.end;
    return true;
  });
}
