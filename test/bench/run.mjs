// Measures copydesk beside its peers, whole processes, and prints Markdown: `npm run bench`. It asserts nothing.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './check.mjs';
import { growth } from './growth.mjs';
import { large } from './large.mjs';
import { lsp } from './lsp.mjs';
import { many } from './many.mjs';
import { one } from './one.mjs';
import { hugoVersion, pandocVersion } from './peers.mjs';
import { preview } from './preview.mjs';
import { rules } from './rules.mjs';
import { standalone } from './standalone.mjs';

const HELP = `node test/bench/run.mjs [--quick] [--only one|many|large|growth|check|rules|standalone|lsp|preview]… [--slow]

  --quick   fewer runs, and 1,000 notes only
  --only    one of the tables; may repeat
  --slow    Pandoc on the large note, too, and Prettier and markdownlint on 10,000
`;
const TABLES = ['one', 'many', 'large', 'growth', 'check', 'rules', 'standalone', 'lsp', 'preview'];
const root = join(import.meta.dirname, '..', '..');

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}

async function main() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      slow: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: TABLES },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((name) => !TABLES.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${TABLES.join(', ')}`);
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!existsSync(join(root, 'dist', 'cli.cjs'))) throw new Error('There is nothing to measure yet: npm run build');
  const temporary = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  mkdirSync(join(temporary, 'home'));
  // An interrupted child fails its run, which leads to the end below: the folder goes in any case.
  process.on('SIGINT', () => {});
  try {
    await print(temporary, values);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function print(temporary, { quick, only, slow }) {
  const peers = { pandoc: pandocVersion(), hugo: hugoVersion() };
  const progress = (text) => process.stderr.write(process.stderr.isTTY ? `\r${text}\u001b[K` : '');
  const common = { root, temporary, peers, progress };
  say([machine(peers)]);
  if (only.includes('one')) say(one({ ...common, runs: quick ? 7 : 21 }));
  if (only.includes('many')) {
    say(many({ ...common, runs: quick ? 3 : 5, counts: quick ? [1000] : [1000, 10_000] }));
  }
  if (only.includes('large')) say(large({ ...common, runs: quick ? 1 : 3, slow }));
  if (only.includes('growth')) say(growth({ ...common, runs: quick ? 1 : 3 }));
  if (only.includes('check')) {
    const sizes = quick
      ? { runs: 3, startRuns: 7, counts: [1000] }
      : { runs: 5, startRuns: 21, counts: [1000, 10_000] };
    say(check({ ...common, ...sizes, slow }));
  }
  if (only.includes('rules')) {
    say(rules({ ...common, runs: quick ? 3 : 5, counts: quick ? [1000] : [1000, 10_000], slow }));
  }
  if (only.includes('standalone')) say(standalone({ ...common, runs: quick ? 7 : 21 }));
  if (only.includes('lsp')) say(await lsp({ ...common, runs: quick ? 5 : 20 }));
  if (only.includes('preview')) say(await preview({ ...common, runs: quick ? 10 : 40 }));
  progress('');
}

function say(paragraphs) {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(paragraphs.map((text) => `${text}\n\n`).join(''));
}

function machine({ pandoc, hugo }) {
  const [cpu] = cpus();
  const version = (path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).version;
  return [
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `Node ${process.version.slice(1)}`,
    `copydesk ${version('.')}`,
    `marked ${version('node_modules/marked')}`,
    `pandoc ${pandoc ?? 'not installed'}`,
    `hugo ${hugo ?? 'not installed'}`,
    'medians of alternating runs, whole processes',
  ].join(' · ');
}
