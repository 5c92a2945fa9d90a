import type { Case } from './entry.ts';
import type { SaidContribution } from './said.ts';

/**
 * The author’s own voices of a case as contributions like any other, so that they stand in one thread with what readers
 * say, under the same rules. Nobody decides about them: an author changes the case.
 */
export const toAuthorVoices = ({
  id,
  language,
  contributions,
}: Pick<Case, 'id' | 'language' | 'contributions'>): SaidContribution[] =>
  contributions.map((voice, index) => ({
    id: voice.id,
    subject: `cases/${id}${voice.step === undefined ? '' : `#${voice.step}`}`,
    language,
    stance: voice.stance,
    // What was written on one day stays in the order of the text.
    sent: `${voice.date}T00:00:00.${String(Math.min(index, 999)).padStart(3, '0')}Z`,
    state: 'published',
    html: voice.html,
    ...(voice.needs === undefined ? {} : { needs: voice.needs }),
    role: voice.role,
    // The compiler made sure that these words stand above it, so there is nothing to compare.
    answered: { digest: '', text: voice.on, sentence: voice.on },
    isAuthor: true,
    decisions: [],
  }));
