/**
 * What the forms of a Dutch word have in common: `besluiten` and `besluit`, `luisterde` and `luister`. It is no word
 * and is never shown. Forms that change their vowel stand in a list.
 * @example stemNl('meningen') // => 'mening'
 */
export function stemNl(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  const found = toEnd(withoutEnding(withoutParticiple(word)));
  return irregular.get(found) ?? found;
}

/** `geluisterd` → `luister`. Nouns that merely look like it stand in `nouns`. */
function withoutParticiple(word: string): string {
  const match =
    /^((?:aan|af|bij|door|in|mee|na|om|op|samen|toe|uit|voor|vast|weg)?)ge([a-z]{3,})[dt]e?$/.exec(
      word,
    );
  const [, before = '', middle = ''] = match ?? [];
  if (!match || nouns.test(word) || !/[aeiouy]/.test(middle)) return word;
  return `${before}${middle}`;
}

const nouns =
  /^ge(bied|bod|boort|dacht|dicht|drag|duld|heim|hoor|laat|lid|luid|meent|moed|not|paard|recht|rucht|schikt|sprek|vaart|val|weld|wicht|wijd|zicht|zond|stalt)e?$|gezicht|gemeente|gebied|geluid|gedeelte/;

function withoutEnding(word: string): string {
  for (const [ending, instead, least] of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length) + instead;
    if (stem.length >= least && /[aeiouy]/.test(stem))
      return stem === word ? word : withoutEnding(stem);
  }
  return word;
}

/** Longest first; a stem is at least so long. */
const endings: readonly [ending: string, instead: string, least: number][] = [
  ['heden', 'heid', 6],
  ['etjes', '', 3],
  ['etje', '', 3],
  ['tjes', '', 3],
  ['tje', '', 3],
  ['pjes', '', 3],
  ['pje', '', 3],
  ['jes', '', 3],
  ['je', '', 3],
  ['enden', 'end', 4],
  ['ende', 'end', 4],
  ['sten', 'st', 4],
  ['den', 'd', 4],
  ['ten', 't', 4],
  ['en', '', 3],
  ['ers', 'er', 4],
  ['rde', 'r', 3],
  ['lde', 'l', 3],
  ['nde', 'n', 4],
  ['gde', 'g', 3],
  ['mde', 'm', 3],
  ['vde', 'v', 3],
  ['zde', 'z', 3],
  ['kte', 'k', 4],
  ['pte', 'p', 4],
  ['e', '', 3],
  ['s', '', 3],
];

/** One way of writing the end: `stemm` → `stem`, `brieven` → `brief`, `namen` and `naam` → `nam`, `herkent` → `herken`. */
function toEnd(stem: string): string {
  let end = stem.replace(/([bdfgklmnprst])\1$/, '$1');
  if (end.length >= 5 && /[bdfgklmnprvw]t$/.test(end)) end = end.slice(0, -1);
  else if (end.length >= 5 && /[aeiou]{2}[dfgklmnpr]t$/.test(end)) end = end.slice(0, -1);
  end = end.replace(/d$/, 't').replace(/v$/, 'f').replace(/z$/, 's');
  end = end.replace(/([bdfgklmnprst])\1$/, '$1');
  end = end.replace(/([^aeiou]|^)([aeou])\2([bcdfgklmnprst])$/, '$1$2$3');
  return end.length > 3 ? end.replace(/([^s])s$/, '$1') : end;
}

/** Words that change inside: every form leads to the first. */
const families =
  'spreek sprek spreken spreekt sprak spraken gesproken|zeg zeggen zegt zei zeiden gezegd|geef geven geeft gaf gaven gegeven|kies kiezen kiest koos kozen gekozen|besluit besluiten besloot besloten|neem nemen neemt nam genomen|sta staan staat stond stonden gestaan|ga gaan gaat ging gingen gegaan|kom komen komt kwam kwamen gekomen|zie zien ziet zag zagen gezien|vind vinden vindt vond vonden gevonden|help helpen helpt hielp hielpen geholpen|schrijf schrijven schrijft schreef schreven geschreven opgeschreven opschrijven|blijf blijven blijft bleef bleven gebleven|krijg krijgen krijgt kreeg kregen gekregen|houd houden houdt hou hield hielden gehouden|laat laten liet lieten gelaten|loop lopen loopt liep liepen gelopen|zwijg zwijgen zwijgt zweeg zwegen gezwegen|vraag vragen vraagt vroeg vroegen gevraagd|denk denken denkt dacht dachten|breng brengen brengt bracht brachten gebracht|weet weten wist wisten geweten|doe doen doet deed deden gedaan|begin beginnen begint begon begonnen|verlies verliezen verliest verloor verloren|ontsta ontstaan ontstaat ontstond ontstonden|verdwijn verdwijnen verdwijnt verdween verdwenen|zoek zoeken zoekt zocht zochten gezocht|lig liggen ligt lag lagen gelegen|zit zitten zat zaten gezeten|lees lezen leest las gelezen|begrijp begrijpen begrijpt begreep begrepen|kijk kijken kijkt keek keken gekeken|bied bieden biedt bood boden geboden|sluit sluiten sloot gesloten|trek trekken trekt trok trokken getrokken|werp werpen wierp geworpen|meegaan meegaat meega meeging meegegaan|roep roepen riep geroepen|draag dragen draagt droeg gedragen|bespreek bespreken bespreekt besprak besproken|afspreken afspreekt afsprak afgesproken|lid leden|stad steden|schip schepen|kind kinderen|ei eieren|museum musea|thema themas|idee ideeen|groep groepen|team teams|stem stemmen stemt stemde stemden gestemd';

const irregular = new Map(
  families.split('|').flatMap((family): [string, string][] => {
    const [first = '', ...forms] = family.split(' ');
    return [first, ...forms].map((form) => [form, first]);
  }),
);
