import { statSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import type { ProjectConfig } from '../config/config-resolver.ts';

/* What the results of earlier runs depend on beside the note. */

/** Everything in a project that formatting depends on, and the build. Templates are not part of it. */
export function projectKey({ house, endOfLine, removeBom }: ProjectConfig): string {
  return JSON.stringify([buildIdentity(), endOfLine ?? '', removeBom, house], (name, value: unknown) => {
    if (name === 'templates') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

/** Tells builds of the same version apart by the size and time of the bundle (in a test, of this file). */
export function buildIdentity(): string {
  const here = import.meta.url;
  const { size, mtimeMs } = statSync(here.startsWith('file:') ? new URL(here) : here);
  return `${manifest.version} ${size} ${mtimeMs}`;
}
