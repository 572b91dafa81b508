// Builds an executable for systems without Node, of this Node and the program: `npm run build:standalone`, which writes to
// standalone/, or `node esbuild.standalone.mjs FOLDER`. Its parts are files of the executable: see src/cli/standalone/.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { inject } from 'postject';
import { buildAll } from './esbuild.config.mjs';
import { billOfMaterials, nodeComponent } from './esbuild.packages.mjs';

const root = import.meta.dirname;
const node = process.execPath;

/** Marks the place in the binary of Node that says whether it holds a program. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** The program of each kind of run, and such a run, for its code cache. */
const RUNS = {
  render: ['posts.cjs', ['render', '--help']],
  format: ['posts.cjs', ['format', '--help']],
  check: ['check.cjs', ['check', '--help']],
  desk: ['cli.cjs', ['explain', '--help']],
};

/** Only the package has these: the library, its types, and what starts the program from files. */
const LEFT_OUT = /^(?:[^/]+\.js|start\.cjs|worker\.cjs|types\/.*|THIRD-PARTY-LICENSES\.txt|sbom\.cdx\.json)$/;

/** The license of Node is beside it, above it, or where Debian has it. */
const NODE_LICENSES = [
  process.env.NODE_LICENSE ?? '',
  join(dirname(node), '../LICENSE'),
  join(dirname(node), 'LICENSE'),
  '/usr/share/doc/nodejs/LICENSE',
];

async function buildStandalone(program, out) {
  refuseOtherNodes();
  const license = NODE_LICENSES.find((path) => existsSync(path));
  if (license === undefined) throw new Error('The license of Node is not beside it. Set NODE_LICENSE to its path.');
  const packages = await buildAll(program);
  await buildStart(program);
  writeCodeCaches(program);
  replaceImports(program);
  mkdirSync(out, { recursive: true });
  await writeExecutable(join(out, 'copydesk'), writeBlob(program));
  const texts = [join(root, 'LICENSE'), join(program, 'THIRD-PARTY-LICENSES.txt')];
  const nodeText = `Node.js ${process.version}\n\n${readFileSync(license, 'utf8')}`;
  const licenses = [...texts.map((path) => readFileSync(path, 'utf8')), nodeText];
  writeFileSync(join(out, 'LICENSES.txt'), licenses.join(`\n${'-'.repeat(80)}\n\n`));
  writeFileSync(join(out, 'sbom.cdx.json'), billOfMaterials(packages, [nodeComponent()]));
  const size = Math.round(statSync(join(out, 'copydesk')).size / 1e6);
  process.stdout.write(`${join(out, 'copydesk')}: ${size} MB, Node ${process.version}\n`);
}

function refuseOtherNodes() {
  if (process.platform !== 'linux') throw new Error('The executable is built on Linux only.');
  if (!readFileSync(node).includes(FUSE)) {
    throw new Error(`${node} cannot hold a program. Use a Node from nodejs.org, which is one file.`);
  }
}

/** Builds what starts the program in the executable, and in its worker threads. */
function buildStart(program) {
  return build({
    entryPoints: {
      'standalone-main': join(root, 'src/cli/standalone/main.ts'),
      'standalone-worker': join(root, 'src/cli/standalone/worker.ts'),
    },
    outdir: program,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.20',
    minify: true,
    logLevel: 'warning',
  });
}

/** Runs the program as the package starts it, which writes its code caches, and takes V8's code out of them. */
function writeCodeCaches(program) {
  for (const [kind, [bundleName, args]] of Object.entries(RUNS)) {
    const home = mkdtempSync(join(program, 'cache-'));
    const script = `const { load } = require(${JSON.stringify(join(program, 'start.cjs'))});
      const { main, saveCache } = load(${JSON.stringify(args)});
      main(${JSON.stringify(args)}).then(saveCache);`;
    execFileSync(node, ['-e', script], { env: { XDG_CACHE_HOME: home }, stdio: ['ignore', 'ignore', 'inherit'] });
    const [name] = readdirSync(join(home, 'copydesk'));
    const file = readFileSync(join(home, 'copydesk', name));
    const bundle = readFileSync(join(program, bundleName));
    // The cache has the bundle, and the code twice.
    writeFileSync(join(program, `${kind}.code`), file.subarray(bundle.length, (bundle.length + file.length) / 2));
    rmSync(home, { recursive: true });
  }
}

const IMPORT = /\bimport\((["'])(\.[^"']*\.mjs)\1\)/g;

/** Replaces `import()` of the files of the program, which Node cannot do without files. */
function replaceImports(program) {
  for (const name of namesIn(program).filter((one) => one.endsWith('.cjs'))) {
    const text = readFileSync(join(program, name), 'utf8');
    if (text.search(IMPORT) < 0) continue;
    // The code cache would no longer fit.
    if (existsSync(join(program, name.replace(/\.cjs$/, '.code')))) throw new Error(`${name} imports a file`);
    writeFileSync(join(program, name), text.replace(IMPORT, "require.esModule('$2')"));
  }
}

const namesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !LEFT_OUT.test(name))
    .sort();

/** Writes what is put into the binary. @returns its path. */
function writeBlob(program) {
  const names = namesIn(program);
  const config = join(program, 'sea-config.json');
  const output = join(program, 'sea.blob');
  const assets = Object.fromEntries(names.map((name) => [name, join(program, name)]));
  const main = join(program, 'standalone-main.cjs');
  writeFileSync(config, JSON.stringify({ main, output, disableExperimentalSEAWarning: true, assets }));
  execFileSync(node, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  return output;
}

/** Drops the warnings of postject about names of sections, which Node has never had. */
async function quietly(work) {
  const { warn, error } = console;
  const others = (print) => (text) => /string offset for section name/.test(text) || print(text);
  Object.assign(console, { warn: others(warn), error: others(error) });
  try {
    await work();
  } finally {
    Object.assign(console, { warn, error });
  }
}

/** Copies this Node and puts the program into it. */
async function writeExecutable(path, blob) {
  // A running executable cannot be written to, but its name can be given to another one.
  const temporary = `${path}.new`;
  copyFileSync(node, temporary);
  chmodSync(temporary, 0o755);
  await quietly(() => inject(temporary, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: FUSE }));
  renameSync(temporary, path);
}

if (process.argv[1] === import.meta.filename) {
  const out = resolve(process.argv[2] ?? join(root, 'standalone'));
  const program = mkdtempSync(join(tmpdir(), 'copydesk-standalone-'));
  try {
    await buildStandalone(program, out);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(program, { recursive: true, force: true });
  }
}
