import { toMarkdownPath } from '../model/address.ts';
import type { Handbook } from '../model/handbook.ts';
import { languageNames, languages, type Language } from '../model/language.ts';
import { toWords } from '../words/index.ts';
import { toLink, toMarkdownText } from './markdown-text.ts';
import { isWritten, type PlaceGroup, type SitePlace } from './places.ts';
import { toAddress } from './plain-text.ts';

/** Help with writing comes last: llms.txt calls what may be skipped “Optional”. */
const groups: readonly PlaceGroup[] = ['cases', 'guides', 'practices', 'glossary', 'pages'];

/**
 * `llms.txt`, as llmstxt.org describes it: what this site is, and links to the plain Markdown of every text.
 * The file is in the source language first, then in the others.
 */
export function toLlmsText(places: readonly SitePlace[], handbook: Handbook): string {
  const blocks = [
    `# ${toMarkdownText(handbook.name)}`,
    `> ${languages.map((language) => toMarkdownText(handbook.tagline[language])).join(' / ')}`,
    ...languages.map((language) =>
      toWords(language).machine.llmsIntroduction(handbook.licence.name, handbook.licence.address),
    ),
    ...languages.flatMap((language) =>
      groups.map((group) => toSection(places, language, group, handbook)),
    ),
    toOptional(places, handbook),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function toSection(
  places: readonly SitePlace[],
  language: Language,
  group: PlaceGroup,
  handbook: Handbook,
): string {
  const links = places.filter(
    (place) => place.language === language && place.group === group && isWritten(place),
  );
  if (links.length === 0) return '';
  const heading = `## ${toGroupTitle(group, language)} (${languageNames[language]})`;
  return [heading, '', ...links.map((place) => toItem(place, handbook.address))].join('\n');
}

function toOptional(places: readonly SitePlace[], handbook: Handbook): string {
  const links = places.filter((place) => place.group === 'helps' && isWritten(place));
  return links.length === 0
    ? ''
    : ['## Optional', '', ...links.map((place) => toItem(place, handbook.address))].join('\n');
}

const toItem = ({ place, language, title, summary }: SitePlace, site: string): string =>
  `- ${toLink(title, toAddress(site, toMarkdownPath(place, language)))}: ${toMarkdownText(summary)}`;

function toGroupTitle(group: PlaceGroup, language: Language): string {
  const { nav, machine } = toWords(language);
  switch (group) {
    case 'cases':
      return nav.cases;
    case 'guides':
      return nav.guides;
    case 'practices':
      return nav.practices;
    case 'glossary':
      return nav.glossary;
    default:
      return machine.pages;
  }
}
