import { formatNote } from '../format/format-note.ts';
import type { HouseContext } from '../house/resolve.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { House } from '../model/house.ts';
import { keepRootCauses } from '../read/diagnostics.ts';
import { isNoteFile, peek } from '../read/peek.ts';
import { isStructured } from '../read/structured.ts';
import { hasHan, type Source, type Span } from '../text/index.ts';
import { type ReportOptions, withChannelReport } from './channels.ts';
import { DiagnosticMerger } from './collect.ts';
import { createRuleContext, type RuleContext, type RuleContextResult } from './context.ts';
import type { KeptCheck, KeptFindings } from './kept-findings.ts';
import { startCheck } from './memoize.ts';
import { loadEnglish } from './prose/english.ts';
import { loadHanWords } from './prose/han-words.ts';
import { houseRules, RULES, type Rule } from './rules/index.ts';
import { bodyLength } from './rules/length-rules.ts';
import { notFormatted } from './rules/not-formatted.ts';
import { unknownSection } from './rules/rename-rules.ts';
import { type SourceOptions, withSourceText } from './source-text/given.ts';
import { suppress } from './suppressions.ts';
import { type TranslationOptions, withFirstVersion } from './translation/first-version.ts';

export interface LintOptions extends SourceOptions, TranslationOptions, ReportOptions {
  /** The moment, in milliseconds since 1970, that decides whether an embargo has passed. Default: now. */
  readonly now?: number;
  /** The ids of the rules to run. Default: every rule that the house enables. */
  readonly rules?: readonly string[];
  /** Correct words that the dictionary lacks, beside those of the house. */
  readonly dictionary?: readonly string[];
  /** Whether to skip a text that does not look like a note. Default: false. */
  readonly onlyNotes?: boolean;
}

/** A note with what the rules found in it. */
export interface LintedNote extends RuleContextResult {
  /** False for a text that `onlyNotes` skips. */
  readonly isNote: boolean;
  /** In the order of the text. */
  readonly findings: readonly Diagnostic[];
  /** What a comment in the note suppresses. */
  readonly suppressed: readonly Diagnostic[];
}

/** Is awaited between two rules, so that a program can do other work. It ends the check if it throws. */
export type Pause = () => Promise<void>;

/** How a note is checked while a person types. */
export interface LiveOptions {
  readonly pause: Pause;
  /** Findings that one check of the note keeps for the next. */
  readonly kept: KeptFindings;
}

/**
 * Reads a note and runs the rules of its house. Never throws for content.
 * @throws {UnsafeFormatError} if the formatter cannot keep the meaning of the note, which is a bug; what `live.pause` throws.
 */
export async function lintNote(
  source: Source,
  houseContext: HouseContext,
  options: LintOptions,
  live?: LiveOptions,
): Promise<LintedNote> {
  startCheck();
  const read = readForRules(source, houseContext, options);
  const { context, cst } = read;
  if (options.onlyNotes && !looksLikeNote(source, read, houseContext))
    return { isNote: false, findings: [], suppressed: [], diagnostics: [] };
  // A note without front matter looks like a post: `fix` formats it, but it is not a fault.
  if (!context || !cst?.front || !isFormattable(context) || !isRuleEnabled(context.house, notFormatted, options))
    return runLive(await withDictionary(read, options), options, live);
  await live?.pause();
  const { text: formatted } = await formatNote(cst, context.house, houseContext);
  return runLive(await withDictionary({ ...read, context: { ...context, formatted } }, options), options, live);
}

async function runLive(read: RuleContextResult, options: LintOptions, live?: LiveOptions): Promise<LintedNote> {
  if (!live) return runRules(read, options);
  const kept = read.context && live.kept.start(read.context);
  const steps = ruleSteps(read, options, kept);
  for (;;) {
    const { done, value } = steps.next();
    if (!done) await live.pause();
    else {
      kept?.finish();
      return value;
    }
  }
}

/** Reads a note for the rules, with the texts that they compare it with. Never throws for content. */
export function readForRules(source: Source, houseContext: HouseContext, options: LintOptions): RuleContextResult {
  const read = withChannelReport(
    withSourceText(createRuleContext(source, houseContext, options.now), options),
    options,
  );
  if (options.translationOf === undefined && !options.findFirstVersion) return read;
  const isNeeded = read.context && needs('first version', read.context.house, options);
  return isNeeded ? withFirstVersion(read, options, houseContext) : read;
}

function needs(what: Rule['needs'], house: House, options: LintOptions): boolean {
  return RULES.some((rule) => rule.needs === what && isRuleEnabled(house, rule, options));
}

/** A word that the dictionary can have. Names and acronyms have capitals. */
const LOWER_CASE_WORD = /(?<![A-Za-z])[a-z]{4}/;

/** Adds the dictionary and the known words to a note that a rule checks with them. */
export async function withDictionary(read: RuleContextResult, options: LintOptions): Promise<RuleContextResult> {
  const { context } = read;
  if (!context) return read;
  const isNeeded = (what: Rule['needs']) => needs(what, context.house, options);
  if (context.language === 'zh' && hasHan(context.prose) && isNeeded('chinese'))
    return { ...read, context: { ...context, chinese: await loadHanWords() } };
  if (context.language !== 'en' || !LOWER_CASE_WORD.test(context.prose) || !isNeeded('english')) return read;
  const knownWords = new Set([...context.knownWords, ...(options.dictionary ?? [])]);
  return { ...read, context: { ...context, knownWords, english: await loadEnglish() } };
}

function looksLikeNote(source: Source, { cst }: RuleContextResult, { vocabulary }: HouseContext): boolean {
  return isStructured(source) ? peek(source, true, vocabulary).isNote : isNoteFile(source, cst, vocabulary);
}

/** Whether `format` formats the note: a structured note is left unchanged. */
export function isFormattable({ note }: RuleContext): boolean {
  return note.data === undefined;
}

/** Whether a run of the linter reports what a rule finds. */
export function isRuleEnabled({ severities }: House, { id, severity }: Rule, { rules }: LintOptions): boolean {
  return rules ? rules.includes(id) : (severities.get(id) ?? severity) !== 'off';
}

/** Runs the rules over a note that was read. `not-formatted` finds nothing unless the context has the formatted text. */
export function runRules(read: RuleContextResult, options: LintOptions): LintedNote {
  const steps = ruleSteps(read, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Runs a rule a step, and returns what all found. */
function* ruleSteps(read: RuleContextResult, options: LintOptions, kept?: KeptCheck): Generator<undefined, LintedNote> {
  if (!read.context)
    return { ...read, isNote: true, findings: read.diagnostics.filter(preventsReading), suppressed: [] };
  const { context } = read;
  const { house } = context;
  const all = [...RULES, ...houseRules(house)];
  const selected = options.rules && new Set(options.rules);
  // Only a run of all rules shows whether a suppression is needed.
  const enabled = selected && !selected.has('unused-suppression') ? options : {};
  const merger = new DiagnosticMerger(context);
  for (const rule of all) {
    if (!isRuleEnabled(house, rule, enabled) && !selected?.has(rule.id)) continue;
    const severity = severityOf(rule, house);
    for (const violation of kept && rule.isLocal ? kept.check(rule) : rule.check(context))
      merger.add(rule, violation, house.severities.has(rule.id) ? severity : (violation.severity ?? severity));
    yield;
  }
  const severities = all
    .filter((rule) => isRuleEnabled(house, rule, options))
    .map((rule): [string, Severity] => [rule.id, severityOf(rule, house)]);
  const known = all.map(({ id }) => id);
  const { left, suppressed } = suppress(merger.all(), context.note, known, new Map(severities));
  const findings = selected ? left.filter(({ rule }) => selected.has(rule)) : left;
  return {
    ...read,
    isNote: true,
    suppressed: suppressed.filter(({ rule }) => selected?.has(rule) ?? true),
    findings: withoutConsequences(findings, context).sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    ),
  };
}

/**
 * Removes what follows from a misspelt key or heading that is reported: the part that it means is missing, and the body is
 * too long because it contains the section.
 */
function withoutConsequences(findings: readonly Diagnostic[], { body }: RuleContext): Diagnostic[] {
  const isInBody = (span: Span) => body && body.span.start <= span.start && span.end <= body.span.end;
  const lengthens = findings.some(
    ({ rule, meant, span }) => rule === unknownSection.id && meant !== undefined && isInBody(span),
  );
  return keepRootCauses(findings).filter(({ rule }) => !(lengthens && rule === bodyLength.id));
}

/** A rule that is off but selected reports information. */
function severityOf({ id, severity }: Rule, { severities }: House): Severity {
  const own = severities.get(id) ?? severity;
  return own === 'off' ? 'information' : own;
}

/** A structured note also cannot be read because of an error. */
function preventsReading({ severity }: Diagnostic): boolean {
  return severity === 'fatal' || severity === 'error';
}

/** The built-in rules and those of every house, by id: a note chooses its house by its language. */
export function rulesById({ houses }: HouseContext): ReadonlyMap<string, Rule> {
  const own = [...houses.values()].flatMap((house) => houseRules(house));
  return new Map([...RULES, ...own].map((rule) => [rule.id, rule]));
}

/** @throws {RangeError} for an id that no rule has. */
export function refuseUnknownRules(ids: readonly string[] | undefined, houseContext: HouseContext): void {
  const known = ids && rulesById(houseContext);
  const unknown = ids?.find((id) => !known?.has(id));
  if (unknown !== undefined) throw new RangeError(`unknown rule '${unknown}'`);
}
