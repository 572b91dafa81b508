import { lengthOf } from '../../lint/prose/words.ts';
import type { LintedNote } from '../../lint/run-rules.ts';
import { type Diagnostic, locationsOf, type Severity } from '../../model/diagnostic.ts';
import { lineAt, positionAt } from '../../text/index.ts';

/** How many examples of a rule are kept, and from how many characters each. */
const EXAMPLES = 3;
const LONGEST = 160;

/** A finding as an example. */
export interface AuditExample {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line of the note, cut. */
  readonly text: string;
}

/** What the posts say about a rule. A finding counts once per location. */
export interface RuleAudit {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: number;
  /** Posts with a finding. */
  readonly posts: number;
  /** Findings that a comment in a post suppresses. They are not among `findings`. */
  readonly suppressed: number;
  /** Findings that the baseline accepts. They are not among `findings`. */
  readonly accepted: number;
  readonly examples: readonly AuditExample[];
  /** What the house could set the rule to, and why. */
  readonly advice?: { readonly severity: 'information' | 'off'; readonly reason: string };
}

export interface AuditResult {
  readonly posts: number;
  /** Words, and characters of Chinese and Japanese posts. */
  readonly words: number;
  /** Most findings first. */
  readonly rules: readonly RuleAudit[];
}

type Counts = Omit<{ -readonly [Key in keyof RuleAudit]: RuleAudit[Key] }, 'examples' | 'advice'> & {
  readonly examples: AuditExample[];
};

/** Counts what each rule finds in published posts. Keeps counts and a few examples, so that memory does not grow. */
export class Audit {
  readonly #rules = new Map<string, Counts>();
  #posts = 0;
  #words = 0;

  /** @param accepted the findings that the baseline knows, which are not among `findings`. */
  add(path: string, note: LintedNote, findings: readonly Diagnostic[], accepted: readonly Diagnostic[]): void {
    this.#posts++;
    if (note.context) this.#words += lengthOf(note.context, note.context.prose).count;
    const seen = new Set<string>();
    for (const finding of findings) {
      const counts = this.#of(finding);
      counts.findings += locationsOf(finding).length;
      if (seen.has(finding.rule)) continue;
      seen.add(finding.rule);
      counts.posts++;
      this.#keep(counts, path, finding);
    }
    for (const finding of note.suppressed) this.#of(finding).suppressed += locationsOf(finding).length;
    for (const finding of accepted) this.#of(finding).accepted += locationsOf(finding).length;
  }

  /** How many findings there are, without those that are suppressed or accepted. */
  get findings(): number {
    return [...this.#rules.values()].reduce((sum, { findings }) => sum + findings, 0);
  }

  result(): AuditResult {
    const rules = [...this.#rules.values()].map((counts) => {
      const advice = adviceFor(counts, this.#posts);
      return { ...counts, ...(advice ? { advice } : {}) };
    });
    rules.sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
    return { posts: this.#posts, words: this.#words, rules };
  }

  #of({ rule, severity }: Diagnostic): Counts {
    const known = this.#rules.get(rule);
    if (known) {
      // A rule may report some findings as suggestions only.
      if (RANK[severity] > RANK[known.severity]) known.severity = severity;
      return known;
    }
    const counts = { rule, severity, findings: 0, posts: 0, suppressed: 0, accepted: 0, examples: [] };
    this.#rules.set(rule, counts);
    return counts;
  }

  /** Keeps examples from all parts of the folder: each post has the same chance, and the same posts give the same ones. */
  #keep({ examples, posts }: Counts, path: string, finding: Diagnostic): void {
    const at = posts <= EXAMPLES ? posts - 1 : (Math.imul(posts, 0x9e3779b1) >>> 8) % posts;
    if (at < EXAMPLES) examples[at] = exampleOf(path, finding);
  }
}

const RANK: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2, fatal: 3 };

function exampleOf(path: string, { source, span, message }: Diagnostic): AuditExample {
  const { line, column } = positionAt(source, span.start);
  const text = lineAt(source, line);
  const start = Math.max(0, Math.min(column - 1 - LONGEST / 4, text.length - LONGEST));
  // Through JSON, because a slice would keep the whole note in memory.
  const cut = JSON.parse(JSON.stringify(text.slice(start, start + LONGEST))) as string;
  return { path, line, column, message, text: cut.trim() };
}

/** Fewer say little about a house. */
const FEWEST_FINDINGS = 5;
const FEWEST_POSTS = 10;
/** A rule that editors overrule one time in five becomes a suggestion. A rule that they overrule half of the time is turned off. */
const SUGGESTION = 0.2;
const OFF = 0.5;

/**
 * What the house could set a rule to. The editors overrule a finding if they suppress or accept it. They also published all
 * others, so a rule that finds something in one post in five is not a rule of this house. An error is never demoted: without
 * the part that it asks for there is no post.
 */
function adviceFor({ severity, ...counts }: Counts, all: number): RuleAudit['advice'] | undefined {
  if (severity !== 'warning') return undefined;
  const { findings, posts, suppressed, accepted } = counts;
  const overruled = suppressed + accepted;
  const total = findings + overruled;
  const byEditors = total >= FEWEST_FINDINGS ? overruled / total : 0;
  const byPosts = all >= FEWEST_POSTS ? posts / all : 0;
  const share = Math.max(byEditors, byPosts);
  if (share < SUGGESTION) return undefined;
  const reason =
    byEditors >= byPosts ? `${overruled} of ${total} findings overruled` : `found in ${posts} of ${all} posts`;
  return { severity: share >= OFF ? 'off' : 'information', reason };
}
