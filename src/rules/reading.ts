import type { Copy } from '../model/copy.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Hit } from './rule.ts';

/** What a reader found under the name of a rule, which passes it on as it is. */
export function* read({ readings }: Copy, rule: string): Generator<Hit> {
  for (const diagnostic of readings) if (diagnostic.rule === rule) yield hitOf(diagnostic);
}

export function hitOf({ message, advice, span, severity }: Diagnostic): Hit {
  return { message, span, severity, ...(advice === undefined ? {} : { advice }) };
}
