import process from 'node:process';
import { writeSearchIndex } from '../src/search/index-site.ts';

/** Only indexes the folder it is given: what that takes is measured from outside. */
const [folder = ''] = process.argv.slice(2);
console.log(await writeSearchIndex(folder));
