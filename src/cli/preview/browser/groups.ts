import type { RuleContext } from '../../../lint/context.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { positionAt, type Source, type Span } from '../../../text/index.ts';
import type { Messages } from '../../messages/messages.ts';
import { count } from '../../run/summary.ts';
import { type Place, placesIn } from './note-places.ts';
import { sentence } from './sentences.ts';
import type { FindingGroup, FindingTotals, ShownFinding } from './state.ts';

/** What the page says about findings. */
interface GroupOptions {
  /** Whether a comment in the note can suppress a finding. */
  readonly isIgnorable: (finding: Diagnostic) => boolean;
  readonly messages: Messages;
}

const WHOLE_NOTE = 'Whole note';

/** Returns the findings by the paragraph that they are about, in the order of the note. */
export function groupsOf(
  findings: readonly Diagnostic[],
  context: RuleContext | undefined,
  { isIgnorable, messages }: GroupOptions,
): readonly FindingGroup[] {
  const places = context ? placesIn(context, messages) : [];
  const groups = new Map<Place | undefined, ShownFinding[]>();
  for (const [index, finding] of findings.entries()) {
    const place = placeOf(finding, places);
    const group = groups.get(place) ?? [];
    groups.set(place, group);
    group.push(shownFinding(finding, index, { isIgnorable, messages }));
  }
  return [...groups].map(([place, found]) => ({
    place: place?.name ?? messages.text(WHOLE_NOTE),
    text: place?.text ?? '',
    findings: found,
  }));
}

/** How many findings there are of each kind. */
export function totalsOf(findings: readonly Diagnostic[], { text, comma }: Messages): FindingTotals {
  const number = (...severities: readonly string[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  const [errors, warnings, suggestions] = [number('fatal', 'error'), number('warning'), number('information')];
  const counts = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    suggestions > 0 ? count(suggestions, 'suggestion') : '',
  ].filter((one) => one !== '');
  const all = counts.length > 0 ? counts.map(text).join(comma) : text('No findings');
  return { errors, warnings, suggestions, text: all };
}

/** Identifies a finding in one version of a note. */
export function keyOf({ rule, span: { start, end } }: Diagnostic, index: number): string {
  return `${index}:${rule}:${start}-${end}`;
}

/** The smallest place that contains the start of a finding. A finding about the whole file has none. */
function placeOf({ span, rule }: Diagnostic, places: readonly Place[]): Place | undefined {
  if (rule === 'not-formatted') return undefined;
  const around = places.filter((place) => place.span.start <= span.start && span.start <= place.span.end);
  return around.reduce<Place | undefined>(
    (least, place) => (least && length(least) <= length(place) ? least : place),
    undefined,
  );
}

function length({ span: { start, end } }: Place): number {
  return end - start;
}

/** How many characters an excerpt shows on each side of what was found. */
const AROUND = 48;
const LONGEST_EXCERPT = 160;

const LABELS = { fatal: 'Error', error: 'Error', warning: 'Warning', information: 'Suggestion' } as const;

function shownFinding(finding: Diagnostic, index: number, { isIgnorable, messages }: GroupOptions): ShownFinding {
  const { rule, severity, message, advice, source, span, fix } = finding;
  const { text, colon } = messages;
  const { line, column } = positionAt(source, span.start);
  return {
    key: keyOf(finding, index),
    rule,
    severity,
    label: text(LABELS[severity]) + colon,
    message: sentence(message, messages),
    ...(advice === undefined ? {} : { advice: text(advice) }),
    where: `${text(`Line ${line}, column ${column}`)} · ${rule}`,
    excerpt: excerptOf(source, span),
    ...(fix ? { fix: fix.isSafe ? 'safe' : 'unsafe' } : {}),
    isIgnorable: isIgnorable(finding),
  };
}

/** The text of a finding with its context on the same lines, cut between words. */
function excerptOf({ text }: Source, { start, end }: Span): ShownFinding['excerpt'] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd === -1 ? text.length : Math.max(end, lineEnd));
  const found = text.slice(start, end);
  return [
    before.length <= AROUND ? before : `…${before.slice(-AROUND).replace(/^[^\s]*(?=\s)/, '')}`,
    found.length <= LONGEST_EXCERPT ? found : `${found.slice(0, LONGEST_EXCERPT)}…`,
    after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/(?<=\s)[^\s]*$/, '')}…`,
  ];
}
