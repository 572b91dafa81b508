import type { CheckOptions } from './check.ts';
import { UnsafeFormatError } from './format/unsafe-format-error.ts';
import { format } from './format.ts';
import { type HouseContext, resolveHouse } from './house/resolve.ts';
import { withoutOverlaps } from './lint/collect.ts';
import type { RuleContextResult } from './lint/context.ts';
import { sameStructure } from './lint/fix-safety.ts';
import { notFormatted } from './lint/rules/not-formatted.ts';
import { preferredWord } from './lint/rules/word-rules.ts';
import {
  isFormattable,
  isRuleEnabled,
  type LintedNote,
  readForRules,
  refuseUnknownRules,
  runRules,
  withDictionary,
} from './lint/run-rules.ts';
import { checkArguments } from './model/arguments.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { applyEdits, createSource, type Edit, type Source } from './text/index.ts';
import { withReport } from './write/channel-report.ts';

export interface FixOptions extends CheckOptions {
  /** Whether to apply unsafe fixes too. Default: false. */
  readonly unsafe?: boolean;
  /**
   * Decides about each finding with a fix, safe or not, in place of `unsafe`. The note is then not formatted. Fixes that
   * overlap are applied in rounds, so it may be called again for the fixed text.
   */
  readonly accepts?: (finding: Diagnostic) => boolean | Promise<boolean>;
  /** The line ending of the result. Default: the one of the first line of the note. */
  readonly endOfLine?: 'lf' | 'crlf';
  /** Whether to remove a byte order mark. Default: false. */
  readonly removeBom?: boolean;
}

export interface FixResult {
  /** The fixed and formatted note, with its byte order mark and line ends. A note that cannot be read is unchanged. */
  readonly text: string;
  /** What the rules still find in that text. */
  readonly findings: readonly Diagnostic[];
  /** The number of findings that were fixed. */
  readonly fixed: number;
}

/** The maximum number of rounds. A rule whose fixes still change the note is unstable. */
const ROUNDS = 10;

/**
 * Returns a note with its findings fixed. Text that no fix touches keeps its meaning, text that a fix touches keeps its
 * structure, and fixing the result again changes nothing. If fixes are unstable, the findings of their rules are reported and not
 * fixed: of a house's own rules if they take part, else of all that do.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house, rule or channel.
 * @throws {UnsafeFormatError} if the formatter cannot keep the meaning: a bug.
 */
export async function fix(text: string, given: FixOptions = {}): Promise<FixResult> {
  checkArguments('fix', text, given);
  const options = withReport(given);
  const houseContext = resolveHouse(options.house);
  refuseUnknownRules(options.rules, houseContext);
  const unfixed = new Set<string>();
  for (;;) {
    const result = await fixUntilStable(text, options, houseContext, unfixed);
    if ('text' in result) return result;
    const unstable = result.unstableRules.filter((id) => !unfixed.has(id));
    if (unstable.length === 0) throw new UnsafeFormatError('formatting the result again changes it');
    const own = unstable.filter((id) => isHouseRule(id, houseContext));
    for (const id of own.length > 0 ? own : unstable) unfixed.add(id);
  }
}

/** Returns the edits of the fix of one finding. Undefined if it has none, or if the fix would change more than words. */
export function fixEdits(before: LintedNote, finding: Diagnostic, options: FixOptions): readonly Edit[] | undefined {
  if (!finding.fix) return undefined;
  const houseContext = resolveHouse(options.house);
  const read = (text: string) => readForRules(createSource(options.path ?? '<note>', text), houseContext, options);
  return applyFixes(before, [finding], read) ? editsOf([finding]) : undefined;
}

/** Whether a rule replaces words that the house has chosen, which may contradict the other rules. */
function isHouseRule(id: string, { house }: HouseContext): boolean {
  return id === preferredWord.id || house.rules.some((rule) => rule.id === id);
}

/** Fixes and formats in rounds until nothing changes. If that never happens, names the rules that kept fixing. */
async function fixUntilStable(
  text: string,
  options: FixOptions,
  houseContext: HouseContext,
  unfixed: ReadonlySet<string>,
): Promise<FixResult | { readonly unstableRules: readonly string[] }> {
  const path = options.path ?? '<note>';
  const read = (current: string): RuleContextResult => readForRules(createSource(path, current), houseContext, options);
  let current = text;
  let fixed = 0;
  const unstableRules = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const before = runRules(await withDictionary(read(current), options), options);
    const findings = before.findings.map((finding) => (unfixed.has(finding.rule) ? withoutFix(finding) : finding));
    if (!before.context) return { text, findings, fixed: 0 };
    const pass = applyFixes(before, await accepted(findings, options), read);
    const next = pass ? asFile(pass.text, before.context.source) : current;
    fixed += pass?.fixed.length ?? 0;
    if (round >= ROUNDS / 2) for (const { rule } of pass?.fixed ?? []) unstableRules.add(rule);
    const { context } = before;
    const formats = !options.accepts && isFormattable(context) && isRuleEnabled(context.house, notFormatted, options);
    const formatted = formats ? await format(next, { ...options, path }) : undefined;
    const result = formatted?.text ?? next;
    if (result === current) return { text: current, findings, fixed };
    current = result;
  }
  return { unstableRules: [...unstableRules] };
}

function withoutFix({ fix, ...finding }: Diagnostic): Diagnostic {
  if (!fix) return finding;
  return {
    ...finding,
    advice: [finding.advice, 'Fix this by hand, because the automatic fix never finishes.'].filter(Boolean).join(' '),
  };
}

/** The result of one round of fixes. */
interface FixPass {
  readonly text: string;
  readonly fixed: readonly Diagnostic[];
}

/** The findings whose fixes are to be applied. */
async function accepted(
  findings: readonly Diagnostic[],
  { accepts, unsafe }: FixOptions,
): Promise<readonly Diagnostic[]> {
  const fixable = findings.filter(({ fix }) => fix && (fix.isSafe || unsafe || accepts));
  if (!accepts) return fixable;
  const chosen: Diagnostic[] = [];
  for (const finding of fixable) if (await accepts(finding)) chosen.push(finding);
  return chosen;
}

/** Applies as many fixes as keep the structure of the note. Undefined if there are none. */
function applyFixes(
  before: LintedNote,
  fixable: readonly Diagnostic[],
  read: (text: string) => RuleContextResult,
): FixPass | undefined {
  if (fixable.length === 0 || !before.context) return undefined;
  const { source } = before.context;
  const fixedText = (findings: readonly Diagnostic[]): string | undefined => {
    const edits = editsOf(findings);
    const text = applyEdits(source.text, edits);
    const renames = editsOf(findings.filter(({ fix }) => fix?.isRename));
    const links = editsOf(findings.filter(({ fix }) => fix?.isLink));
    const converting = new Set(findings.flatMap(({ fix }) => (fix?.isConversion ? fix.edits : [])));
    const conversions = edits.filter((edit) => converting.has(edit));
    return sameStructure(before, read(text), { edits, renames, links, conversions }) ? text : undefined;
  };
  const all = fixedText(fixable);
  if (all !== undefined) return { text: all, fixed: fixable };
  const fixed: Diagnostic[] = [];
  const add = (findings: readonly Diagnostic[]): void => {
    if (findings.length === 0) return;
    if (fixedText([...fixed, ...findings]) !== undefined) fixed.push(...findings);
    else if (findings.length > 1) {
      add(findings.slice(0, findings.length >> 1));
      add(findings.slice(findings.length >> 1));
    }
  };
  add(fixable);
  const text = fixed.length > 0 ? fixedText(fixed) : undefined;
  return text === undefined || text === source.text ? undefined : { text, fixed };
}

/** Fixes that overlap an earlier one wait for the next round. */
function editsOf(findings: readonly Diagnostic[]): readonly Edit[] {
  return withoutOverlaps(findings.flatMap(({ fix }) => fix?.edits ?? []));
}

/** The text with the line ends and the byte order mark of its file. */
function asFile(text: string, { bom, eol }: Source): string {
  return (bom ? '\ufeff' : '') + (eol === '\r\n' ? text.replaceAll('\n', '\r\n') : text);
}
