import type { Finding, Severity } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Note, NoteComment } from '../model/note.ts';
import { type Span, span } from '../text/index.ts';

/** A comment by which an editor says that a rule is wrong here. */
interface Suppression {
  readonly span: Span;
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  readonly reason: string;
  /** What it speaks of. */
  readonly scope: Span;
}

const COMMENT = /^(?:<!--|[ \t]*#)\s*copydesk-ignore\b([^:：]*?)(?:[:：]([\s\S]*?))?(?:-->)?$/;

/**
 * The findings that no comment takes back, and what is wrong with the comments.
 * @param known the names of all rules.
 * @param severities how bad the faults of comments are; one that is not there is none.
 */
export function suppress(
  findings: readonly Finding[],
  note: Note,
  known: readonly string[],
  severities: ReadonlyMap<string, Severity>,
): Finding[] {
  const { source } = note;
  const suppressions = (note.comments ?? []).flatMap((comment) => suppressionIn(comment, note) ?? []);
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Span>();
  const left = findings.filter(({ rule, locations }) => {
    const here = suppressions.flatMap(({ rules, reason, scope }) =>
      reason === ''
        ? []
        : rules.filter(({ name }) => name === rule && locations.every((place) => isWithin(place, scope))),
    );
    for (const one of here) used.add(one.span);
    return here.length === 0;
  });
  for (const suppression of suppressions)
    for (const { rule, at, ...said } of faultsOf(suppression, known, used)) {
      const severity = severities.get(rule);
      if (severity) left.push({ rule, severity, ...said, span: at, locations: [at], source });
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

/** Of a comment that stands alone: the next field of the front matter, heading or block. */
function scopeOf({ span: { end } }: NoteComment, { fields, headline, sections, frontMatter, data }: Note): Span {
  const inFront = fields.map(({ nameSpan, value }) => span(nameSpan.start, value.span.end));
  const inText = [
    ...(headline ? [headline.span] : []),
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading ? [heading.span] : []),
      ...blocks.map((block) => block.span),
    ]),
  ];
  const places = data ? [...inFront, ...inText] : end < (frontMatter?.end ?? 0) ? inFront : inText;
  return places.filter(({ start }) => start >= end).sort((a, b) => a.start - b.start)[0] ?? span(end, end);
}

const HOW = 'Write <!-- copydesk-ignore the-rule: the reason -->.';

interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly advice: string;
  readonly at: Span;
}

function* faultsOf(
  { span: place, rules, reason }: Suppression,
  known: readonly string[],
  used: ReadonlySet<Span>,
): Generator<Fault> {
  const fault = (rule: string, message: string, advice: string, at: Span): Fault => ({ rule, message, advice, at });
  if (rules.length === 0)
    return yield fault('suppression-rule', 'this comment does not say which rule it ignores', HOW, place);
  if (reason === '')
    yield fault('suppression-reason', 'this comment does not say why the rule is ignored, so it is not', HOW, place);
  for (const { name, span: at } of rules) {
    if (!known.includes(name)) {
      const advice = didYouMean(name, known, 'copydesk explain lists them.');
      yield fault('suppression-rule', `no rule is called ${name}`, advice, at);
    } else if (reason !== '' && !used.has(at))
      yield fault('unused-suppression', `${name} finds nothing here: this comment is not needed`, 'Remove it.', at);
  }
}
