import type { z } from 'zod';
import { CheckProps, ChecklistProps } from '../model/checklist.ts';
import { ContributionProps } from '../model/contribution.ts';
import {
  ExpectedProps,
  NoProps,
  QuestionProps,
  SayProps,
  TermProps,
  TipProps,
  VoicesProps,
} from '../model/passage.ts';
import { PolarityProps, PoleProps } from '../model/polarity.ts';
import { StepProps } from '../model/step.ts';
import { own } from '../own/index.ts';

/** What a component is: its attributes, where it may stand, and what must be inside. */
export interface Component {
  /** One sentence for authors. */
  does: string;
  schema: z.ZodType;
  /** Inside a sentence, or on lines of its own. */
  display: 'block' | 'inline';
  /** The components it may stand directly in; everywhere in running text when absent. */
  inside?: readonly string[];
  /** The components that may stand directly in it; text only when absent. */
  holds?: readonly string[];
  /** Whether it must hold words of its own. */
  needsText: boolean;
}

const inText = [
  'Question',
  'Say',
  'Tip',
  'Voices',
  'Checklist',
  'Polarity',
  'Contribution',
  'Expected',
  ...Object.keys(own),
];
const poleLists = ['Upsides', 'Downsides', 'Actions', 'Signals'] as const;
const poleList = (does: string): Component => ({
  does,
  schema: NoProps,
  display: 'block',
  inside: ['Pole'],
  needsText: true,
});

/** Those of an author's own stand among running text, and hold words only. */
const ownComponents = Object.fromEntries(
  Object.entries(own).map(([name, each]): [string, Component] => [
    name,
    { ...each, display: 'block' },
  ]),
);

/** The closed vocabulary of content: these components and no others. */
export const vocabulary: Readonly<Record<string, Component>> = {
  Step: {
    does: 'One move in a case, wrapped around the passage that tells it.',
    schema: StepProps,
    display: 'block',
    inside: [],
    holds: inText,
    needsText: true,
  },
  Question: {
    does: 'The question in the middle, quoted exactly.',
    schema: QuestionProps,
    display: 'block',
    needsText: true,
  },
  Say: {
    does: 'A literal line for the facilitator.',
    schema: SayProps,
    display: 'block',
    needsText: true,
  },
  Tip: {
    does: 'A suggestion beside the story.',
    schema: TipProps,
    display: 'block',
    needsText: true,
  },
  Voices: {
    does: 'A check-in summary as pairs: this, but also that.',
    schema: VoicesProps,
    display: 'block',
    needsText: true,
  },
  Checklist: {
    does: 'Things to do, each with a box.',
    schema: ChecklistProps,
    display: 'block',
    holds: ['Check'],
    needsText: false,
  },
  Check: {
    does: 'One thing to do.',
    schema: CheckProps,
    display: 'block',
    inside: ['Checklist'],
    needsText: true,
  },
  Polarity: {
    does: 'A polarity board with two poles.',
    schema: PolarityProps,
    display: 'block',
    holds: ['Pole'],
    needsText: false,
  },
  Pole: {
    does: 'One pole of a polarity board.',
    schema: PoleProps,
    display: 'block',
    inside: ['Polarity'],
    holds: poleLists,
    needsText: false,
  },
  Upsides: poleList('What a pole brings.'),
  Downsides: poleList('What goes wrong with too much of a pole.'),
  Actions: poleList('What you do to keep what a pole brings.'),
  Signals: poleList('What you watch for: early and measurable.'),
  Contribution: {
    does: "The author's own voice against the text, beside the passage it is about.",
    schema: ContributionProps,
    display: 'block',
    needsText: true,
  },
  Expected: {
    does: 'A sequel that is announced.',
    schema: ExpectedProps,
    display: 'block',
    needsText: true,
  },
  Term: {
    does: 'A glossary term under other words.',
    schema: TermProps,
    display: 'inline',
    needsText: true,
  },
  ...ownComponents,
};

/** HTML that may be used inside a sentence, with the attributes it may have. */
export const inlineHtml: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title'],
  cite: [],
  q: ['cite', 'lang'],
  span: ['lang'],
};
