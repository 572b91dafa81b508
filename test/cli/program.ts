import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';
import { terminalSafe } from '../../src/cli/terminal/safe.ts';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  /** What a person types at the terminal, line by line. */
  readonly types?: readonly string[];
  /** Make what is printed safe, as the real host does on a terminal. The default is that of `terminal`. */
  readonly isSafe?: boolean;
  readonly environment?: Host['environment'];
  /** How many writes to stdout succeed before its reader goes away. */
  readonly closesAfter?: number;
}

/** A host without input that shows nothing. */
export function silentHost(environment: Host['environment'] = {}): Host {
  return {
    environment,
    isTerminal: () => false,
    columns: undefined,
    readStdin: async () => new Uint8Array(),
    readLine: async () => undefined,
    write: async () => true,
    print: async () => true,
    beforeStop: () => {},
  };
}

/** Runs the program in this process, on a host that only remembers. */
export async function copydesk(args: readonly string[], setting: Setting = {}): Promise<Result> {
  const {
    stdin = '',
    terminal = false,
    types = [],
    isSafe = terminal,
    environment = {},
    closesAfter = Number.POSITIVE_INFINITY,
  } = setting;
  const said = { 1: '', 2: '' };
  const lines = [...types];
  let writes = 0;
  const host: Host = {
    environment,
    isTerminal: () => terminal,
    columns: undefined,
    beforeStop: () => {},
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    readLine: async () => lines.shift(),
    write: async (descriptor, text) => {
      if (descriptor === 1 && ++writes > closesAfter) return false;
      said[descriptor] += typeof text === 'string' ? text : new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
      return true;
    },
    print(text) {
      return this.write(1, isSafe ? terminalSafe(text, { lines: true }) : text);
    },
  };
  const code = await main(args, host);
  return { code, stdout: said[1], stderr: said[2] };
}

/** An empty folder of its own. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'copydesk-test-'));
}

/** Writes a file, with the folders above it; its path. */
export function file(root: string, name: string, text: string | Uint8Array): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

export interface Parts {
  readonly front?: string;
  readonly body?: string;
  readonly insight?: string;
  readonly laws?: string;
}

/** A whole note. */
export function note({
  front = 'headline: Lab Opens\nsource: The Lab',
  body = 'A lab opened.',
  insight = '## Insight\n\nIt turns.',
  laws = '## Laws\n\n- Not this, but that.',
}: Parts = {}): string {
  return `---\n${front}\n---\n\n${[body, insight, laws].filter((part) => part !== '').join('\n\n')}\n`;
}
