import { expect, it } from 'vitest';
import { listOutdated, toAnnotation } from '../../scripts/check.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { goodHandbook, writeHandbook } from '../compile/write-handbook.ts';

it('writes a problem as an annotation, with the signs that mean something there escaped', () => {
  const annotation = toAnnotation({
    name: 'unknown-attribute',
    file: 'content/nl/cases/a,b/index.mdx',
    line: 12,
    column: 7,
    expected: 'one of id, title',
    found: '100%\nminuten',
    hint: 'Did you mean “minutes”?',
  });
  expect(annotation).toBe(
    '::error file=content/nl/cases/a%2Cb/index.mdx,line=12,col=7,title=unknown-attribute%3A This component has no such attribute::' +
      'Expected: one of id, title. Found: 100%25%0Aminuten. Did you mean “minutes”?',
  );
});

it('names every translation that is behind, with the digest to write once it follows again', async () => {
  const root = await writeHandbook(goodHandbook);
  const { files } = await readHandbook({ root, cache: false });
  const source = files.find(({ file }) => file === 'content/nl/cases/sla/index.mdx');
  expect(listOutdated(files)).toContain(
    `content/en/cases/sla/index.mdx is behind its source. When it follows again, write: translationOf: '${source?.digest ?? ''}'`,
  );
  expect(listOutdated(files)).toHaveLength(2);
});
