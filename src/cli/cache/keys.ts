import { statSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import type { ProjectConfig } from '../config/config-resolver.ts';

/**
 * The build of copydesk and everything in a project that formatting depends on. Templates are not part of it.
 * @param more what else a result depends on.
 */
export function projectKey({ house, endOfLine, removeBom }: ProjectConfig, ...more: readonly unknown[]): string {
  return JSON.stringify([buildIdentity(), endOfLine ?? '', removeBom, house, ...more], (name, value: unknown) => {
    if (name === 'templates') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

/**
 * Tells builds of the same version apart by the size and time of the bundle (in a test, of this file). A build on another
 * Node may divide words and sentences in another way.
 */
export function buildIdentity(): string {
  const here = import.meta.url;
  const { size, mtimeMs } = statSync(here.startsWith('file:') ? new URL(here) : here);
  const { node, icu = '' } = process.versions;
  return `${manifest.version} ${size} ${mtimeMs} ${node} ${icu}`;
}
