/** Thrown if not even the front matter alone keeps its meaning. That is a bug, and nothing may be written. */
export class UnsafeFormatError extends Error {
  override readonly name = 'UnsafeFormatError';
}
