/** The options of `new`. */
export interface NewRequest {
  /** As given; asked for if it is undefined. */
  readonly headline?: string;
  /** The file of the note, or a folder for it. A name that ends in a slash is a folder. */
  readonly path?: string;
  readonly lang?: string;
  /** ISO 8601 with an offset. */
  readonly date?: string;
  /** The file with the text of a source; `-` is stdin. */
  readonly from?: string;
  readonly house?: string;
  readonly config?: string;
  readonly color?: boolean;
}
