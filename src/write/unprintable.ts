import type { Key } from '../model/keys.ts';

/** The rule of a story that a channel has no room for, or that lacks what a channel is set to print. */
export const DOES_NOT_FIT = 'does-not-fit';

/** What is wrong with a story for a format. The fields are those of a Diagnostic. */
export interface Reason {
  readonly rule: string;
  readonly message: string;
  readonly advice: string;
  /** The key whose value is at fault. Absent if the front matter as a whole is. */
  readonly key?: Key | undefined;
  /** The URL at fault, as the Article has it. */
  readonly url?: string | undefined;
}

/** A format cannot print this story, and the writer can change that. */
export class UnprintableError extends Error implements Reason {
  override readonly name = 'UnprintableError';
  readonly rule: string;
  readonly advice: string;
  readonly key: Key | undefined;
  readonly url: string | undefined;

  constructor({ rule, message, advice, key, url }: Reason) {
    super(message);
    this.rule = rule;
    this.advice = advice;
    this.key = key;
    this.url = url;
  }
}
