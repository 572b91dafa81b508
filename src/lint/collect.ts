import type { Diagnostic, Fix, Severity } from '../model/diagnostic.ts';
import { firstIndex, type Span } from '../text/index.ts';
import type { RuleContext } from './context.ts';
import { changesQuotation } from './prose/quotations.ts';
import type { Violation } from './rule.ts';
import type { Rule } from './rules/index.ts';
import { notFormatted } from './rules/not-formatted.ts';

/**
 * Makes diagnostics of violations: those of one passage with the same message become one, but safe fixes stay apart from
 * unsafe ones.
 */
export class DiagnosticMerger {
  readonly #context: RuleContext;
  readonly #merged = new Map<string, { diagnostic: Diagnostic; locations: Span[]; fixes: (Fix | undefined)[] }>();

  constructor(context: RuleContext) {
    this.#context = context;
  }

  add({ id }: Rule, { fix: given, ...violation }: Violation, severity: Severity): void {
    const { message, span } = violation;
    const index = this.#passageAt(span.start);
    const passage = index === -1 ? undefined : this.#context.passages[index];
    // Formatting and conversion change no character of content, so they may change a block with a quotation.
    const keepsWords = id === notFormatted.id || given?.isConversion === true;
    const mayFix = keepsWords || !given || !passage || !changesQuotation(passage, given);
    const fix = mayFix ? given : undefined;
    const advice = violation.advice ?? (mayFix ? undefined : 'Change it by hand: --fix never changes a quotation.');
    const isUnsafe = fix !== undefined && !fix.isSafe;
    const key = `${id} ${index === -1 ? `at ${span.start}` : index} ${isUnsafe} ${message}`;
    const known = this.#merged.get(key);
    if (known) {
      known.locations.push(span);
      known.fixes.push(fix);
      return;
    }
    const diagnostic = { ...violation, rule: id, severity, source: this.#context.source, advice };
    this.#merged.set(key, { diagnostic, locations: [span], fixes: [fix] });
  }

  /** In no particular order. */
  all(): Diagnostic[] {
    return [...this.#merged.values()].map(({ diagnostic, locations, fixes }) => {
      const sorted = [...locations].sort((a, b) => a.start - b.start);
      const fix = mergeFixes(fixes);
      return { ...diagnostic, span: sorted[0] ?? diagnostic.span, locations: sorted, ...(fix ? { fix } : {}) };
    });
  }

  #passageAt(offset: number): number {
    const { passages } = this.#context;
    const index = firstIndex(passages, ({ span }) => span.start > offset) - 1;
    const { span } = passages[index] ?? {};
    return span && offset <= span.end ? index : -1;
  }
}

/** One fix for all places. An edit that overlaps an earlier one waits for the next round. */
function mergeFixes(fixes: readonly (Fix | undefined)[]): Fix | undefined {
  const all = fixes.filter((fix) => fix !== undefined);
  if (all.length === 0) return undefined;
  const edits = withoutOverlaps(all.flatMap((fix) => fix.edits));
  const isRename = all.some((fix) => fix.isRename);
  const isLink = all.some((fix) => fix.isLink);
  const isConversion = all.some((fix) => fix.isConversion);
  return {
    edits,
    isSafe: all.every(({ isSafe }) => isSafe),
    ...(isRename ? { isRename } : {}),
    ...(isLink ? { isLink } : {}),
    ...(isConversion ? { isConversion } : {}),
  };
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
