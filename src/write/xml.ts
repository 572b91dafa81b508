/** Printed XML, as opposed to text that has to be escaped. */
export interface Xml {
  readonly xml: string;
}

/** Characters that XML reads as markup. One table serves text and attributes, so they cannot be confused. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;', // starts a reference
  '<': '&lt;', // opens a tag
  '>': '&gt;', // ends `]]>`, which text must not hold
  '"': '&quot;', // closes an attribute in double quotes
  "'": '&apos;', // closes an attribute in single quotes
  '\r': '&#13;', // a parser would make it a line feed
};

/** Characters that no XML 1.0 document can hold, not even as a reference, and surrogates without their other half. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for the content of an element. A character that XML forbids becomes U+FFFD, so that readers see that it is missing. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\r]/g, (character) => REFERENCES[character] ?? character);
}

/** The value of an attribute. A parser would make spaces of its tabs and line feeds. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The content of an element: text, elements, or nothing. */
type Content = string | Xml | undefined | readonly Xml[];

/** An element. Attributes and content that are undefined are left out. Elements in it are on lines of their own. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly Content[]
): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXmlAttribute(value)}"`],
  );
  const parts = content.flat().filter((part) => part !== undefined);
  const open = `<${name}${given.join('')}`;
  if (parts.length === 0) return { xml: `${open}/>` };
  const holdsElements = parts.some((part) => typeof part === 'object');
  const inside = parts.map((part) => (typeof part === 'string' ? escapeXml(part) : part.xml));
  return { xml: holdsElements ? `${open}>\n${inside.join('\n')}\n</${name}>` : `${open}>${inside.join('')}</${name}>` };
}

/** A document with this root. */
export function xmlDocument({ xml }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
