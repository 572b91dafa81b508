import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { Place, type Running } from '../../durability/program.ts';
import { launch } from '../browser.ts';

/** A preview that runs as a process of its own. */
export interface Preview extends Running {
  /** The URL that it has printed. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The program, and a folder of notes for it. */
export class Desk {
  readonly place: Place;
  readonly folder: string;
  readonly #running: Preview[] = [];
  readonly #environment: Readonly<Record<string, string>>;

  /** @param environment variables for the previews. */
  constructor(place: Place, environment: Readonly<Record<string, string>> = {}) {
    this.place = place;
    this.#environment = environment;
    this.folder = mkdtempSync(join(tmpdir(), 'copydesk-preview-'));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string | Uint8Array): string {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  /** Runs another command to its end. */
  run(...args: readonly string[]) {
    return this.place.run(args).ended;
  }

  async preview(...args: readonly string[]): Promise<Preview> {
    const running = this.place.run(['preview', '--browser', '--no-open', ...args], [], this.#environment);
    let printed = '';
    running.child.stdout?.on('data', (text: string) => {
      printed += text;
    });
    for (let tries = 0; !printed.includes('\n'); tries++) {
      if (tries > 600 || running.child.exitCode !== null) throw new Error(`no URL: ${(await running.ended).stderr}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    const stop = async () => {
      running.child.kill('SIGTERM');
      await running.ended;
    };
    const preview = { ...running, url: printed.trim(), stop };
    this.#running.push(preview);
    return preview;
  }

  async remove(): Promise<void> {
    for (const preview of this.#running) await preview.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Opened {
  readonly page: Page;
  /** What the console of the browser says: errors, and what a policy has refused. */
  readonly messages: string[];
  /** Requests to other places than the preview. */
  readonly strays: string[];
}

/** Opens a page of a preview, and waits until it shows something. */
export async function openPage(browser: Browser, url: string, look: object = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...look });
  const page = await context.newPage();
  const messages: string[] = [];
  const strays: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin)) strays.push(request.url());
  });
  await page.goto(url);
  await page.waitForSelector('main');
  return { page, messages, strays };
}

/** The text of the post in the frame of the chosen tab. */
export async function postText(page: Page): Promise<string> {
  const frame = await page.waitForSelector('.panel:not([hidden]) iframe');
  return (await (await frame.contentFrame())?.textContent('body')) ?? '';
}

/** A note with one finding of each kind that a button acts on, and no others. */
export const NOTE = `---
headline: "Nightbench Opens a Lab: Robots May Run Night Shifts"
source: Nightbench
date: 2026-03-04T09:00:00Z
---

Nightbench opened a laboratory on Wednesday in which robots plan, run and repeat experiments at night.

The the company expects to repeat 400 experiments a week, and to publish those that fail.

Experts say that negative results are worth more than they cost.

## Insight

### Background

Nightbench has built laboratory robots since 2019, and has sold them to universities in four countries.

### Capital

In terms of capital, a night shift of robots costs less than the reagents that it uses.

### Comparison

Similar to the automated foundries that print circuits at night, the laboratory turns idle hours into output.

### Essence

Essentially, this moves the scarce resource from the hands at the bench to the questions on the list.

## Laws

- When a laboratory runs at night, the scarce thing moves from 'hands' to 'questions'.
- The first experiment to automate is not the cheapest one, but the one that nobody repeats.
- The value of a failure is never the failure itself, but rather the repetition that proves it.
`;

/** What `useDesk` has opened for the test that runs. */
export let browser: Browser;
export let desk: Desk;

/** Opens a browser for the tests of a file, and a desk for each of them. @param environment variables for the previews. */
export function useDesk(environment?: Readonly<Record<string, string>>): void {
  let place: Place;
  beforeAll(async () => {
    place = new Place();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    place.remove();
  });
  beforeEach(() => {
    desk = new Desk(place, environment);
  });
  afterEach(() => desk.remove());
}
