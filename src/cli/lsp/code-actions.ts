import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver/node';
import { fixEdits } from '../../fix.ts';
import { ignoreEdit } from '../../lint/ignore-edit.ts';
import { type Diagnostic, locationsOf } from '../../model/diagnostic.ts';
import type { Edit, Span } from '../../text/index.ts';
import type { Messages } from '../messages/messages.ts';
import type { Analysis } from './analysis.ts';
import { editorDiagnostics } from './diagnostics.ts';

/** Applies every safe fix and formats the note, as `copydesk check --fix` does. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The command that opens the page of a rule. */
export const EXPLAIN = 'copydesk.explain';

/** What `codeAction/resolve` gets back, to find the edits of FIX_ALL. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number;
}

/**
 * The actions for the findings that a range touches, and for the whole note.
 * @param hasVersions whether the editor accepts edits of a version.
 */
export function codeActions(
  analysis: Analysis,
  { range, context }: CodeActionParams,
  hasVersions: boolean,
): CodeAction[] {
  const wants = (kind: string) => !context.only || context.only.some((one) => isWithin(kind, one));
  const place = analysis.places.span(range);
  const touched = wants(CodeActionKind.QuickFix)
    ? analysis.findings.filter((finding) => locationsOf(finding).some((one) => touches(one, place)))
    : [];
  const byFinding = touched.map((finding) => findingActions(finding, analysis, hasVersions));
  // All fixes come first, then what changes nothing in the prose.
  const quick = [...byFinding.flatMap(({ fixes }) => fixes), ...byFinding.flatMap(({ others }) => others)];
  return [...quick, ...(wants(FIX_ALL) && isFixable(analysis) ? [fixAll(analysis)] : [])];
}

/** Whether a kind is another or one of its sub-kinds. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** Also if they only meet, because a cursor is an empty range. */
function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function isFixable({ findings, linted }: Analysis): boolean {
  return linted !== undefined && findings.some(({ fix }) => fix?.isSafe);
}

function fixAll({ uri, version, messages }: Analysis): CodeAction {
  const data: FixAllData = { uri, version };
  const title = messages.text('Fix all problems with safe fixes, and format');
  return { title, kind: FIX_ALL, data };
}

function findingActions(finding: Diagnostic, analysis: Analysis, hasVersions: boolean) {
  const { rule, fix } = finding;
  const { text } = analysis.messages;
  const diagnostics = editorDiagnostics(finding, analysis.places, analysis.messages);
  const quickFix = (title: string, edits: readonly Edit[], isPreferred = false): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(analysis, edits, hasVersions),
    ...(isPreferred ? { isPreferred } : {}),
  });
  const edits = fix && fixOf(finding, analysis);
  const note = analysis.linted?.context?.note;
  const ignore = note && ignoreEdit(note, finding, text('on purpose'));
  const title = text(`Explain ${rule}`);
  const explain: CodeAction = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command: EXPLAIN, arguments: [rule, analysis.uri] },
  };
  return {
    fixes: edits ? [quickFix(fixTitle(finding, analysis.messages), edits, fix.isSafe)] : [],
    others: [
      ...(ignore ? [quickFix(text(`Ignore ${rule} here`), [ignore])] : []),
      ...(analysis.linted?.context ? [explain] : []),
    ],
  };
}

function fixOf(finding: Diagnostic, { linted, project, path }: Analysis): readonly Edit[] | undefined {
  if (!linted || !project) return undefined;
  return fixEdits(linted, finding, { path, house: project.house, dictionary: project.dictionary });
}

/** The advice says what the fix does. */
function fixTitle({ rule, advice, fix }: Diagnostic, { text }: Messages): string {
  const title = text(advice ?? `Fix ${rule}`).replace(/[.。]$/, '');
  return fix?.isSafe === false ? text(`${title} (review the result)`) : title;
}

/** The edits of a document. An editor that accepts edits of a version refuses them if its text has changed. */
export function workspaceEdit(
  { uri, version, places }: Analysis,
  edits: readonly Edit[],
  hasVersions: boolean,
): WorkspaceEdit {
  const changes = edits.map((edit) => places.edit(edit));
  return hasVersions
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
