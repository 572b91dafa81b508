import type { Git } from './git.ts';
import type { Scratch } from './scratch.ts';

/** One text, and what two people made of it. */
export interface Versions {
  readonly ours: Uint8Array;
  readonly base: Uint8Array;
  readonly theirs: Uint8Array;
}

/**
 * What two people made of one text, in one: undefined where both changed the same or neighbouring lines, and for what git
 * takes for no text.
 */
export async function merge(
  git: Git,
  scratch: Scratch,
  { ours, base, theirs }: Versions,
): Promise<Uint8Array | undefined> {
  const files = [ours, base, theirs].map((bytes) => scratch.file(bytes));
  // Its exit code is the number of conflicts, or 255.
  const { code, stdout } = await git.run(['merge-file', '-p', '-q', ...files], { answers: () => true });
  return code === 0 ? stdout : undefined;
}
