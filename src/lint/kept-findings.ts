import type { Passage } from '../model/passage.ts';
import { firstIndex, type Span } from '../text/index.ts';
import type { RuleContext } from './context.ts';
import type { Rule, Violation } from './rule.ts';

/** What the local rules found in a passage, by the id of the rule. */
interface Found {
  readonly start: number;
  readonly violations: Map<string, Violation[]>;
}

/**
 * What the local rules found in each passage of the last check of a note, so that a program that checks the note while a person
 * types looks only at passages that have changed.
 */
export class KeptFindings {
  #found: ReadonlyMap<string, Found> = new Map();
  #basis: readonly unknown[] = [];

  /** Starts a check of the next version of the note. */
  start(context: RuleContext): KeptCheck {
    const { house, language, english, chinese } = context;
    const basis = [house, language, english, chinese];
    const isSame = basis.every((one, index) => one === this.#basis[index]);
    return new KeptCheck(context, isSame ? this.#found : new Map(), (found) => {
      [this.#found, this.#basis] = [found, basis];
    });
  }
}

/** One check of a note of which some passages are known. */
export class KeptCheck {
  /** In the order of the passages. Equal passages share what was found. */
  readonly #passages: readonly { readonly start: number; readonly found: Found }[];
  /** The note as if it had only the passages that are not known. */
  readonly #changed: RuleContext;
  readonly #new: ReadonlyMap<Passage, Found>;
  readonly #keep: () => void;

  constructor(context: RuleContext, known: ReadonlyMap<string, Found>, keep: (found: Map<string, Found>) => void) {
    const all = new Map<string, Found>();
    const changed = new Map<Passage, Found>();
    this.#passages = context.passages.map((passage) => {
      const { start } = passage.span;
      const key = keyOf(passage, context.source.text);
      const before = all.get(key) ?? known.get(key);
      const found = before ?? { start, violations: new Map() };
      if (!before) changed.set(passage, found);
      all.set(key, found);
      return { start, found };
    });
    const passages = [...changed.keys()];
    this.#new = changed;
    this.#changed = { ...context, passages, prose: passages.map(({ text }) => text).join('\n\n') };
    this.#keep = () => keep(all);
  }

  /** What a local rule finds. */
  *check(rule: Rule): Generator<Violation> {
    for (const found of this.#new.values()) found.violations.set(rule.id, []);
    if (this.#new.size > 0)
      for (const violation of rule.check(this.#changed))
        this.#foundAt(violation)?.violations.get(rule.id)?.push(violation);
    for (const { start, found } of this.#passages)
      for (const violation of found.violations.get(rule.id) ?? []) yield moved(violation, start - found.start);
  }

  /** What was found in the passage of a violation: the last one that starts before it. */
  #foundAt({ span: { start } }: Violation): Found | undefined {
    const { passages } = this.#changed;
    const passage = passages[Math.max(0, firstIndex(passages, ({ span }) => span.start > start) - 1)];
    return passage && this.#new.get(passage);
  }

  /** Stores the findings for the next check. Call it after all rules. */
  finish(): void {
    this.#keep();
  }
}

/** Everything that a local rule reads of a passage, except its position. */
function keyOf({ kind, text, span, marks, isQuoted, item, key, quotes }: Passage, source: string): string {
  const links = marks.map((mark) => (mark.type === 'link' ? mark.href : mark.type));
  return JSON.stringify([kind, isQuoted, item, key, quotes, links, text, source.slice(span.start, span.end)]);
}

function moved(violation: Violation, by: number): Violation {
  if (by === 0) return violation;
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  const { span, fix } = violation;
  const edits = fix?.edits.map((edit) => ({ ...edit, span: move(edit.span) }));
  return { ...violation, span: move(span), ...(fix && edits ? { fix: { ...fix, edits } } : {}) };
}
