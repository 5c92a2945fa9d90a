import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { toDay } from '../src/components/date.ts';
import type { Handbook } from '../src/model/handbook.ts';
import { toPath, type Place } from '../src/model/address.ts';
import { languages, type Language } from '../src/model/language.ts';
import { toBook } from '../src/print/book.ts';
import { sheets, toCalibrationSheet, type Sheet } from '../src/print/calibration.ts';
import { toSingle } from '../src/print/single.ts';
import { readSitePage, type SitePage } from '../src/print/site-page.ts';
import { toWords } from '../src/words/index.ts';
import { listDeckPlans } from './deck-plans.ts';
import { listParts } from './handbook-parts.ts';
import type { PdfPlan } from './pdf-plan.ts';

/** Every PDF that can be made of the site in `dir`, in the order they are listed. */
export async function listPlans(dir: string, handbook: Handbook): Promise<PdfPlan[]> {
  const plans = languages.map(async (language) => {
    const site: Site = { dir, handbook, language };
    const cases = await listIds(site, 'cases');
    return [
      ...listDeckPlans(dir, language, cases),
      toHandbookPlan(site, await listParts(dir, language)),
      ...cases.map((id) => toCasePlan(site, id)),
      ...cases.map((id) => toSheetPlan(site, 'run-sheet', id)),
      ...cases.map((id) => toSheetPlan(site, 'hand-out', id)),
      ...(Object.keys(sheets) as Sheet[]).map((sheet) => toCalibrationPlan(site, sheet)),
    ];
  });
  return (await Promise.all(plans)).flat();
}

interface Site {
  dir: string;
  handbook: Handbook;
  language: Language;
}

/** Where a PDF of this name stands. @example toPdfPath('casus-sla', 'nl') // => '/pdf/casus-sla.pdf' */
const toPdfPath = (name: string, language: Language): string =>
  `${toPath({ kind: 'pdfs' }, language)}${name}.pdf`;

async function listIds({ dir, language }: Site, kind: 'cases'): Promise<string[]> {
  const folder = path.join(dir, toPath({ kind }, language));
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => existsSync(path.join(folder, entry.name, 'index.html')))
    .map((entry) => entry.name)
    .sort();
}

const readPage = async ({ dir }: Site, page: string): Promise<SitePage> =>
  readSitePage(page, await readFile(path.join(dir, page, 'index.html'), 'utf8'));

function toHandbookPlan(
  site: Site,
  parts: readonly { title: string; paths: readonly string[] }[],
): PdfPlan {
  const { handbook, language } = site;
  const { name, tagline } = handbook;
  return {
    kind: 'handbook',
    language,
    path: toPdfPath(toWords(language).print.files.handbook, language),
    sources: parts.flatMap(({ paths }) => paths),
    prepare: async () => {
      const read = await Promise.all(
        parts.map(async ({ title, paths }) => ({
          title,
          pages: await Promise.all(paths.map((page) => readPage(site, page))),
        })),
      );
      const date = toNewest(read.flatMap(({ pages }) => pages));
      const html = toBook({
        ...toBookFacts(site, { kind: 'home' }, date),
        title: name,
        lead: tagline[language],
        headings: false,
        parts: read,
      });
      return { html, contents: true, finish: { title: name, subject: tagline[language], date } };
    },
  };
}

function toCasePlan(site: Site, id: string): PdfPlan {
  const { language, handbook } = site;
  const page = toPath({ kind: 'case', id }, language);
  return {
    kind: 'case',
    language,
    path: toPdfPath(toWords(language).print.files.case(id), language),
    sources: [page],
    prepare: async () => {
      const read = await readPage(site, page);
      if (read.textLanguage !== language) return { nothing: 'is not translated' };
      const { title, description, date } = read;
      const html = toBook({
        ...toBookFacts(site, { kind: 'case', id }, date),
        title,
        handbook: handbook.name,
        lead: description,
        headings: true,
        parts: [{ pages: [read] }],
      });
      return { html, contents: true, finish: { title, subject: description, date } };
    },
  };
}

function toSheetPlan(site: Site, kind: 'run-sheet' | 'hand-out', id: string): PdfPlan {
  const { language } = site;
  const page = toPath({ kind, id }, language);
  return {
    kind,
    language,
    path: toPdfPath(toWords(language).print.files[kind](id), language),
    sources: [page],
    prepare: async () => {
      const read = await readPage(site, page);
      if (read.textLanguage !== language) return { nothing: 'is not translated' };
      const { title, description, date } = read;
      return {
        html: toSingle(read),
        contents: false,
        finish: { title, subject: description, date },
      };
    },
  };
}

function toCalibrationPlan(site: Site, sheet: Sheet): PdfPlan {
  const { language } = site;
  const { print } = toWords(language);
  return {
    kind: 'calibration',
    language,
    path: toPdfPath(print.files.calibration(sheet), language),
    sources: [],
    prepare: async () => {
      const { styles } = await readPage(site, toPath({ kind: 'pdfs' }, language));
      return {
        html: toCalibrationSheet({ language, sheet, styles }),
        contents: false,
        finish: { title: print.calibration.title(sheets[sheet].name), duplex: 'long-edge' },
      };
    },
  };
}

const toBookFacts = ({ handbook, language }: Site, place: Place, date: string | undefined) => ({
  language,
  address: new URL(toPath(place, language), handbook.address).href.replace(/^https?:\/\//, ''),
  licence: handbook.licence.name,
  date: date === undefined ? undefined : toDay(date, language),
});

const toNewest = (pages: readonly SitePage[]): string | undefined =>
  pages
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
