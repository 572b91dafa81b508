/** The authority of a URI whose host is an IPv6 address, the only place for square brackets. */
const IPV6_ORIGIN = /^[a-z][a-z\d+.-]*:\/\/(?:[\w\-.~!$&'()*+,;=:%]*@)?\[[\da-f:.]+\](?::\d*)?(?=[/?#]|$)/i;

/** A scheme, an authority or none, a path, a query and a fragment. */
const URI =
  /^[a-z][a-z\d+.-]*:(?=.)(?:\/\/(?:[\w\-.~!$&'()*+,;=:%]*@)?[\w\-.~!$&'()*+,;=%]*(?::\d*)?(?=[/?#]|$)|(?!\/\/))[\w\-.~!$&'()*+,;=:@%/]*(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?(?:#[\w\-.~!$&'()*+,;=:@%/?]*)?$/i;

/** What a URI cannot have as it is: a `%` without two digits, and every character that is not in the pattern above. */
const UNFIT = /%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/giu;

/**
 * A text as a URI by RFC 3986, as `format: uri` of JSON Schema wants it, or undefined if it is not one. Characters that a URI
 * cannot have are percent-encoded.
 */
export function uriOf(text: string): string | undefined {
  const origin = IPV6_ORIGIN.exec(text)?.[0] ?? '';
  const rest = text.slice(origin.length).toWellFormed().replace(UNFIT, encodeURIComponent);
  const fragment = rest.indexOf('#') + 1 || rest.length;
  const encoded = rest.slice(0, fragment) + rest.slice(fragment).replaceAll('#', '%23');
  const uri = origin + encoded;
  if (/^https?:/i.test(uri) && !URL.canParse(uri)) return undefined;
  return URI.test(origin === '' ? uri : `x:.${encoded}`) ? uri : undefined;
}
