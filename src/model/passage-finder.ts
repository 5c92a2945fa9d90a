import type { Passage } from './anchor.ts';
import type { Block } from './block.ts';
import type { Language } from './language.ts';
import { toPassage, toPracticePassage, toStoryPassage, type PracticeText } from './passage-text.ts';
import { toWhole, type Subject } from './subject.ts';

/** A case, or a practice with what stands on its card. */
export type Version = { blocks: readonly Block[] } | PracticeText;

/**
 * Finds passages of a case or practice as they are now, in the language somebody answered them in. Each is made once,
 * and only when it is asked for: most texts have been answered by nobody yet.
 */
export function toPassageFinder(
  versions: ReadonlyMap<Language, Version | undefined>,
): (subject: Subject, language: Language) => Passage | undefined {
  const made = new Map<string, Passage | undefined>();
  // What was not translated was answered in the language it is in.
  const source = versions.values().find((version) => version !== undefined);
  return (subject, language) => {
    const key = `${language} ${subject}`;
    if (!made.has(key)) made.set(key, findPassage(versions.get(language) ?? source, subject));
    return made.get(key);
  };
}

function findPassage(version: Version | undefined, subject: Subject): Passage | undefined {
  if (version === undefined) return undefined;
  const whole = toWhole(subject);
  if (subject === whole)
    return 'purpose' in version ? toPracticePassage(version) : toStoryPassage(version.blocks);
  const step = version.blocks.find(
    (block) => block.kind === 'step' && `${whole}#${block.step.id}` === subject,
  );
  return step?.kind === 'step' ? toPassage(step.blocks) : undefined;
}
