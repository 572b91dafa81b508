import { encodeBody } from './body.ts';
import { field } from './header.ts';

/** A message with a story as text and as HTML, of which a mail program shows one. */
export interface Message {
  /** Whole fields, folded and encoded. */
  readonly fields: readonly string[];
  readonly text: string;
  readonly html: string;
}

/** No encoded body has it: `=_` is not quoted-printable, and base64 has no `_`. So it need not be random. */
const BOUNDARY = '=_copydesk';

/** The message as RFC 5322 and RFC 2046 have it, in lines that end in CRLF. The last part is the one that readers prefer. */
export function writeMessage({ fields, text, html }: Message): string {
  const lines = [
    ...fields,
    field('MIME-Version', '1.0'),
    field('Content-Type', `multipart/alternative; boundary="${BOUNDARY}"`),
    '',
    ...part('text/plain', text),
    ...part('text/html', html),
    `--${BOUNDARY}--`,
    '',
  ];
  return lines.join('\r\n');
}

function part(type: string, content: string): readonly string[] {
  const { encoding, text } = encodeBody(content);
  return [
    `--${BOUNDARY}`,
    field('Content-Type', `${type}; charset=utf-8`),
    field('Content-Transfer-Encoding', encoding),
    '',
    text,
  ];
}
