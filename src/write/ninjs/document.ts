/*
 * The part of an IPTC ninjs 3.1 document that copydesk prints. The names and the value lists are those of the standard. A key
 * whose value is undefined is not printed.
 */

/** A text with the purpose that it has, such as `main`. */
export interface Text {
  readonly role?: string;
  readonly contentType?: 'text/plain' | 'text/html';
  readonly value: string;
}

interface Named {
  readonly name: string;
}

/** What a story and the image beside it have in common. */
interface NewsObject {
  /** The identifier, by RFC 3986. */
  readonly uri: string;
  readonly descriptions?: readonly Text[] | undefined;
  /** Who made it, in words. */
  readonly by?: string | undefined;
}

export interface AssociatedPicture extends NewsObject, Named {
  readonly type: 'picture';
  readonly renditions: readonly (Named & { readonly href: string })[];
}

export interface NewsItem extends NewsObject {
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.1'; readonly schema: string };
  readonly type: 'text';
  readonly language: string;
  /** Dates by RFC 3339. */
  readonly contentCreated: string | undefined;
  readonly versionCreated: string | undefined;
  readonly embargoedUntil: string | undefined;
  readonly expires: string | undefined;
  readonly pubStatus: 'usable' | 'withheld' | 'canceled' | undefined;
  readonly headlines: readonly Text[];
  readonly slugline: string | undefined;
  readonly located: string | undefined;
  readonly infoSources: readonly (Named & { readonly uri?: string | undefined })[] | undefined;
  readonly genres: readonly Named[] | undefined;
  readonly subjects: readonly Named[] | undefined;
  readonly bodies: readonly Text[] | undefined;
  readonly associations: readonly AssociatedPicture[] | undefined;
  readonly altIds: readonly { readonly role: string; readonly value: string }[] | undefined;
  readonly edNote: string | undefined;
  readonly copyrightHolder: string;
  readonly digitalSourceType: { readonly uri: string } | undefined;
}
