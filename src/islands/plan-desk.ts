import type { Language } from '../model/language.ts';
import { layPlan, moveRow, toPhaseOrder, toUsualPeople } from '../model/plan-lay.ts';
import { withFreeId, type PlannedRow } from '../model/plan-row.ts';
import { mostRows, toPlanParams, type PlanRow, type Unread } from '../model/plan.ts';
import { defaultStart, type Session } from '../model/session.ts';
import type { Keep, Writing } from './keep.ts';
import { lookUp, readPlan, type OwnPlan, type OwnPlanNow } from './own-plan.ts';

/** Where a plan lies while it is worked on: in the address, and in this browser. */
export interface DeskPorts {
  language: Language;
  draft: Pick<Keep<string>, 'read' | 'update'>;
  /** Shows a query in the address. */
  show: (query: string) => void;
}

/**
 * The plan that is worked on. Every change is shown in the address and kept in this browser at once. A plan from a
 * link lies on top of the reader’s own, and changes nothing until the reader takes it over.
 */
export class PlanDesk {
  #plan: OwnPlan = empty;
  #former: OwnPlan | undefined;
  readonly #ports: DeskPorts;
  /** What could not be read of the address. */
  unread: Unread[] = [];
  /** Whether somebody else’s plan lies here, on top of the reader’s own. */
  isShared = false;
  /** How keeping the last change went. */
  kept: Writing['state'] = 'kept';

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** The plan as it is now, on the clock. */
  get now(): OwnPlanNow {
    return { ...this.#plan, laid: layPlan(this.#plan.rows, this.#plan.session) };
  }

  /** Its query, as in its address. */
  get query(): string {
    return toQuery(this.#plan);
  }

  /** Nothing may be changed while it is another’s, or while a part of it cannot be had: that part would be lost. */
  get isFixed(): boolean {
    return this.isShared || this.unread.some(({ why }) => why === 'unreachable');
  }

  get canUndo(): boolean {
    return this.#former !== undefined;
  }

  /** Lays down the plan of an address, or the reader’s own when the address has none. */
  async open(query: string): Promise<void> {
    const own = this.#ports.draft.read().value;
    const params = new URLSearchParams(query);
    const isGiven = ['p', 'start', 'people', 'time', 'date'].some((name) => params.has(name));
    const plan = await readPlan(isGiven ? params : new URLSearchParams(own), this.#ports.language);
    this.#plan = toPlan(plan);
    this.#former = undefined;
    this.unread = plan.unread;
    this.isShared = isGiven && own !== '' && own !== toQuery(plan) && own !== params.toString();
    if (!isGiven && own !== '') this.#ports.show(own);
  }

  /** Takes over the plan from a link; the reader’s own can still be put back. */
  async adopt(): Promise<void> {
    const own = this.#ports.draft.read().value;
    const former = await readPlan(new URLSearchParams(own), this.#ports.language);
    this.isShared = false;
    this.#write(this.#plan);
    this.#former = toPlan(former);
  }

  /** Adds rows at the end of their phase; those there is no place for are counted. */
  add(rows: readonly PlannedRow[]): { added: PlannedRow[]; refused: number } {
    const room = Math.max(0, mostRows - this.#plan.rows.length);
    const all = [...this.#plan.rows];
    const added = rows.slice(0, room).map((row) => {
      const own = withFreeId(row, all);
      all.push(own);
      return own;
    });
    if (added.length > 0) this.#set({ rows: toPhaseOrder(all) });
    return { added, refused: rows.length - added.length };
  }

  /** Adds a row that is given by name. */
  async addNamed(row: PlanRow): Promise<PlannedRow[]> {
    const { rows } = await lookUp([row], this.#ports.language);
    return this.add(rows).added;
  }

  /** Puts a copy of a row right under it. */
  double(id: string): PlannedRow | undefined {
    const at = this.#plan.rows.findIndex(({ row }) => row.id === id);
    const row = this.#plan.rows[at];
    if (!row || this.#plan.rows.length >= mostRows) return undefined;
    const copy = withFreeId(row, this.#plan.rows);
    this.#set({ rows: this.#plan.rows.toSpliced(at + 1, 0, copy) });
    return copy;
  }

  remove(id: string): void {
    const former = this.#plan;
    this.#set({ rows: former.rows.filter(({ row }) => row.id !== id) });
    this.#former = former;
  }

  /** Moves a row; `false` when there is nowhere to go. */
  move(id: string, places: number): boolean {
    const rows = moveRow(this.#plan.rows, id, places);
    if (rows === this.#plan.rows) return false;
    this.#set({ rows });
    return true;
  }

  /** Gives a row minutes of the reader’s own; the usual ones are no longer the reader’s own. */
  setMinutes(id: string, minutes: number): void {
    const laid = this.now.laid.rows.find(({ row }) => row.id === id);
    const usual = laid?.usual.ideal;
    this.#set({
      rows: this.#plan.rows.map((each) => (each.row.id === id ? give(each, minutes, usual) : each)),
    });
  }

  setTitle(title: string | undefined): void {
    const { session, rows } = this.#plan;
    this.#write(toPlan({ title, session, rows }));
  }

  setSession(session: Session): void {
    this.#set({ session });
  }

  /** Replaces everything, as by a file; what was here can be put back. */
  replace(plan: OwnPlan): void {
    const former = this.#plan;
    this.#write(plan);
    this.#former = former;
  }

  clear(): void {
    this.replace(empty);
  }

  /** Puts back what the last removal took away. */
  undo(): void {
    if (this.#former) this.#write(this.#former);
  }

  #set(change: Partial<OwnPlan>): void {
    this.#write({ ...this.#plan, ...change });
  }

  #write(plan: OwnPlan): void {
    this.#plan = plan;
    this.#former = undefined;
    this.unread = [];
    const query = toQuery(plan);
    this.kept = this.#ports.draft.update(() => query).state;
    this.#ports.show(query);
  }
}

/** A plan with nothing in it. */
const empty: OwnPlan = { session: { start: defaultStart, people: toUsualPeople([]) }, rows: [] };

const toPlan = ({
  title,
  session,
  rows,
}: Omit<OwnPlan, 'title'> & { title?: string | undefined }): OwnPlan => ({
  ...(title === undefined ? {} : { title }),
  session,
  rows,
});

/** The rows of a plan as they are shared. */
export const toBare = ({ title, session, rows }: OwnPlan) => ({
  ...(title === undefined ? {} : { title }),
  session,
  rows: rows.map(({ plan }) => plan),
});

const toQuery = (plan: OwnPlan): string =>
  toPlanParams(toBare(plan), toUsualPeople(plan.rows)).toString();

function give(each: PlannedRow, minutes: number, usual: number | undefined): PlannedRow {
  const { plan, row } = each;
  if (plan.kind === 'break' || plan.kind === 'own') {
    return {
      ...each,
      plan: { ...plan, minutes },
      row: { ...row, minutes: { min: minutes, ideal: minutes, max: minutes } },
    };
  }
  const own = { ...plan, minutes };
  if (minutes !== usual) return { ...each, plan: own };
  const bare: Partial<typeof own> & PlanRow = own;
  delete bare.minutes;
  return { ...each, plan: bare };
}
