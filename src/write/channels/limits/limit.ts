/** A number that a platform sets, with the page that says so. */
export interface Limit {
  readonly max: number;
  readonly reference: string;
}

/** The limits of a channel. `checked` is the month in which somebody last compared them with their references. */
export interface Limits {
  readonly checked: string;
  readonly [name: string]: Limit | string;
}
