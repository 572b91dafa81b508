import { findInputs, type Input, type Inputs } from '../files/inputs.ts';
import { readBytes } from '../files/read.ts';
import type { Host } from '../host.ts';
import type { Reporter } from '../reporter.ts';
import type { Cache } from './cache.ts';
import type { FormatRequest } from './command.ts';
import type { Formatter } from './formatter.ts';

/**
 * What a request names, on its command line and in its list. With neither that is standard input; an empty list is nothing.
 * @throws {FileError} for a list that cannot be read.
 */
export async function findNotes(request: FormatRequest, formatter: Formatter, host: Host): Promise<Inputs> {
  const { notes, filesFrom } = request;
  const staysOut = (folder: string) => formatter.isFolderIgnored(folder);
  if (filesFrom === undefined) return findInputs(notes.length === 0 ? ['-'] : notes, { staysOut });
  const { namesInList } = await import('../files/list.ts');
  const isStdin = filesFrom === '-';
  const bytes = isStdin ? await host.readStdin() : readBytes(filesFrom);
  return findInputs(notes, { listed: namesInList(bytes, isStdin ? '<stdin>' : filesFrom), staysOut });
}

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
