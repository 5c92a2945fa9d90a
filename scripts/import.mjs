// @ts-check
import { runScript } from './setup.mjs';

runScript('import');
