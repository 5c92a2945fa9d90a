import type { CaseFrontmatter } from '../model/case.ts';
import type { ContributionProps } from '../model/contribution.ts';
import { toGuide } from '../model/guide.ts';
import type { Step } from '../model/step.ts';
import { toAttributePoint, type Element } from './attributes.ts';
import { report, toPointAt, type Document } from './document.ts';
import { suggest, toList } from './suggest.ts';

/** Checks what steps say of one another: what comes after what, and which step a voice would miss. */
export function checkSteps(
  document: Document,
  steps: readonly Step[],
  elements: ReadonlyMap<string, Element>,
  voices: ReadonlyMap<Element, { props: ContributionProps }>,
): void {
  const ids = steps.map(({ id }) => id);
  const checkId = (element: Element, attribute: string, id: string) => {
    if (ids.includes(id)) return;
    report(document, 'unknown-step', toAttributePoint(document, element, attribute), {
      expected: `the id of a step of this case: ${toList(ids)}`,
      found: `“${id}”`,
      hint: suggest(id, ids, 'Name a step that is there, or leave it out.'),
    });
  };
  for (const step of steps) {
    const element = elements.get(step.id);
    if (element) for (const id of step.after) checkId(element, 'after', id);
  }
  for (const [element, { props }] of voices)
    if (props.defends !== undefined) checkId(element, 'defends', props.defends);
  const circle = findCircle(steps);
  const first = elements.get(circle[0] ?? '');
  if (!first) return;
  report(document, 'circular-after', toAttributePoint(document, first, 'after'), {
    expected: 'steps that can be put in an order',
    found: [...circle, circle[0]].map((id) => `“${id ?? ''}”`).join(' after '),
    hint: 'Take one of these out of after={[…]}.',
  });
}

/** The first circle of steps that wait for each other, in the order they wait; empty when there is none. */
function findCircle(steps: readonly Step[]): string[] {
  const after = new Map(steps.map((step) => [step.id, step.after]));
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): string[] => {
    if (trail.includes(id)) return trail.slice(trail.indexOf(id));
    if (done.has(id)) return [];
    for (const earlier of after.get(id) ?? []) {
      const circle = visit(earlier, [...trail, id]);
      if (circle.length > 0) return circle;
    }
    done.add(id);
    return [];
  };
  for (const { id } of steps) {
    const circle = visit(id, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/** What a case says its session takes is the sum of its steps. */
export function checkTotal(
  document: Document,
  { total }: CaseFrontmatter,
  { steps, isWhole }: { steps: readonly Step[]; isWhole: boolean },
): void {
  const { ideal } = toGuide(steps).minutes;
  if (total === undefined || total === ideal || !isWhole) return;
  report(document, 'total-differs', toPointAt(document, document.text.search(/^total:/m)), {
    expected: `total: ${String(ideal)}, the ideal minutes of the steps during the session together`,
    found: `total: ${String(total)}`,
    hint: 'Change the total, or the minutes of the steps.',
  });
}
