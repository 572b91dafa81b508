import type { ServerResponse } from 'node:http';
import { startEvents } from './responses.ts';

/** The connection of a page that reads nothing for this long is closed. The page connects again. */
const MOST_UNREAD = 32 * 1024 * 1024;

/** The pages that are open, by what they show. Each gets the newest state, and none twice. */
export class EventStreams {
  readonly #open = new Map<ServerResponse, { readonly topic: string; sent: string }>();

  /** Adds a page. The caller sends the first state. */
  add(topic: string, response: ServerResponse): void {
    startEvents(response);
    response.flushHeaders();
    this.#open.set(response, { topic, sent: '' });
    response.on('close', () => this.#open.delete(response));
  }

  hasTopic(topic: string): boolean {
    return [...this.#open.values()].some((page) => page.topic === topic);
  }

  /** What the open pages show. */
  get topics(): readonly string[] {
    return [...new Set([...this.#open.values()].map(({ topic }) => topic))];
  }

  /** Sends a state to the pages that show it. */
  send(topic: string, state: unknown): void {
    const text = JSON.stringify(state);
    for (const [response, page] of this.#open) {
      if (page.topic !== topic || page.sent === text) continue;
      page.sent = text;
      if (response.writableLength > MOST_UNREAD) response.destroy();
      else response.write(`data: ${text}\n\n`);
    }
  }

  close(): void {
    for (const response of this.#open.keys()) response.end();
  }
}
