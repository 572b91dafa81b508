import type {
  CancellationToken,
  ClientCapabilities,
  CodeAction,
  Connection,
  TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from './analysis.ts';
import { codeActions, EXPLAIN, FIX_ALL, type FixAllData } from './code-actions.ts';
import { complete } from './completion/index.ts';
import { filePath, pathOf } from './document.ts';
import { explainRule } from './explain.ts';
import { withFixAll } from './fix-all.ts';
import type { OpenFolders } from './folder.ts';
import { formattingEdits, rangeFormattingEdits } from './formatting.ts';
import { hover } from './hover.ts';
import { lenses } from './lenses.ts';
import { links } from './links.ts';
import type { LiveChecks } from './live-checks.ts';
import type { Notes } from './notes.ts';
import { answerRenames } from './rename/requests.ts';
import { SeenValues } from './seen-values.ts';
import { symbols } from './symbols.ts';
import { stillWanted } from './wanted.ts';

interface Parts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly notes: Notes;
  readonly checks: LiveChecks;
  readonly client: ClientCapabilities;
  readonly folders: OpenFolders;
}

/** A request about a document. */
interface About {
  readonly textDocument: { readonly uri: string };
}

/** Answers the requests of an editor. */
export class Answers {
  readonly #parts: Parts;
  /** By the folder in which notes are looked for. */
  readonly #seen = new Map<string | undefined, SeenValues>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts to answer. */
  start(): void {
    const { connection, documents, notes, client, folders } = this.#parts;
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
      const document = documents.get(textDocument.uri);
      return document ? complete(document, position, notes, this.#seenBy(document)) : [];
    });
    answerRenames({ connection, documents, notes, folders, client });
    connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
      const [rule, uri]: unknown[] = given;
      if (command !== EXPLAIN || typeof rule !== 'string' || typeof uri !== 'string') return;
      const canOpen = client.window?.showDocument?.support === true;
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
      const document = this.#parts.documents.get(params.textDocument.uri);
      if (!document) return none;
      const analysis = await this.#parts.checks.current(document);
      await stillWanted(token);
      return answer(analysis, params);
    };
  }

  /** Whether the editor accepts edits of a version of a document. */
  get #hasVersions(): boolean {
    return this.#parts.client.workspace?.workspaceEdit?.documentChanges === true;
  }

  /** An editor that cannot resolve actions later gets their edits now. */
  async #withEdits(actions: CodeAction[]): Promise<CodeAction[]> {
    const resolves = this.#parts.client.textDocument?.codeAction?.resolveSupport?.properties ?? [];
    if (resolves.includes('edit')) return actions;
    return Promise.all(actions.map((action) => (action.kind === FIX_ALL ? this.#fixAll(action) : action)));
  }

  async #resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    await stillWanted(token);
    return action.kind === FIX_ALL ? this.#fixAll(action) : action;
  }

  async #fixAll(action: CodeAction): Promise<CodeAction> {
    const { uri, version } = action.data as FixAllData;
    const { documents, checks, notes } = this.#parts;
    const document = documents.get(uri);
    if (document?.version !== version) return action;
    return withFixAll(action, await checks.current(document), notes, this.#hasVersions);
  }

  /** The values in the notes of the project. */
  #seenBy(document: TextDocument): SeenValues {
    const folder = this.#parts.folders.of(filePath(document.uri));
    const seen = this.#seen.get(folder) ?? new SeenValues(folder);
    this.#seen.set(folder, seen);
    return seen;
  }
}
