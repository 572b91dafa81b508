import { expect, test, vi } from 'vitest';
import { isThere } from '../../../src/cli/files/paths.ts';

const codes = vi.hoisted(() => ({ next: '' }));

vi.mock('node:fs', async (load) => ({
  ...(await load<object>()),
  statSync: () => {
    throw Object.assign(new Error(codes.next), { code: codes.next });
  },
}));

test.each(['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP'])('%s: a file that copydesk looks for is not there', (code) => {
  codes.next = code;
  expect(isThere('copydesk.yaml')).toBe(false);
});

test.each([
  ['EIO', "disk error at 'copydesk.yaml'"],
  ['EMFILE', "too many open files to read 'copydesk.yaml'"],
  ['ENFILE', "too many open files on this machine to read 'copydesk.yaml'"],
])('%s: it may be there, and is not passed over', (code, message) => {
  codes.next = code;
  expect(() => isThere('copydesk.yaml')).toThrow(message);
});
