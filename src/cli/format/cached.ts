import type { Input } from '../files/inputs.ts';
import type { FormatRequest } from '../format.ts';
import type { Host } from '../host.ts';
import type { Console } from '../terminal/console.ts';
import type { Cache } from './cache.ts';

/**
 * The user's cache, where one is of use: a file or two that somebody named are looked at as fast as it is read, and what
 * was left as written is told by looking only.
 */
export async function openCache(
  { mode, cache: isWanted, verbose }: FormatRequest,
  inputs: readonly Input[],
  host: Host,
  console: Console,
): Promise<Cache | undefined> {
  if (!isWanted || mode !== 'check' || verbose || inputs.every(({ base }) => base === undefined)) return undefined;
  const { Cache } = await import('./cache.ts');
  const cache = Cache.open(host.environment);
  if (cache?.isDamaged) await console.line(`warning: the cache is damaged and begun anew: ${cache.path}`);
  return cache;
}
