import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { narrowPolicy } from '../src/policy.ts';

const toHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, body: string) =>
  `<html><head><meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;

it('keeps the hashes of what is in the page and drops those of files and other pages', () => {
  const body =
    '<style>a{}</style><script type="module">run()</script><script src="/a.js"></script>';
  const broad = `script-src 'self' 'wasm-unsafe-eval' ${toHash('run()')} ${toHash('other()')}; style-src 'self' ${toHash('a{}')} ${toHash('b{}')};`;
  const narrow = `script-src 'self' 'wasm-unsafe-eval' ${toHash('run()')}; style-src 'self' ${toHash('a{}')};`;
  expect(narrowPolicy(page(broad, body))).toBe(page(narrow, body));
});

it('changes nothing in a page without a policy', () => {
  expect(narrowPolicy('<p>nee</p>')).toBe('<p>nee</p>');
});
