// @ts-check
import { runScript } from './setup.mjs';

// Garbage is collected before it has taken the memory of a small machine.
runScript('start', ['--max-semi-space-size=8']);
