/** A limit of a platform, with the page that documents it. */
export interface Limit {
  readonly max: number;
  readonly reference: string;
}

/** The limits of a channel. `checked` is the month of the last comparison with the references. */
export interface Limits {
  readonly checked: string;
  readonly [name: string]: Limit | string;
}
