import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { toAnnotation, toRecord, toReporter } from '../../scripts/check.ts';
import { findOlderInGit } from '../../scripts/git-history.ts';
import { toDigest } from '../../src/compile/compile-file.ts';
import { readHandbook } from '../../src/compile/handbook.ts';
import { caseFile } from '../compile/mistakes.ts';
import { goodHandbook, writeHandbook, writeIn } from '../compile/write-handbook.ts';

const english = 'content/en/cases/sla/index.mdx';

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

it('writes advice as a warning, and a no that waits as a notice', () => {
  const place = { file: 'a', line: 1, column: 1, expected: 'x', found: 'y', hint: 'z' };
  expect(toAnnotation({ name: 'hard-to-read', ...place })).toMatch(/^::warning /);
  expect(toAnnotation({ name: 'open-no', ...place })).toMatch(/^::notice /);
  expect(toRecord({ name: 'open-no', ...place })).toMatchObject({ severity: 'advice', line: 1 });
});

it('reports as it is asked, on GitHub as annotations, and not at all when it does not know how', () => {
  expect(toReporter([], {})).toBe('--text');
  expect(toReporter([], { GITHUB_ACTIONS: 'true' })).toBe('--github');
  expect(toReporter(['--json'], { GITHUB_ACTIONS: 'true' })).toBe('--json');
  for (const wanted of [['--yaml'], ['--json', '--github'], ['constructor']])
    expect(toReporter(wanted, {})).toBeUndefined();
});

it('names every translation that is behind, with the digest to write once it follows again', async () => {
  const root = await writeHandbook(goodHandbook);
  const { files, advice } = await readHandbook({ root, cache: false });
  const source = files.find(({ file }) => file === caseFile);
  const behind = advice.filter(({ name }) => name === 'translation-behind');
  expect(behind).toHaveLength(2);
  expect(behind.find(({ file }) => file === english)?.hint).toBe(
    `When it follows again, write: translationOf: '${source?.digest ?? ''}'`,
  );
});

it('tells which passages changed since a text was translated, from git, and does without git', async () => {
  const root = await writeHandbook(goodHandbook);
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd: root });
  const old = goodHandbook[caseFile] ?? '';
  await writeIn(
    root,
    english,
    (goodHandbook[english] ?? '').replace('short:', `translationOf: '${toDigest(old)}'\nshort:`),
  );
  const now = old
    .replace('Een laatste alinea.', 'Een laatste alinea.\n\nEn nog een, nieuw.')
    .replace('people: 7', 'people: 8')
    .replace('cautions: [niet altijd]\n', '')
    .replace('Een alinea over neutraliteit', 'Een verhaal over neutraliteit');
  const find = async () => {
    const { advice } = await readHandbook({ root, cache: false, findOlder: findOlderInGit(root) });
    return advice.find(({ name, file }) => name === 'translation-behind' && file === english);
  };
  await writeIn(root, caseFile, now);
  expect((await find())?.found).toBe('a translation of an earlier version');
  await writeIn(root, caseFile, old);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  await writeIn(root, caseFile, now);
  const found = (await find())?.found ?? '';
  expect(found).toContain(`${caseFile}:16 “people: 8”`);
  expect(found).toContain('“Een verhaal over neutraliteit en vertrouwen.”');
  expect(found).toContain('“En nog een, nieuw.”');
  expect(found).toContain('gone: “cautions: [niet altijd]”');
  expect(found.split('; ')).toHaveLength(4);
});
