import type { APIRoute, GetStaticPaths } from 'astro';
import { toKey } from '../../case-routes.ts';
import { drawings } from '../../components/steps.ts';
import { handbook } from '../../handbook.ts';
import { listCases, listPractices } from '../../library.ts';
import { toShareImage } from '../../machine/share-image.ts';
import picture from '../../machine/share-image.ts?raw';
import drawing from '../../machine/share-image-drawing.ts?raw';
import text from '../../machine/share-image-text.ts?raw';
import {
  toCaseSubject,
  toPracticeSubject,
  toSiteSubject,
  type ShareSubject,
} from '../../machine/share-subject.ts';
import type { Place } from '../../model/address.ts';
import { languages, type Language } from '../../model/language.ts';
import { toShareImagePath } from '../../model/share-image.ts';

interface Props {
  subject: ShareSubject;
}

/** The code that decides how a picture looks: when it changes, pictures are drawn again. */
const edition = [drawing, text, picture].join('\n');

export const getStaticPaths = (async () =>
  (await Promise.all(languages.map(listPictures))).flat()) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { subject } }) => {
  const png = await toShareImage(subject, {
    drawings,
    edition,
    folder: '.cache/og',
  });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};

async function listPictures(language: Language) {
  const [cases, practices] = await Promise.all([listCases(language), listPractices(language)]);
  const toPicture = (place: Place, subject: ShareSubject) => ({
    params: { image: toShareImagePath(place, language).slice('/og/'.length, -'.png'.length) },
    props: { subject },
    ...toKey(subject),
  });
  return [
    toPicture({ kind: 'home' }, toSiteSubject(handbook, language)),
    ...cases.map((entry) =>
      toPicture({ kind: 'case', id: entry.id }, toCaseSubject(entry, handbook)),
    ),
    ...practices.map((entry) =>
      toPicture({ kind: 'practice', id: entry.id }, toPracticeSubject(entry, handbook)),
    ),
  ];
}
