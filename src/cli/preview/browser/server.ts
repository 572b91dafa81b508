import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { UsageError } from '../../exit.ts';
import { codeOf } from '../../files/error.ts';
import { ENGLISH, type Messages } from '../../messages/messages.ts';
import { EventStreams } from './event-stream.ts';
import { failureOf } from './failure.ts';
import { admit, HOST, TICKET } from './guard.ts';
import { look, NOT_FOUND, type Site } from './look.ts';
import { readEdit } from './read-edit.ts';
import { jsonAnswer, send, textAnswer } from './responses.ts';
import type { Stories } from './stories.ts';

/** Serves the pages of a preview to the browsers of this machine. */
export class PreviewServer {
  readonly #server: Server;
  readonly #streams = new EventStreams();
  readonly #token = randomBytes(32).toString('base64url');
  /** A token that works once, for the command that opens the browser: other users can see it in the list of processes. */
  #ticket = randomBytes(32).toString('base64url');
  #port = 0;
  #site: Site | undefined;
  #indexTimer: NodeJS.Timeout | undefined;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /**
   * Starts to listen.
   * @param port 0 for any that is free.
   * @throws {UsageError} for a port that cannot be used.
   */
  async listen(port: number): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.#server.once('error', (error) => fail(portError(port, error)));
      this.#server.listen({ port, host: HOST, exclusive: true }, done);
    });
    const address = this.#server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : port;
  }

  /** Shows stories. @param hasIndex whether there is a page that lists them. */
  show(stories: Stories, hasIndex: boolean, messages: Messages): void {
    this.#site = { stories, root: this.root, hasIndex, messages };
  }

  /** The path of all pages. Anybody who knows it can read and edit the notes. */
  get root(): string {
    return `/${this.#token}/`;
  }

  get url(): string {
    return `http://${HOST}:${this.#port}${this.root}`;
  }

  /** A URL that opens the pages. It works once. */
  get openingUrl(): string {
    return `http://${HOST}:${this.#port}/${this.#ticket}`;
  }

  /** The stories whose pages are open. */
  get openStories(): readonly number[] {
    return this.#streams.topics.filter((topic) => topic !== INDEX).map(idIn);
  }

  /** Sends the state of a story to the pages that show it. */
  async sendStory(id: number): Promise<void> {
    if (!this.#streams.hasTopic(topicOf(id))) return;
    this.#streams.send(topicOf(id), await this.#site?.stories.stateOf(id));
  }

  /** Sends the index to the pages that show it, once for several stories that are read together. */
  sendIndex(): void {
    if (!this.#streams.hasTopic(INDEX)) return;
    this.#indexTimer ??= setTimeout(() => {
      this.#indexTimer = undefined;
      this.#streams.send(INDEX, this.#site?.stories.index);
    }, INDEX_MS);
  }

  /** Ends every connection. */
  close(): void {
    clearTimeout(this.#indexTimer);
    this.#streams.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isHead = request.method === 'HEAD';
    try {
      const site = this.#site;
      if (!site) return send(response, NOT_FOUND, isHead);
      const admitted = admit(request, { port: this.#port, token: this.#token, ticket: this.#ticket });
      if (typeof admitted !== 'string') return refuse(response, admitted.status, admitted.message, isHead);
      if (admitted === TICKET) return this.#redeem(response);
      if (request.method === 'POST') return await edit(admitted, site.stories, request, response);
      const topic = /^(?:index|story\/\d+)(?=\/events$)/.exec(admitted)?.[0];
      if (topic !== undefined && !isHead) return await this.#follow(topic, site.stories, response);
      send(response, await look(admitted, site), isHead);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else send(response, textAnswer(500, failureOf(error, this.#site?.messages ?? ENGLISH).message), isHead);
    }
  }

  #redeem(response: ServerResponse): void {
    this.#ticket = '';
    send(response, textAnswer(303, 'see the preview', { location: this.root }), false);
  }

  /** Sends a page its state now, and each time that it changes. */
  async #follow(topic: string, stories: Stories, response: ServerResponse): Promise<void> {
    const state = topic === INDEX ? stories.index : await stories.stateOf(idIn(topic));
    if (!state) return send(response, NOT_FOUND, false);
    this.#streams.add(topic, response);
    this.#streams.send(topic, state);
  }
}

const INDEX = 'index';
/** A person reads no faster than this. */
const INDEX_MS = 50;

function topicOf(id: number): string {
  return `story/${id}`;
}

function idIn(topic: string): number {
  return Number(topic.replace('story/', ''));
}

async function edit(path: string, stories: Stories, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = Number(/^story\/(\d{1,9})\/edit$/.exec(path)?.[1]);
  if (!stories.has(id)) return refuse(response, 405, 'method not allowed', false);
  const read = await readEdit(request);
  if ('status' in read) return refuse(response, read.status, read.message, false);
  send(response, jsonAnswer(await stories.edit(id, read)), false);
}

/** Closes the connection, so that the rest of a refused request is not read. */
function refuse(response: ServerResponse, status: number, message: string, isHead: boolean): void {
  const headers = { connection: 'close', ...(status === 405 ? { allow: 'GET, HEAD' } : {}) };
  send(response, textAnswer(status, message, headers), isHead);
}

function portError(port: number, error: Error): Error {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new UsageError(`port ${port} is in use`, 'Choose another --port, or leave it out for any free port.');
  if (code === 'EACCES')
    return new UsageError(`no permission to use port ${port}`, 'Choose a --port from 1024 to 65535.');
  return error;
}
