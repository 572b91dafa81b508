import { type Checked, type CheckOptions, checkContext, isFormattable, isRuleEnabled, refuseUnknown } from './check.ts';
import { UnsafeFormatError } from './format/safe-formatter.ts';
import { format } from './format.ts';
import { type HouseContext, resolveHouse } from './house/resolve.ts';
import { withoutOverlaps } from './lint/collect.ts';
import { createRuleContext, type RuleContextResult } from './lint/create-context.ts';
import { sameStructure } from './lint/fix-safety.ts';
import { notFormatted } from './lint/rules/not-formatted.ts';
import { preferredWord } from './lint/rules/preferred-word.ts';
import type { Finding } from './model/diagnostic.ts';
import { applyEdits, createSource, type Edit, type Source } from './text/index.ts';

export interface FixOptions extends CheckOptions {
  /** Also the fixes that somebody has to look at. */
  readonly unsafe?: boolean;
  /** How lines end. Default: as the note's first line does. */
  readonly endOfLine?: 'lf' | 'crlf';
  /** Take off a byte order mark. Default: keep it. */
  readonly removeBom?: boolean;
}

export interface FixResult {
  /** The note put right and in `format`'s shape, with its byte order mark and line ends; as it was where it cannot be read. */
  readonly text: string;
  /** What is left to find in that text. */
  readonly findings: readonly Finding[];
  /** How many findings were put right. */
  readonly fixed: number;
}

/** After so many rounds a note that still changes is a fault of a rule. */
const ROUNDS = 10;

/**
 * Puts right what can be put right by itself. What no fix touches means the same afterwards, what one touches has the same
 * structure, and fixing the result again changes nothing. A rule of the house's own whose fixes another rule undoes is left
 * to the writer. It throws for no content.
 * @throws {RangeError} for the name of a house or a rule that does not exist.
 * @throws {UnsafeFormatError} when copydesk's rules do not come to an end, or the formatter's promise could not be kept: a bug.
 */
export async function fix(text: string, options: FixOptions = {}): Promise<FixResult> {
  const houseContext = resolveHouse(options.house);
  refuseUnknown(options.rules, houseContext);
  const left = new Set<string>();
  for (;;) {
    const put = await untilStill(text, options, houseContext, left);
    if ('text' in put) return put;
    const own = put.late.filter((id) => isOwn(id, houseContext) && !left.has(id));
    if (own.length === 0) throw new UnsafeFormatError(`its fixes do not come to an end: ${put.late.join(', ')}`);
    for (const id of own) left.add(id);
  }
}

/** Whether a rule replaces words that the house has chosen. What it says may contradict the other rules. */
function isOwn(id: string, { house }: HouseContext): boolean {
  return id === preferredWord.id || house.rules.some((rule) => rule.id === id);
}

/** Rounds of fixes until nothing changes, or else the rules that still fixed something in the later ones. */
async function untilStill(
  text: string,
  options: FixOptions,
  houseContext: HouseContext,
  left: ReadonlySet<string>,
): Promise<FixResult | { readonly late: readonly string[] }> {
  const path = options.path ?? '<note>';
  const read = (current: string): RuleContextResult =>
    createRuleContext(createSource(path, current), houseContext, options.now);
  let current = text;
  let fixed = 0;
  const late = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const before = checkContext(read(current), options);
    const findings = before.findings.map((finding) => (left.has(finding.rule) ? withoutFix(finding) : finding));
    if (!before.context) return { text, findings, fixed: 0 };
    const put = putRight({ ...before, findings }, options.unsafe === true, read);
    const next = put ? withEnds(put.text, before.context.source) : current;
    fixed += put?.fixed.length ?? 0;
    if (round >= ROUNDS / 2) for (const { rule } of put?.fixed ?? []) late.add(rule);
    const shapes = isFormattable(before.context) && isRuleEnabled(before.context.house, notFormatted, options);
    const shaped = shapes ? await format(next, { ...options, path }) : undefined;
    const result = shaped?.text ?? next;
    if (result === current) return { text: current, findings, fixed };
    current = result;
  }
  return { late: [...late] };
}

function withoutFix({ fix: _, ...finding }: Finding): Finding {
  return finding;
}

interface Put {
  readonly text: string;
  readonly fixed: readonly Finding[];
}

/** The text after one round of fixes, as many as leave the structure alone; undefined where there is none. */
function putRight(before: Checked, unsafe: boolean, read: (text: string) => RuleContextResult): Put | undefined {
  const fixable = before.findings.filter(({ fix }) => fix && (fix.isSafe || unsafe));
  if (fixable.length === 0 || !before.context) return undefined;
  const { source } = before.context;
  const tried = (findings: readonly Finding[]): string | undefined => {
    const edits = editsOf(findings);
    const text = applyEdits(source.text, edits);
    const renames = editsOf(findings.filter(({ fix }) => fix?.isRename));
    return sameStructure(before, read(text), edits, renames) ? text : undefined;
  };
  const all = tried(fixable);
  if (all !== undefined) return { text: all, fixed: fixable };
  const good: Finding[] = [];
  const add = (findings: readonly Finding[]): void => {
    if (findings.length === 0) return;
    if (tried([...good, ...findings]) !== undefined) good.push(...findings);
    else if (findings.length > 1) {
      add(findings.slice(0, findings.length >> 1));
      add(findings.slice(findings.length >> 1));
    }
  };
  add(fixable);
  const text = good.length > 0 ? tried(good) : undefined;
  return text === undefined || text === source.text ? undefined : { text, fixed: good };
}

/** Fixes that overlap an earlier one wait for the next round. */
function editsOf(findings: readonly Finding[]): readonly Edit[] {
  return withoutOverlaps(findings.flatMap(({ fix }) => fix?.edits ?? []));
}

/** With the line ends and the byte order mark that the text came with. */
function withEnds(text: string, { bom, eol }: Source): string {
  return (bom ? '\ufeff' : '') + (eol === '\r\n' ? text.replaceAll('\n', '\r\n') : text);
}
