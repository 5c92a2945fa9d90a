import type { Language } from '../model/language.ts';
import { toRunRow } from '../model/run-rows.ts';
import { fillIn } from './fill-in.ts';
import { keepOffline } from './offline.ts';
import { loadPlan } from './own-plan.ts';
import { RunMode } from './run-mode.ts';

/** Gives run mode the plan that stands in the address, and keeps what the plan is made of for a room without wifi. */
async function runOwnPlan(): Promise<void> {
  const element = document.querySelector('run-mode');
  const {
    unread = '',
    nothing = '',
    untitled = '',
  } = document.querySelector<HTMLElement>('[data-own-run]')?.dataset ?? {};
  if (!(element instanceof RunMode))
    throw new Error('A plan of one’s own cannot run: <run-mode> is missing.');
  const params = new URLSearchParams(location.search);
  const plan = await loadPlan(params, document.documentElement.lang as Language);
  const rows = plan.rows.filter(({ phase }) => phase === 'during');
  const remarks = [
    ...(plan.problems.length > 0 ? [fillIn(unread, { n: plan.problems.length })] : []),
    ...(rows.length === 0 ? [nothing] : []),
  ];
  element.load(
    rows.map((row) => toRunRow(row, row.now)),
    {
      title: plan.title ?? untitled,
      start: params.get('start') ? plan.session.start : undefined,
      remarks,
    },
  );
  await keepOffline(location.pathname);
}

void runOwnPlan();
