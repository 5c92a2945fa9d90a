/**
 * What the forms of an English word have in common: `decided` and `deciding`, `parties` and `party`. It is no word and
 * is never shown. @example stemEn('decisions') // => 'decision'
 */
export function stemEn(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  const stem = withoutEnding(withoutPlural(word));
  return irregular.get(stem) ?? stem.replace(/y$/, 'i');
}

function withoutPlural(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const match = /^(.*?[aeiouy].*?)(ied|ing|ed|e)$/.exec(word);
  const [, stem = '', ending = ''] = match ?? [];
  if (!match || stem.length < 3 || word.endsWith('eed')) return word;
  if (ending === 'ied') return `${stem}y`;
  if (ending === 'e') return stem;
  return stem.replace(/([bdfgklmnprt])\1$/, (both, one: string) =>
    one === 'l' && stem.length < 5 ? both : one,
  );
}

/** Words that change inside: every form leads to the first. */
const families =
  'speak speaks spoke spoken speaking|say says said saying|give gives gave given giving|choose chooses chose chosen choosing|take takes took taken taking|stand stands stood standing|go goes went gone going|come comes came coming|see sees saw seen seeing|find finds found finding|write writes wrote written writing|hold holds held holding|leave leaves left leaving|think thinks thought thinking|bring brings brought bringing|know knows knew known knowing|do does did done doing|begin begins began begun beginning|lose loses lost losing|hear hears heard hearing|meet meets met meeting meetings|sit sits sat sitting|make makes made making|tell tells told telling|feel feels felt feeling feelings|keep keeps kept keeping|let lets letting|shift shifts|person people|woman women|man men|child children|add adds added adding|agree agrees agreed agreeing';

const irregular = new Map(
  families.split('|').flatMap((family): [string, string][] => {
    const [first = '', ...forms] = family.split(' ');
    return [first, ...forms].map((form) => [form, first]);
  }),
);
