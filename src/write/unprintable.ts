import type { Key } from '../model/keys.ts';

/** What is wrong with a story for a format. The fields are those of a Diagnostic. */
export interface Reason {
  readonly rule: string;
  readonly message: string;
  readonly advice: string;
  /** The key whose value is at fault. Absent if the front matter as a whole is. */
  readonly key?: Key | undefined;
}

/** A format cannot print this story, and the writer can change that. */
export class UnprintableError extends Error implements Reason {
  override readonly name = 'UnprintableError';
  readonly rule: string;
  readonly advice: string;
  readonly key: Key | undefined;

  constructor({ rule, message, advice, key }: Reason) {
    super(message);
    this.rule = rule;
    this.advice = advice;
    this.key = key;
  }
}
