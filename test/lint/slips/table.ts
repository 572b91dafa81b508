import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured, Slip } from './slips.ts';

/** What other tools found, by kind, measured by test/bench/slips.mjs. */
interface Peers {
  readonly tools: readonly { readonly name: string; readonly version: string }[];
  /** How many slips of a kind each tool found, in the order of `tools`; null where it does not read the language. */
  readonly found: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface Result {
  readonly slip: Slip;
  readonly measured: Measured;
}

/** The table of docs/precision.md: what is found of each kind, and what other tools find on the same sentences. */
export function slipTable(results: readonly Result[]): string {
  const peers: Peers = JSON.parse(readFileSync(join(import.meta.dirname, 'peers.json'), 'utf8'));
  const kinds = [...new Set(results.map(({ slip }) => slip.kind))];
  const rows = kinds.map((kind) => {
    const own = results.filter(({ slip }) => slip.kind === kind);
    return row(kind, own, peers.found[kind] ?? peers.tools.map(() => null));
  });
  const sums = peers.tools.map((_, at) => kinds.reduce((sum, kind) => sum + (peers.found[kind]?.[at] ?? 0), 0));
  const names = peers.tools.map(({ name }) => name);
  const table = [
    ['Kind', 'slips', 'copydesk', 'with suggestions', 'right sentences with a warning', ...names],
    ['---', ...Array.from({ length: 4 + names.length }, () => '---:')],
    ...rows,
    row('**all**', results, sums),
  ];
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function row(name: string, results: readonly Result[], peers: readonly (number | null)[]): string[] {
  const count = (has: (measured: Measured) => boolean) =>
    String(results.filter(({ measured }) => has(measured)).length);
  return [
    name,
    String(results.length),
    count(({ found }) => found === 'warning'),
    count(({ found }) => found !== 'nothing'),
    count(({ wrongly }) => wrongly.length > 0),
    ...peers.map((found) => (found === null ? '–' : String(found))),
  ];
}

/** The share of the slips that are found, by file. */
export function sentenceOn(name: string, results: readonly Result[]): string {
  const found = results.filter(({ measured }) => measured.found === 'warning').length;
  const suggested = results.filter(({ measured }) => measured.found !== 'nothing').length;
  const percent = (part: number) => `${Math.round((part / results.length) * 100)} %`;
  return `| ${name} | ${results.length} | ${percent(found)} | ${percent(suggested)} |`;
}
