import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LiveOptions } from '../../lint/run-rules.ts';
import type { Messages } from '../messages/messages.ts';
import { checkConfiguration } from './configuration-file.ts';
import { type DocumentKind, kindOf, pathOf } from './document.ts';
import type { CheckedText, Notes } from './notes.ts';
import { Places } from './places.ts';

/** What is known about one version of an open document. */
export interface Analysis extends CheckedText {
  readonly kind: DocumentKind;
  readonly uri: string;
  readonly version: number;
  /** As messages show it. */
  readonly path: string;
  readonly places: Places;
  /** The language of what the editor shows about it. */
  readonly messages: Messages;
}

/** Checks a document: a note as `copydesk check` does, a configuration as a run that reads it does. */
export async function analyse(document: TextDocument, notes: Notes, live: LiveOptions): Promise<Analysis> {
  const { uri, version } = document;
  const [kind, path, text] = [kindOf(document), pathOf(document), document.getText()];
  const checked =
    kind === 'note' ? await notes.check(path, text, live) : await checkConfiguration(kind, path, text, notes);
  return { ...checked, kind, uri, version, path, places: new Places(checked.source), messages: notes.messages };
}
