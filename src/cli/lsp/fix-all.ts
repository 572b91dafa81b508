import type { CodeAction } from 'vscode-languageserver/node';
import { createSource } from '../../text/index.ts';
import type { Analysis } from './analysis.ts';
import { workspaceEdit } from './code-actions.ts';
import type { Notes } from './notes.ts';
import { editsBetween } from './text-edits.ts';

/** The action with the edits that `copydesk check --fix` makes. */
export async function withFixAll(
  action: CodeAction,
  analysis: Analysis,
  notes: Notes,
  hasVersions: boolean,
): Promise<CodeAction> {
  const { path, source } = analysis;
  const fixed = await notes.fix(path, source.text);
  const after = fixed === undefined ? source.text : createSource(path, fixed).text;
  return { ...action, edit: workspaceEdit(analysis, editsBetween(source.text, after), hasVersions) };
}
