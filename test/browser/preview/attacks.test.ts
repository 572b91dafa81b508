import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from '../../durability/program.ts';
import { Desk, NOTE, type Preview } from './program.ts';

/* What the server gives to those who should get nothing: over a raw socket, because clients tidy up what they send. */

let place: Place;
let desk: Desk;
let preview: Preview;
let port = 0;
let token = '';
let path = '';

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  place = new Place();
  desk = new Desk(place);
  desk.write('secret.txt', 'the secret');
  desk.write('notes/lab.png', PIXEL);
  desk.write('notes/other.png', PIXEL);
  desk.write('outside.png', PIXEL);
  const images = '![A lab](lab.png) ![Outside](../outside.png) ![None](../secret.txt) ![Text](notes.txt)';
  desk.write('notes/notes.txt', 'the secret');
  path = desk.write('notes/story.md', NOTE.replace('Nightbench opened', `${images}\n\nNightbench opened`));
  preview = await desk.preview(path);
  const url = new URL(preview.url);
  port = Number(url.port);
  token = url.pathname.replaceAll('/', '');
});
afterAll(async () => {
  await desk.remove();
  place.remove();
});

interface Reply {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends bytes and reads until the server ends the connection. */
function send(bytes: string, wait = 3000): Promise<Reply> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const finish = () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') });
      socket.destroy();
    };
    socket.setEncoding('latin1').on('data', (data) => {
      text += data;
    });
    socket.on('end', finish).on('error', failed);
    socket.setTimeout(wait, finish);
    socket.write(bytes, 'latin1');
  });
}

interface Sent {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: string | null;
  readonly body?: string;
}

function ask({
  method = 'GET',
  target = `/${token}/`,
  headers = {},
  host = `127.0.0.1:${port}`,
  body = '',
}: Sent): Promise<Reply> {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(host === null ? [] : [`Host: ${host}`]),
    'Connection: close',
    ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return send(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

const DOTS = [
  '..',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '%252e%252e',
  '..;',
  '.. ',
  '..%00',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '%2e.',
  '....',
];
const SLASHES = ['/', '%2f', '\\', '%5c', '//'];

/** Every way to spell the parent folder with every way to spell the separator. */
const TRAVERSALS = DOTS.flatMap((dots) => SLASHES.map((slash) => [dots, dots, 'secret.txt'].join(slash)));

test('there are 60 spellings of a path that leads out', () => expect(new Set(TRAVERSALS).size).toBe(60));

describe.each(TRAVERSALS)('%s', (spelling) => {
  test('leads nowhere, wherever it stands', async () => {
    const starts = [
      '/',
      `/${token}/`,
      `/${token}/story/1/image/`,
      `/${token}/story/1/card/`,
      `/${token}/client/`,
      `/${token}/story/1/image/0/`,
    ];
    for (const start of starts) {
      const { status, body } = await ask({ target: start + spelling });
      expect([400, 403, 404], start).toContain(status);
      expect(body).not.toContain('secret');
    }
  });
});

test('an absolute URL as the target, and targets that are no paths, lead nowhere', async () => {
  const targets = [
    `http://127.0.0.1:${port}/${token}/`,
    `http://evil.example/${token}/`,
    '*',
    `${token}/`,
    `//${token}/`,
    `/${token}/?a=/../`,
    `/${token}//`,
    `/${token}/#a`,
    '/favicon.ico',
    `/${token}x/`,
    `/${token.slice(1)}/`,
    `/${token.toLowerCase()}/`,
  ];
  for (const target of targets) expect([400, 403, 404], target).toContain((await ask({ target })).status);
});

describe('a forged host or origin', () => {
  const hosts = [
    'localhost',
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:PORT.evil.example',
    'evil.example:PORT',
    '127.0.0.1.:PORT',
    '0x7f.1:PORT',
    '127.1:PORT',
    '[::1]:PORT',
    'localhost:PORT',
    '127.0.0.1:PORT, evil.example',
    'user@127.0.0.1:PORT',
    '',
  ];
  test.each(hosts)('Host: %s gets nothing', async (host) => {
    const { status, body } = await ask({ host: host.replace('PORT', String(port)) });
    expect([400, 403]).toContain(status);
    expect(body.length).toBeLessThan(60);
  });

  const origins = [
    'null',
    'http://evil.example',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://localhost:PORT',
    'http://127.0.0.1:PORT.evil.example',
    'file://',
    'http://127.0.0.1:PORT/',
    'HTTP://127.0.0.1:PORT',
  ];
  test.each(origins)('Origin: %s gets nothing, and edits nothing', async (origin) => {
    const Origin = origin.replace('PORT', String(port));
    expect((await ask({ headers: { Origin } })).status).toBe(403);
    const headers = { Origin, 'X-Copydesk-Token': token, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ hash: '', finding: '', action: 'fix' });
    expect((await ask({ method: 'POST', target: `/${token}/story/1/edit`, headers, body })).status).toBe(403);
  });

  test('no host, two hosts, and a request that another site has made get nothing', async () => {
    expect((await ask({ host: null })).status).toBe(400);
    const host = `127.0.0.1:${port}`;
    expect([400, 403]).toContain((await ask({ headers: { Host: 'evil.example' } })).status);
    expect([400, 403]).toContain((await ask({ host: 'evil.example', headers: { host } })).status);
    for (const site of ['cross-site', 'same-site', 'x'])
      expect((await ask({ headers: { 'Sec-Fetch-Site': site } })).status).toBe(403);
  });
});

describe('methods', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL'])(
    '%s is not allowed',
    async (method) => {
      for (const target of [`/${token}/`, `/${token}/story/1/edit`, '/']) {
        const { status, head } = await ask({ method, target });
        expect(status).toBe(405);
        expect(head).toContain('allow: GET, HEAD');
      }
    },
  );
  test('POST is allowed for edits only, and HEAD has no body', async () => {
    const headers = {
      Origin: `http://127.0.0.1:${port}`,
      'X-Copydesk-Token': token,
      'Content-Type': 'application/json',
    };
    for (const target of [`/${token}/`, `/${token}/story/1`, `/${token}/story/2/edit`, `/${token}/client`])
      expect((await ask({ method: 'POST', target, headers, body: '{}' })).status).toBe(405);
    const { status, body } = await ask({ method: 'HEAD', target: `/${token}/client` });
    expect([status, body]).toEqual([200, '']);
  });
  test('CONNECT and an upgrade get nothing', async () => {
    expect((await ask({ method: 'CONNECT', target: `127.0.0.1:${port}` })).status).not.toBe(200);
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'a',
    };
    expect((await ask({ target: '/', headers: upgrade })).status).not.toBe(101);
  });
});

describe('an edit', () => {
  const edit = (headers: Readonly<Record<string, string>>, body: string) =>
    ask({ method: 'POST', target: `/${token}/story/1/edit`, headers, body });
  const good = () => ({
    Origin: `http://127.0.0.1:${port}`,
    'X-Copydesk-Token': token,
    'Content-Type': 'application/json',
  });
  const body = JSON.stringify({ hash: 'a', finding: 'b', action: 'fix' });

  test('without the token, an origin or JSON is refused', async () => {
    const { Origin, ...rest } = good();
    expect((await edit(rest, body)).status).toBe(403);
    expect((await edit({ ...good(), 'X-Copydesk-Token': '' }, body)).status).toBe(403);
    expect((await edit({ ...good(), 'X-Copydesk-Token': token.slice(1) }, body)).status).toBe(403);
    expect((await edit({ Origin, 'Content-Type': 'application/json' }, body)).status).toBe(403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await edit({ ...good(), 'Content-Type': type }, body)).status).toBe(415);
  });

  test('that is garbage, half a message or 10 MB is refused, and the server goes on', async () => {
    for (const garbage of ['{', '[]', 'null', '{"hash":1}', '{"hash":"a","finding":"b","action":"delete"}', '\x00\xff'])
      expect((await edit(good(), garbage)).status, garbage).toBe(400);
    expect((await edit(good(), `"${'a'.repeat(10_000_000)}"`).catch(() => ({ status: 413 }))).status).toBe(413);
    const half = `POST /${token}/story/1/edit HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\n{`;
    await send(half, 200);
    await send('\x16\x03\x01 garbage\r\n\r\n', 200);
    await send(`GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(10_000)}`, 200);
    expect((await ask({ target: `/${token}/style` })).status).toBe(200);
  });

  test('for a version that is not there changes nothing', async () => {
    const before = readFileSync(path, 'utf8');
    const reply = await edit(good(), body);
    expect(JSON.parse(reply.body)).toEqual({ outcome: 'outdated' });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});

describe('images', () => {
  test('of the note in its folder are sent, and no others', async () => {
    await ask({ target: `/${token}/story/1/why/spelling` });
    const first = await ask({ target: `/${token}/story/1/image/0` });
    expect(first.status).toBe(200);
    expect(first.head).toContain('content-type: image/png');
    for (const name of ['1', '2', '3', '-1', '00', '1e0', 'lab', 'x0', '99999999999999999999'])
      expect((await ask({ target: `/${token}/story/1/image/${name}` })).status, name).toBe(404);
    for (const story of ['0', '2', '-1', '01x', '99999999999']) {
      expect((await ask({ target: `/${token}/story/${story}/image/0` })).status, story).toBe(404);
      expect((await ask({ target: `/${token}/story/${story}` })).status, story).toBe(404);
    }
  });
});

test('every page says what it may load, and that it must not be framed or kept', async () => {
  const nonces = new Set<string>();
  for (let times = 0; times < 2; times++) {
    const { head, body } = await ask({ target: `/${token}/story/1` });
    const [, nonce = ''] = /script-src 'nonce-([\w-]+)'/.exec(head) ?? [];
    nonces.add(nonce);
    expect(head).toContain("default-src 'none'");
    expect(head).toContain("frame-ancestors 'none'");
    expect(head).toContain('cache-control: no-store');
    expect(head).toContain('referrer-policy: no-referrer');
    expect(body.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}" src="/${token}/client" defer>`]);
    expect(body).not.toMatch(/ on[a-z]+=| style=/);
  }
  expect(nonces.size).toBe(2);
});
