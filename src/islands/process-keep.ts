import { readProcess } from '../model/decision-record.ts';
import { startProcess, type Mode, type Process } from '../model/process.ts';
import { createKeep, type Keep } from './keep.ts';

/** Where a group that explores or decides is kept. */
export const createProcessKeep = (mode: Mode): Keep<Process> =>
  createKeep<Process>({
    schema: mode,
    version: 1,
    empty: startProcess(mode),
    check: (value) => {
      const process = readProcess(value);
      return process?.mode === mode ? process : undefined;
    },
  });
