import type { Diagnostic } from '../model/diagnostic.ts';
import type { RuleContext } from './context.ts';
import type { Violation } from './rule.ts';

/** What a reader found under the name of a rule, which passes it on as it is. */
export function* read({ readings }: RuleContext, rule: string): Generator<Violation> {
  for (const diagnostic of readings) if (diagnostic.rule === rule) yield violationOf(diagnostic);
}

export function violationOf({ message, advice, span, severity }: Diagnostic): Violation {
  return { message, span, severity, ...(advice === undefined ? {} : { advice }) };
}
