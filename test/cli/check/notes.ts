import { exampleNote } from '../../lint/example.ts';
import { copydesk } from '../program.ts';

/** A note with nothing to find, in shape. */
export async function sound(body?: string): Promise<string> {
  const { code, stdout, stderr } = await copydesk(['format'], {
    stdin: exampleNote(body === undefined ? {} : { body }),
  });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** One with a repeated word that only somebody can put right, and marks that go by themselves. */
export function faulty(): Promise<string> {
  return sound('The lab lab opened a ‘night’ shift.\n\nIts director said, "We sleep, and the lab does not."');
}
