import { formatNote } from './format/format-note.ts';
import { type HouseContext, resolveHouse } from './house/resolve.ts';
import { FindingCollector } from './lint/collect.ts';
import type { RuleContext } from './lint/context.ts';
import { createRuleContext, type RuleContextResult } from './lint/create-context.ts';
import { unusedSuppression } from './lint/rules/engine-rules.ts';
import { houseRules, RULES, type Rule } from './lint/rules/index.ts';
import { notFormatted } from './lint/rules/not-formatted.ts';
import { suppress } from './lint/suppressions.ts';
import type { Diagnostic, Finding, Severity } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import { isNoteFile, peek } from './read/peek.ts';
import { isStructured } from './read/structured.ts';
import { createSource, type Source } from './text/index.ts';

export interface CheckOptions {
  /** The name that messages use; an ending .yaml, .yml or .json makes it a structured note. Default `<note>`. */
  readonly path?: string;
  /** The house, or the name of one that comes with copydesk. Default `abab`. */
  readonly house?: House | string;
  /** The moment, in milliseconds since 1970, by which an embargo is judged. Default: now. */
  readonly now?: number;
  /** Only these rules. Default: all that the house follows. */
  readonly rules?: readonly string[];
  /** Look first whether it is a note at all, as for a file that was found in a folder. Default: it is one. */
  readonly onlyNotes?: boolean;
}

export interface CheckResult {
  /** False, and nothing else is told, for a text that is no note: see `onlyNotes`. */
  readonly isNote: boolean;
  /** In the order of the text. A note that cannot be read has what keeps it from that, fatal mostly, and nothing else. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a note against its house's style. It throws for no content.
 * @throws {RangeError} for the name of a house or a rule that does not exist.
 * @throws {BrokenPromise} when the formatter, asked for the note's shape, finds that it could not keep its promise: a bug.
 */
export async function check(text: string, options: CheckOptions = {}): Promise<CheckResult> {
  const source = createSource(options.path ?? '<note>', text);
  const houseContext = resolveHouse(options.house);
  refuseUnknown(options.rules, houseContext);
  const { isNote, findings } = await checkSource(source, houseContext, options);
  return { isNote, findings };
}

/** What a check found, with the copy that it looked at. */
export interface Checked extends RuleContextResult {
  readonly isNote: boolean;
  readonly findings: readonly Finding[];
}

export async function checkSource(source: Source, houseContext: HouseContext, options: CheckOptions): Promise<Checked> {
  const read = createRuleContext(source, houseContext, options.now);
  const { context, cst } = read;
  if (options.onlyNotes && !looksLikeNote(source, read, houseContext))
    return { isNote: false, findings: [], diagnostics: [] };
  if (!context || !cst || !isFormattable(context) || !isRuleEnabled(context.house, notFormatted, options))
    return checkContext(read, options);
  const { text: shape } = await formatNote(cst, context.house, houseContext);
  return checkContext({ ...read, context: { ...context, shape } }, options);
}

/** Whether `format` writes such notes unasked: not structured ones, and not those that look like a post. */
export function isFormattable({ note }: RuleContext): boolean {
  return note.frontMatter !== undefined && note.data === undefined;
}

function looksLikeNote(source: Source, { cst }: RuleContextResult, houseContext: HouseContext): boolean {
  if (isStructured(source)) return peek(source, true, houseContext.vocabulary).isNote;
  return isNoteFile(source, cst, houseContext.vocabulary);
}

/** Whether a rule is looked at. */
export function isRuleEnabled({ severities }: House, { id, severity }: Rule, { rules }: CheckOptions): boolean {
  return rules ? rules.includes(id) : (severities.get(id) ?? severity) !== 'off';
}

/** The same for a note that was read, without waiting: whether it has the one shape is asked only where `copy.shape` tells it. */
export function checkContext(read: RuleContextResult, options: CheckOptions): Checked {
  if (!read.context) return { ...read, isNote: true, findings: read.diagnostics.filter(forbids).map(asFinding) };
  const { context } = read;
  const { house } = context;
  const all = [...RULES, ...houseRules(house)];
  const asked = options.rules && new Set(options.rules);
  const found = new FindingCollector(context);
  // Whether a suppression is needed, only all the rules can tell.
  const wanted = asked && !asked.has(unusedSuppression.id) ? options : {};
  for (const rule of all) {
    if (!isRuleEnabled(house, rule, wanted) && !asked?.has(rule.id)) continue;
    const severity = severityOf(rule, house);
    for (const violation of rule.check(context))
      found.add(rule, violation, house.severities.has(rule.id) ? severity : (violation.severity ?? severity));
  }
  const severities = all
    .filter((rule) => isRuleEnabled(house, rule, options))
    .map((rule): [string, Severity] => [rule.id, severityOf(rule, house)]);
  const known = all.map(({ id }) => id);
  const left = suppress(found.all(), context.note, known, new Map(severities));
  const findings = asked ? left.filter(({ rule }) => asked.has(rule)) : left;
  return {
    ...read,
    isNote: true,
    findings: findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

/** A rule that is off and yet asked for only informs. */
function severityOf({ id, severity }: Rule, { severities }: House): Severity {
  const here = severities.get(id) ?? severity;
  return here === 'off' ? 'information' : here;
}

/** Every rule by which a note of a desk may be checked: which house prints it, the note has a say in. */
export function rulesOf({ houses }: HouseContext): ReadonlyMap<string, Rule> {
  const own = [...houses.values()].flatMap((house) => houseRules(house));
  return new Map([...RULES, ...own].map((rule) => [rule.id, rule]));
}

/** @throws {RangeError} for a name that no rule has. */
export function refuseUnknown(names: readonly string[] | undefined, houseContext: HouseContext): void {
  const known = names && rulesOf(houseContext);
  const unknown = names?.find((name) => !known?.has(name));
  if (unknown !== undefined) throw new RangeError(`no rule is called ${unknown}`);
}

/** What keeps a note from being read: structured data has errors that do. */
function forbids({ severity }: Diagnostic): boolean {
  return severity === 'fatal' || severity === 'error';
}

function asFinding(diagnostic: Omit<Finding, 'locations'>): Finding {
  return { ...diagnostic, locations: [diagnostic.span] };
}
