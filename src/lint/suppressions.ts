import { type Diagnostic, locationsOf, type Problem, type Severity } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Note, NoteComment } from '../model/note.ts';
import { type Span, span } from '../text/index.ts';

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
 */
export function suppress(
  findings: readonly Diagnostic[],
  note: Note,
  known: readonly string[],
  severities: ReadonlyMap<string, Severity>,
): Diagnostic[] {
  const { source } = note;
  const suppressions = note.comments().flatMap((comment) => suppressionIn(comment, note) ?? []);
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Span>();
  const left = findings.filter((finding) => {
    const locations = locationsOf(finding);
    const here = suppressions.flatMap(({ rules, reason, scope }) =>
      reason === ''
        ? []
        : rules.filter(({ name }) => name === finding.rule && locations.every((place) => isWithin(place, scope))),
    );
    for (const one of here) used.add(one.span);
    return here.length === 0;
  });
  for (const suppression of suppressions)
    for (const problem of problemsOf(suppression, known, used)) {
      const severity = severities.get(problem.rule);
      if (severity) left.push({ ...problem, severity, source });
    }
  return left;
}

function isWithin({ start, end }: Span, scope: Span): boolean {
  return start >= scope.start && end <= scope.end;
}

function suppressionIn(comment: NoteComment, note: Note): Suppression | undefined {
  const { text } = note.source;
  const { start, end } = comment.span;
  const found = COMMENT.exec(text.slice(start, end));
  if (!found) return undefined;
  const [whole, names = '', reason = ''] = found;
  const from = start + whole.indexOf(names, whole.indexOf('copydesk-ignore') + 'copydesk-ignore'.length);
  const rules = [...names.matchAll(/[^\s,，]+/g)].map(({ 0: name, index }) => ({
    name,
    span: span(from + index, from + index + name.length),
  }));
  return { span: comment.span, rules, reason: reason.trim(), scope: comment.within ?? scopeOf(comment, note) };
}

/** The scope of a comment between blocks: the next front matter field, heading or block. */
function scopeOf(
  { span: { end } }: NoteComment,
  { fields, headline, sections, footnotes, frontMatter, data }: Note,
): Span {
  const inFront = fields.map(({ nameSpan, value }) => span(nameSpan.start, value.span.end));
  const inText = [
    ...(headline ? [headline.span] : []),
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading ? [heading.span] : []),
      ...blocks.map((block) => block.span),
    ]),
    ...footnotes().map((footnote) => footnote.span),
  ];
  const places = data ? [...inFront, ...inText] : end < (frontMatter?.end ?? 0) ? inFront : inText;
  return places.filter(({ start }) => start >= end).sort((a, b) => a.start - b.start)[0] ?? span(end, end);
}

const EXAMPLE = 'Write it as <!-- copydesk-ignore rule-name: reason -->.';

function* problemsOf(
  { span: comment, rules, reason }: Suppression,
  known: readonly string[],
  used: ReadonlySet<Span>,
): Generator<Problem> {
  if (rules.length === 0) {
    yield { rule: 'suppression-rule', message: 'comment names no rule to ignore', advice: EXAMPLE, span: comment };
    return;
  }
  if (reason === '') {
    const message = 'comment gives no reason, so it has no effect';
    yield { rule: 'suppression-reason', message, advice: EXAMPLE, span: comment };
  }
  for (const { name, span } of rules) {
    if (!known.includes(name)) {
      const advice = didYouMean(name, known, 'Run `copydesk explain` to list the rules.');
      yield { rule: 'suppression-rule', message: `unknown rule '${name}'`, advice, span };
    } else if (reason !== '' && !used.has(span))
      yield { rule: 'unused-suppression', message: `unused suppression of '${name}'`, advice: 'Remove it.', span };
  }
}
