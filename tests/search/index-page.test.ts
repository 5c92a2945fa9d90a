import { expect, test } from 'vitest';
import { readPage } from '../../src/search/index-page.ts';

const toPage = (body: string) =>
  readPage(
    `<!doctype html><html lang="nl"><body><nav>Menu</nav><main data-findable>${body}</main><p>na</p>`,
  );

test('reads a page as passages under its headings, with what the page says of itself', () => {
  const page = toPage(
    `<span hidden data-finding="casus" data-named="Twee &amp; drie"></span>` +
      `<h1>Kop</h1><p>Een be\u00adgin</p><ul><li>een</li><li>twee</li></ul>` +
      `<h2 id="stap">De <b>stap</b></h2><p>Wat er &lt;echt&gt; gebeurt.</p>` +
      `<span data-also="ook dit"></span>` +
      `<div data-unfindable><h2 id="niet">Niet</h2><p>dit</p></div><script>nooit()</script><svg><path d="M0 0"/></svg>`,
  );
  expect(page).toEqual({
    language: 'nl',
    title: 'Twee & drie',
    meta: { kind: 'casus', title: 'Twee & drie' },
    passages: [
      { id: '', title: 'Kop', text: 'Een begin. een. twee', also: '' },
      { id: 'stap', title: 'De stap', text: 'Wat er <echt> gebeurt.', also: 'ook dit' },
    ],
  });
});

test('gives back to the heading above what stands after a box with a small heading', () => {
  const page = toPage(
    `<h2 id="a">A</h2><p>voor</p><section><h3 id="b">B</h3><p>in</p></section><p>na</p>`,
  );
  expect(page?.passages.map(({ id, text }) => [id, text])).toEqual([
    ['', ''],
    ['a', 'voor. na'],
    ['b', 'in'],
  ]);
});

test('finds nothing in a page that is not for finding', () => {
  expect(readPage('<html lang="nl"><main><h1>Kop</h1></main>')).toBeUndefined();
});
