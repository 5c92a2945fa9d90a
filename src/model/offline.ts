/** The name of the store in the browser in which pages and what they need wait for a room without wifi. */
export const offlineStore = 'onderstroom-offline';

/** Where the program stands that serves from that store; at the root, so that it may serve every page. */
export const offlineWorkerPath = '/sw.js';
