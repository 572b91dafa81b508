import { dirname } from 'node:path';
import {
  type CancellationToken,
  type CodeAction,
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
import { codeActions, EXPLAIN, FIX_ALL, type FixAllData } from './code-actions.ts';
import { complete } from './completion/index.ts';
import { editorDiagnostics } from './diagnostics.ts';
import { filePath, pathOf } from './document.ts';
import { explainRule } from './explain.ts';
import { withFixAll } from './fix-all.ts';
import { enterFolder } from './folder.ts';
import { formattingEdits, rangeFormattingEdits } from './formatting.ts';
import { hover } from './hover.ts';
import { lenses } from './lenses.ts';
import { links } from './links.ts';
import { LiveChecks } from './live-checks.ts';
import { Notes } from './notes.ts';
import { answerRenames } from './rename/requests.ts';
import { SeenValues } from './seen-values.ts';
import { symbols } from './symbols.ts';
import { stillWanted } from './wanted.ts';

interface Parts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly console: Console;
  /** The environment of the server. */
  readonly environment: Host['environment'];
}

/** The files that decide how notes are checked. */
const WATCHED = ['**/{copydesk,house}.yaml', '**/dictionary.txt', '**/.{copydesk,git}ignore', '**/sources/*'];

/** A request about a document. */
interface About {
  readonly textDocument: { readonly uri: string };
}

/** The work for one editor, from `initialize` on. */
export class Session {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #notes: Notes;
  readonly #checks: LiveChecks;
  readonly #params: InitializeParams;
  /** By the folder in which notes are looked for. */
  readonly #seen = new Map<string, SeenValues>();
  readonly #folder: string | undefined;

  constructor(
    request: EditorRequest,
    params: InitializeParams,
    { connection, documents, console, environment }: Parts,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#params = params;
    this.#folder = enterFolder(params);
    this.#notes = new Notes(request, console, () => messagesOf(environment, request.config, params.locale));
    this.#checks = new LiveChecks(
      (document, live) => analyse(document, this.#notes, live),
      (document, analysis) => this.#publish(document.uri, analysis),
      (error) => this.#log(error),
    );
  }

  /** Starts to follow the documents and to answer requests. */
  start(): void {
    this.#followDocuments();
    this.#answerRequests();
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

  #answerRequests(): void {
    const [connection, notes] = [this.#connection, this.#notes];
    connection.onHover(this.#about(null, (analysis, { position }) => hover(analysis, position) ?? null));
    connection.onDocumentSymbol(this.#about([], (analysis) => symbols(analysis)));
    connection.onDocumentLinks(this.#about([], (analysis) => links(analysis)));
    connection.onCodeLens(this.#about([], (analysis) => lenses(analysis)));
    connection.onCodeAction(
      this.#about([], async (analysis, params) => this.#withEdits(codeActions(analysis, params, this.#hasVersions))),
    );
    connection.onCodeActionResolve((action, token) => this.#resolve(action, token));
    connection.onDocumentFormatting(this.#about([], (analysis) => formattingEdits(analysis, notes)));
    connection.onDocumentRangeFormatting(
      this.#about([], (analysis, { range }) => rangeFormattingEdits(analysis, range, notes)),
    );
    connection.onCompletion(async ({ textDocument, position }, token) => {
      await stillWanted(token);
      const document = this.#documents.get(textDocument.uri);
      return document ? complete(document, position, notes, this.#seenBy(document)) : [];
    });
    const client = this.#params.capabilities;
    answerRenames({ connection, documents: this.#documents, notes, folder: this.#folder, client });
    connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
      const [rule, uri]: unknown[] = given;
      if (command !== EXPLAIN || typeof rule !== 'string' || typeof uri !== 'string') return;
      const canOpen = this.#params.capabilities.window?.showDocument?.support === true;
      await explainRule(rule, await notes.projectOf(pathOf({ uri })), connection, canOpen, notes.messages);
    });
  }

  /** The handler of a request about a document, which gets the analysis of its newest text. @param none the answer for a closed one. */
  #about<Params extends About, Answer>(
    none: Answer,
    answer: (analysis: Analysis, params: Params) => Answer | Promise<Answer>,
  ): (params: Params, token: CancellationToken) => Promise<Answer> {
    return async (params, token) => {
      await stillWanted(token);
      const document = this.#documents.get(params.textDocument.uri);
      if (!document) return none;
      const analysis = await this.#checks.current(document);
      await stillWanted(token);
      return answer(analysis, params);
    };
  }

  /** Whether the editor accepts edits of a version of a document. */
  get #hasVersions(): boolean {
    return this.#params.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }

  /** An editor that cannot resolve actions later gets their edits now. */
  async #withEdits(actions: CodeAction[]): Promise<CodeAction[]> {
    const resolves = this.#params.capabilities.textDocument?.codeAction?.resolveSupport?.properties ?? [];
    if (resolves.includes('edit')) return actions;
    return Promise.all(actions.map((action) => (action.kind === FIX_ALL ? this.#fixAll(action) : action)));
  }

  async #resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    await stillWanted(token);
    return action.kind === FIX_ALL ? this.#fixAll(action) : action;
  }

  async #fixAll(action: CodeAction): Promise<CodeAction> {
    const { uri, version } = action.data as FixAllData;
    const document = this.#documents.get(uri);
    if (document?.version !== version) return action;
    return withFixAll(action, await this.#checks.current(document), this.#notes, this.#hasVersions);
  }

  /** The values in the notes of the project: those of the folder that the editor has open, or beside the note. */
  #seenBy(document: TextDocument): SeenValues {
    const folder = this.#folder ?? dirname(filePath(document.uri) ?? 'note.md');
    const seen = this.#seen.get(folder) ?? new SeenValues(folder);
    this.#seen.set(folder, seen);
    return seen;
  }
}
