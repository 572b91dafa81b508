import type { Diagnostic } from '../model/diagnostic.ts';
import { canonicalKey } from '../model/keys.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';

/**
 * Removes the missing parts that a misspelt key or heading explains, so that one slip is one message. The misspelling
 * becomes the error in their place, because the post still cannot be printed.
 */
export function keepRootCauses(diagnostics: readonly Diagnostic[], vocabulary: Vocabulary): readonly Diagnostic[] {
  const explained = new Set<string>();
  const causes = new Map<Diagnostic, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const missing = missingRule(diagnostic, vocabulary);
    if (missing === undefined || !diagnostics.some(({ rule }) => rule === missing)) continue;
    explained.add(missing);
    causes.set(diagnostic, { ...diagnostic, severity: 'error' });
  }
  if (causes.size === 0) return diagnostics;
  return diagnostics
    .filter(({ rule }) => !explained.has(rule))
    .map((diagnostic) => causes.get(diagnostic) ?? diagnostic);
}

/** The rule that reports the part that a misspelt name means, if it is missing. */
function missingRule({ rule, meant }: Diagnostic, { sections }: Vocabulary): string | undefined {
  if (meant === undefined) return undefined;
  if (rule === 'unknown-key') return `missing-${canonicalKey(meant) ?? meant}`;
  if (rule !== 'unknown-section') return undefined;
  const section = sections.get(normalizeName(meant));
  return section && (section.kind === 'house' ? 'missing-section' : `missing-${section.kind}`);
}
