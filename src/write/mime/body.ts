/** How the body of a part is encoded, RFC 2045. */
export interface EncodedBody {
  readonly encoding: 'quoted-printable' | 'base64';
  readonly text: string;
}

/** A line is at most this long. */
const WIDTH = 76;

/** A text in the encoding in which it is shorter: people can read quoted-printable, and Chinese is half as long in base64. */
export function encodeBody(text: string): EncodedBody {
  const lines = text.replace(/\r\n?|\n/g, '\r\n').toWellFormed();
  const quoted = encodeQuotedPrintable(lines);
  const base64 = encodeBase64(new TextEncoder().encode(lines));
  if (quoted.length <= base64.length) return { encoding: 'quoted-printable', text: quoted };
  return { encoding: 'base64', text: base64.replace(/.{1,76}/g, '$&\r\n').trimEnd() };
}

function encodeQuotedPrintable(text: string): string {
  // White space at the end of a line is lost in transport.
  const encoded = text
    .replace(/[^\t\r\n\x20-\x3c\x3e-\x7e]+|=/g, (run) => encodeURIComponent(run).replaceAll('%', '='))
    .replace(/[\t ](?=\r\n|$)/g, (space) => (space === ' ' ? '=20' : '=09'));
  return encoded.split('\r\n').map(softBreaks).join('\r\n');
}

/** A line in pieces that end in `=`, none of which cuts an encoded byte. */
function softBreaks(line: string): string {
  if (line.length <= WIDTH) return line;
  const pieces: string[] = [];
  let start = 0;
  while (line.length - start > WIDTH) {
    let end = start + WIDTH - 1;
    const cut = line.lastIndexOf('=', end - 1);
    if (cut > end - 3) end = cut;
    pieces.push(`${line.slice(start, end)}=`);
    start = end;
  }
  pieces.push(line.slice(start));
  return pieces.join('\r\n');
}

export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
