import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host.ts';
import { messagesOf } from '../messages/messages.ts';
import type { EditorRequest } from '../requests.ts';
import type { Console } from '../terminal/console.ts';
import { type Analysis, analyse } from './analysis.ts';
import { Answers } from './answers.ts';
import { editorDiagnostics } from './diagnostics.ts';
import { OpenFolders } from './folder.ts';
import { LiveChecks } from './live-checks.ts';
import { Notes } from './notes.ts';

interface Parts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly console: Console;
  /** The environment of the server. */
  readonly environment: Host['environment'];
}

/** The files that decide how notes are checked. */
const WATCHED = ['**/{copydesk,house}.yaml', '**/dictionary.txt', '**/.{copydesk,git}ignore', '**/sources/*'];

/** The work for one editor, from `initialize` on: it checks the documents as they change. */
export class Session {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #notes: Notes;
  readonly #checks: LiveChecks;
  readonly #params: InitializeParams;
  readonly #answers: Answers;
  readonly #folders: OpenFolders;

  constructor(
    request: EditorRequest,
    params: InitializeParams,
    { connection, documents, console, environment }: Parts,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#params = params;
    this.#folders = new OpenFolders(params);
    this.#notes = new Notes(request, console, () => messagesOf(environment, request.config, params.locale));
    this.#checks = new LiveChecks(
      (document, live) => analyse(document, this.#notes, live),
      (document, analysis) => this.#publish(document.uri, analysis),
      (error) => this.#log(error),
    );
    const client = params.capabilities;
    this.#answers = new Answers({
      connection,
      documents,
      notes: this.#notes,
      checks: this.#checks,
      client,
      folders: this.#folders,
    });
  }

  /** Starts to follow the documents and to answer requests. */
  start(): void {
    this.#followDocuments();
    this.#answers.start();
  }

  #log(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  #followDocuments(): void {
    const [connection, documents] = [this.#connection, this.#documents];
    documents.onDidChangeContent(({ document }) => this.#checks.changed(document));
    documents.onDidOpen(() => this.#notes.refresh());
    documents.onDidSave(() => this.#refresh());
    documents.onDidClose(({ document }) => {
      this.#checks.closed(document);
      connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }).catch((error) => this.#log(error));
    });
    connection.onDidChangeWatchedFiles(() => this.#refresh());
    connection.onInitialized(() => {
      if (this.#params.capabilities.workspace?.workspaceFolders) this.#folders.listen(connection);
      if (!this.#params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch((error: unknown) => this.#log(error));
    });
  }

  /** Checks everything again, because a file that it depends on may have changed. */
  #refresh(): void {
    this.#notes.refresh();
    this.#checks.again();
  }

  async #publish(uri: string, { version, findings, places, messages }: Analysis): Promise<void> {
    const diagnostics = findings.flatMap((finding) => editorDiagnostics(finding, places, messages));
    await this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }
}
