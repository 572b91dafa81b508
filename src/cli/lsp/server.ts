import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  CodeActionKind,
  createConnection,
  type InitializeParams,
  PositionEncodingKind,
  ProposedFeatures,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import manifest from '../../../package.json' with { type: 'json' };
import { EXIT } from '../exit.ts';
import type { Host } from '../host.ts';
import type { EditorRequest } from '../requests.ts';
import type { Console } from '../terminal/console.ts';
import { EXPLAIN, FIX_ALL } from './code-actions.ts';
import { Session } from './session.ts';

/** Milliseconds for answers to the last messages of an editor that has closed. */
const GRACE = 1000;

/** Serves an editor. The library ends the process when the editor says so, or when its process ends. */
export async function serve(request: EditorRequest, { environment }: Host, console: Console): Promise<void> {
  // Not the streams: at the end of stdin the library would end the process before it has read what came.
  const [reader, writer] = [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
  process.stdin.once('end', () => setTimeout(() => process.exit(EXIT.trouble), GRACE));
  // An editor that closes its end of the pipe has ended as well.
  process.stdout.on('error', () => process.exit(EXIT.trouble));
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  // A bug costs one answer and not the server.
  const log = (bug: unknown) =>
    connection.console.error(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug));
  process.on('uncaughtException', log).on('unhandledRejection', log);
  const documents = new TextDocuments(TextDocument);
  const absolute = withAbsolutePaths(request);
  connection.onInitialize((params: InitializeParams) => {
    new Session(absolute, params, { connection, documents, console, environment }).start();
    return { capabilities: capabilities(params), serverInfo: { name: 'copydesk', version: manifest.version } };
  });
  documents.listen(connection);
  connection.listen();
  await new Promise<never>(() => {});
}

/** What the server offers. */
function capabilities({ capabilities: client }: InitializeParams): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
    codeLensProvider: {},
    completionProvider: { triggerCharacters: [':', ' ', '#', '-'] },
    documentFormattingProvider: true,
    documentLinkProvider: {},
    documentRangeFormattingProvider: true,
    documentSymbolProvider: true,
    executeCommandProvider: { commands: [EXPLAIN] },
    hoverProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** The paths of the options start at the folder of the process, which becomes that of the editor. */
function withAbsolutePaths({ house, config, ...more }: EditorRequest): EditorRequest {
  const isFolder = house !== undefined && existsSync(join(house, 'house.yaml'));
  return {
    ...more,
    ...(house === undefined ? {} : { house: isFolder ? resolve(house) : house }),
    ...(config === undefined ? {} : { config: resolve(config) }),
  };
}
