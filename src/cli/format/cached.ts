import type { Input } from '../files/inputs.ts';
import type { Host } from '../host.ts';
import type { Reporter } from '../reporter.ts';
import type { Cache } from './cache.ts';
import type { FormatRequest } from './command.ts';

/**
 * The user's cache, where one is of use: a file or two that somebody named are looked at as fast as it is read, and what
 * was left as written is told by looking only.
 */
export async function openCache(
  { mode, cache: isWanted, verbose }: FormatRequest,
  inputs: readonly Input[],
  host: Host,
  reporter: Reporter,
): Promise<Cache | undefined> {
  if (!isWanted || mode !== 'check' || verbose || inputs.every(({ base }) => base === undefined)) return undefined;
  const { Cache } = await import('./cache.ts');
  const cache = Cache.open(host.environment);
  if (cache?.isDamaged) await reporter.line(`warning: the cache is damaged and begun anew: ${cache.path}`);
  return cache;
}
