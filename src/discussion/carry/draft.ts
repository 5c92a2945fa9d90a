import path from 'node:path';
import { stringify } from 'yaml';
import { CaseFrontmatter, FormerAddress } from '../../model/case.ts';
import { Id } from '../../model/id.ts';
import type { ForeignPost } from './elsewhere.ts';
import { toBody, type DraftImage } from './post.ts';

/** A post as the beginning of a case. */
export interface Draft {
  id: string;
  /** The contents of `index.mdx`. */
  text: string;
  images: DraftImage[];
  /** Where it stood, as a path of that site; redirected once it stands here. */
  formerAddress?: string;
  /** What somebody should look at. */
  notes: string[];
}

export interface DraftOptions {
  id: string;
  /** Whether there is a picture, by its address. */
  hasImage: (address: string) => boolean;
}

/**
 * Makes a draft of a post. What the post does not say of a case (who were there, how tense it was) is not made up: those
 * fields stand in the frontmatter with what they mean, to be filled in. The build names each that is still missing.
 */
export function toDraft(post: ForeignPost, { id, hasImage }: DraftOptions): Draft {
  const names = new Map<string, string>();
  const body = toBody(post.html, {
    address: post.address,
    findImage: (address) => {
      if (!names.has(address) && hasImage(address)) names.set(address, toName(address, names));
      return names.get(address);
    },
  });
  const formerAddress = toFormerAddress(post.address);
  const known = listKnown(post, body.begin, formerAddress);
  const missing = Object.entries(CaseFrontmatter.shape).filter(
    ([name, field]) => !(name in known) && !field.safeParse(undefined).success,
  );
  const frontmatter = [
    '---',
    stringify(known, { lineWidth: 0 }).trimEnd(),
    '# Of elsewhere, so these are not known here. Fill them in, then move this folder to content/nl/cases/.',
    ...missing.map(([name, field]) => `# ${name}: ${field.description ?? ''}`),
    '---',
  ];
  return {
    id,
    text: `${frontmatter.join('\n')}\n\n${body.mdx}`,
    images: dedupe(body.images),
    ...(formerAddress === undefined ? {} : { formerAddress }),
    notes: [
      ...post.notes,
      ...(post.title.length > 110 ? ['The title is longer than 110 signs; it was cut.'] : []),
      ...(body.mdx.trim() === '' ? ['It holds no words.'] : []),
      ...body.lost.map((lost) => `Left out: ${lost}.`),
      ...(formerAddress === undefined
        ? [
            `Its address ${post.address === '' ? 'is not in the file' : `${post.address} is no path`}, so it cannot be redirected.`,
          ]
        : []),
    ],
  };
}

function listKnown(
  { title, summary, published, topics }: ForeignPost,
  begin: string,
  former?: string,
) {
  const told = summary ?? begin;
  const topicsHere = topics.filter((topic) => topic.length <= 40);
  return {
    ...(title.length < 3 ? {} : { title: cut(title, 110), short: cut(title, 40) }),
    ...(told.length < 40 ? {} : { summary: cut(told, 260) }),
    ...(published === undefined ? {} : { published }),
    ...(topicsHere.length === 0 ? {} : { topics: topicsHere }),
    ...(former === undefined ? {} : { formerAddresses: [former] }),
  };
}

/** No longer than so many signs, between two words, and with a sign that something is missing. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const words = part.replace(/\s+\S*$/, '');
  return `${(words.length > most / 2 ? words : part).trimEnd()}…`;
}

/**
 * The id of a case for a text of elsewhere.
 * @example toCaseId({ slug: '2-teams-één-vraag' }) // => 'post-2-teams-een-vraag'
 */
export function toCaseId({
  slug = '',
  title,
  address,
}: Pick<ForeignPost, 'slug' | 'title' | 'address'>): string {
  const last =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '';
  const found = [slug, title, last.replace(/\.\w+$/, '')].map(toIdText).find((text) => text !== '');
  const id = found === undefined ? 'post' : /^[a-z]/.test(found) ? found : `post-${found}`;
  return Id.parse(id.slice(0, 80).replace(/-+$/, ''));
}

const toIdText = (text: string): string =>
  decode(text)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/** Where a page stood on its site; nothing when that was not a path of its own. */
export function toFormerAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.search !== '' || url.pathname === '/') return undefined;
  return FormerAddress.safeParse(decode(url.pathname).normalize().replace(/\/?$/, '/')).data;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name for a picture that is safe everywhere, and that no other has. */
function toName(address: string, taken: ReadonlyMap<string, string>): string {
  const file =
    decode(URL.parse(address)?.pathname ?? address)
      .split('/')
      .at(-1) ?? '';
  const { name, ext } = path.parse(file);
  const base = toIdText(name) || 'beeld';
  const names = new Set(taken.values());
  for (let count = 1; ; count += 1) {
    const free = `${base}${count === 1 ? '' : `-${count}`}${ext.toLowerCase()}`;
    if (!names.has(free)) return free;
  }
}

const dedupe = (images: readonly DraftImage[]): DraftImage[] => [
  ...new Map(images.map((image) => [image.name, image])).values(),
];
