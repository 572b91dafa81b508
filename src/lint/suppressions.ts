import { type Diagnostic, locationsOf, type Problem, type Severity } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Note, NoteComment } from '../model/note.ts';
import { firstIndex, type Span, span } from '../text/index.ts';
import { SuppressedScopes } from './suppressed-scopes.ts';

/** A comment that tells copydesk to ignore rules in the next block, or in the block that contains it. */
interface Suppression {
  readonly span: Span;
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  readonly reason: string;
  /** Where it applies. */
  readonly scope: Span;
}

const COMMENT = /^(?:<!--|[ \t]*#)\s*copydesk-ignore\b([^:：]*?)(?:[:：]([\s\S]*?))?(?:-->)?$/;

/**
 * Removes the findings that a comment suppresses, and adds the problems of the comments.
 * @param known the ids of all rules.
 * @param severities the severities of the enabled rules. Problems of other rules are not added.
 * @returns what is left, and what a comment suppresses.
 */
export function suppress(
  findings: readonly Diagnostic[],
  note: Note,
  known: readonly string[],
  severities: ReadonlyMap<string, Severity>,
): { readonly left: Diagnostic[]; readonly suppressed: readonly Diagnostic[] } {
  const { source } = note;
  const scopeOf = scopesOf(note);
  const suppressions = note.comments().flatMap((comment) => suppressionIn(comment, note, scopeOf) ?? []);
  if (suppressions.length === 0) return { left: [...findings], suppressed: [] };
  const byRule = new Map<string, SuppressedScopes>();
  for (const { rules, reason, scope } of suppressions) {
    if (reason === '') continue;
    for (const { name } of rules) {
      const scopes = byRule.get(name) ?? new SuppressedScopes();
      byRule.set(name, scopes);
      scopes.add(scope);
    }
  }
  const left: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  for (const finding of findings) {
    const isSuppressed = byRule.get(finding.rule)?.suppresses(locationsOf(finding)) ?? false;
    (isSuppressed ? suppressed : left).push(finding);
  }
  const isUsed = (rule: string, scope: Span) => byRule.get(rule)?.isUsed(scope) ?? false;
  for (const suppression of suppressions)
    for (const problem of problemsOf(suppression, known, isUsed)) {
      const severity = severities.get(problem.rule);
      if (severity) left.push({ ...problem, severity, source });
    }
  return { left, suppressed };
}

function suppressionIn(
  comment: NoteComment,
  { source: { text } }: Note,
  scopeOf: (comment: NoteComment) => Span,
): Suppression | undefined {
  const { start, end } = comment.span;
  const found = COMMENT.exec(text.slice(start, end));
  if (!found) return undefined;
  const [whole, names = '', reason = ''] = found;
  const from = start + whole.indexOf(names, whole.indexOf('copydesk-ignore') + 'copydesk-ignore'.length);
  const rules = [...names.matchAll(/[^\s,，]+/g)].map(({ 0: name, index }) => ({
    name,
    span: span(from + index, from + index + name.length),
  }));
  return { span: comment.span, rules, reason: reason.trim(), scope: comment.within ?? scopeOf(comment) };
}

/** A function that finds the scope of a comment between blocks: the next front matter field, heading or block. */
function scopesOf({ fields, headline, sections, footnotes, frontMatter, data }: Note): (comment: NoteComment) => Span {
  const inFront = fields.map(({ nameSpan, value }) => span(nameSpan.start, value.span.end));
  const inText = [
    ...(headline ? [headline.span] : []),
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading ? [heading.span] : []),
      ...blocks.map((block) => block.span),
    ]),
    ...footnotes().map((footnote) => footnote.span),
  ];
  const sorted = (spans: readonly Span[]) => spans.toSorted((a, b) => a.start - b.start);
  const all = data ? sorted([...inFront, ...inText]) : [];
  const [front, text] = data ? [all, all] : [sorted(inFront), sorted(inText)];
  return ({ span: { end } }) => {
    const places = end < (frontMatter?.end ?? 0) ? front : text;
    return places[firstIndex(places, ({ start }) => start >= end)] ?? span(end, end);
  };
}

const EXAMPLE = 'Write it as <!-- copydesk-ignore rule-name: reason -->.';

function* problemsOf(
  { span: comment, rules, reason, scope }: Suppression,
  known: readonly string[],
  isUsed: (rule: string, scope: Span) => boolean,
): Generator<Problem> {
  if (rules.length === 0) {
    yield { rule: 'suppression-rule', message: 'comment without the name of a rule', advice: EXAMPLE, span: comment };
    return;
  }
  if (reason === '') {
    const message = 'comment without a reason has no effect';
    yield { rule: 'suppression-reason', message, advice: EXAMPLE, span: comment };
  }
  for (const { name, span } of rules) {
    if (!known.includes(name)) {
      const advice = didYouMean(name, known, 'Run `copydesk explain` to list the rules.');
      yield { rule: 'suppression-rule', message: `unknown rule '${name}'`, advice, span };
    } else if (reason !== '' && !isUsed(name, scope))
      yield { rule: 'unused-suppression', message: `unused suppression of '${name}'`, advice: 'Remove it.', span };
  }
}
