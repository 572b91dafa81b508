/**
 * A template of the user's that fails when it runs; `message` says where, as `path:line:column: what`, but for one that the
 * house lacks.
 */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** What to do, as a sentence. */
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}
