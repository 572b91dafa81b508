import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { buildPackage } from '../docs/session.ts';

/** An editor with an open folder, which starts the server as real editors do. */
export class Editor {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly folder: string;
  /** Everything that the server has published, by URI. */
  readonly published = new Map<string, PublishDiagnosticsParams[]>();
  readonly #waiting: { readonly isDone: () => boolean; readonly resolve: () => void }[] = [];
  readonly #versions = new Map<string, number>();
  readonly exit: Promise<number | null>;
  initialized: InitializeResult | undefined;
  stderr = '';

  /** @param bin the program. */
  constructor(bin: string, folder: string, args: readonly string[] = ['lsp', '--stdio']) {
    this.folder = folder;
    this.process = spawn(process.execPath, [bin, ...args], { cwd: folder });
    this.process.stderr.on('data', (chunk) => {
      this.stderr += String(chunk);
    });
    this.exit = new Promise((resolve) => this.process.on('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, [...(this.published.get(params.uri) ?? []), params]);
      for (const { isDone, resolve } of this.#waiting) if (isDone()) resolve();
    });
    this.connection.onError(() => {});
    this.connection.listen();
  }

  /** Starts the server and says hello. */
  static async start(
    bin: string,
    folder: string,
    {
      capabilities = {},
      args,
      locale,
      folders = [''],
    }: {
      capabilities?: ClientCapabilities;
      args?: readonly string[];
      locale?: string;
      /** The folders that are open, in the folder of the editor. */
      folders?: readonly string[];
    } = {},
  ): Promise<Editor> {
    const editor = new Editor(bin, folder, args);
    const rootUri = pathToFileURL(folder).href;
    editor.initialized = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      workspaceFolders: folders.map((name) => ({ uri: pathToFileURL(join(folder, name)).href, name })),
      capabilities,
      ...(locale === undefined ? {} : { locale }),
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  async open(name: string, text: string, languageId = 'markdown'): Promise<string> {
    const uri = this.uriOf(name);
    this.#versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Changes an open document. Returns its new version. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The diagnostics of a version of a document, as soon as the server has published them. */
  async diagnostics(uri: string, version = this.#versions.get(uri) ?? 1): Promise<readonly Diagnostic[]> {
    return this.#published(uri, (found) => found.filter((one) => one.version === version).at(-1));
  }

  /** The diagnostics that are published after those that are known now. */
  async next(uri: string): Promise<readonly Diagnostic[]> {
    const known = this.published.get(uri)?.length ?? 0;
    return this.#published(uri, (found) => (found.length > known ? found.at(-1) : undefined));
  }

  async #published(
    uri: string,
    choose: (found: readonly PublishDiagnosticsParams[]) => PublishDiagnosticsParams | undefined,
  ): Promise<readonly Diagnostic[]> {
    const chosen = () => choose(this.published.get(uri) ?? []);
    if (!chosen())
      await new Promise<void>((resolve) => this.#waiting.push({ isDone: () => chosen() !== undefined, resolve }));
    return chosen()?.diagnostics ?? [];
  }

  /** Ends the server as an editor that closes does. Returns its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.exit;
  }
}

/** The program that `useEditors` has built. */
export let bin = '';
const running: Editor[] = [];

/** Builds the program for the tests of a file, and ends the editors of each test. */
export function useEditors(): void {
  beforeAll(() => {
    bin = join(buildPackage(), 'bin/copydesk.js');
  });
  afterEach(() => {
    for (const editor of running.splice(0)) editor.process.kill();
  });
}

/** A new folder with files. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-lsp-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), text);
  }
  return made;
}

/** Starts an editor in a new folder with files. */
export async function start(
  files: Readonly<Record<string, string>> = {},
  ...more: [Parameters<typeof Editor.start>[2]?]
): Promise<Editor> {
  const editor = await Editor.start(bin, folder(files), ...more);
  running.push(editor);
  return editor;
}
