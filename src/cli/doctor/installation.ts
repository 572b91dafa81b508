import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import { cacheFolder, codeCachePath, isOwn, START_KINDS } from '../files/cache-folder.ts';
import type { Host } from '../host.ts';
import { bundleOf } from '../start.ts';
import type { InstallationReport } from './report.ts';

/** Which copydesk this is, what it runs on, and whether its starts use a code cache. */
export function describeInstallation({ environment }: Host): InstallationReport {
  const here = import.meta.url;
  const bundles = dirname(here.startsWith('file:') ? fileURLToPath(here) : here);
  return {
    version: manifest.version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    program: bundles,
    codeCache: { folder: cacheFolder(environment) ?? null, state: stateOf(bundles, environment) },
  };
}

/** What the code cache is to the next start. */
function stateOf(bundles: string, environment: Host['environment']): string {
  const folder = cacheFolder(environment);
  if (environment.NODE_DISABLE_COMPILE_CACHE) return 'off: NODE_DISABLE_COMPILE_CACHE is set';
  if (folder === undefined) return 'off: neither XDG_CACHE_HOME nor HOME is set';
  if (existsSync(folder) && !isOwn(folder)) return 'not used: other users can write to the folder';
  const states = START_KINDS.map((kind) => {
    const bundle = join(bundles, bundleOf(kind));
    return { kind, state: cacheState(codeCachePath(kind, bundle, environment) ?? '', bundle) };
  });
  return ['ready', 'out of date', 'not written yet', 'not used: other users can write to it']
    .map((state) => [state, states.filter((one) => one.state === state).map(({ kind }) => kind)] as const)
    .filter(([, kinds]) => kinds.length > 0)
    .map(([state, kinds]) => `${state} (${kinds.join(', ')})`)
    .join(', ');
}

/** A cache starts with the bundle that it is for. */
function cacheState(path: string, bundle: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })) return 'not written yet';
  if (!isOwn(path)) return 'not used: other users can write to it';
  const code = existsSync(bundle) ? readFileSync(bundle) : Buffer.alloc(1);
  return readFileSync(path).subarray(0, code.length).equals(code) ? 'ready' : 'out of date';
}
