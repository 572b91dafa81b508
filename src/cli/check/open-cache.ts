import type { Input } from '../files/inputs.ts';
import type { CheckRequest } from '../requests.ts';
import type { RunContext } from '../run/pipeline.ts';
import type { CheckCache } from './cache.ts';

/** The results of earlier runs, if they save time: not for a few named files, nor where a person decides. */
export async function openCheckCache(
  { cache: isWanted, mode, staged, rules }: CheckRequest,
  inputs: readonly Input[],
  { host, console }: RunContext,
): Promise<CheckCache | undefined> {
  if (!isWanted || staged || mode === 'ask' || inputs.every(({ base }) => base === undefined)) return undefined;
  const { CheckCache } = await import('./cache.ts');
  const cache = CheckCache.open(host.environment, rules);
  if (cache?.isDamaged) await console.line(`warning: rebuilding the damaged cache: ${cache.path}`);
  return cache;
}
