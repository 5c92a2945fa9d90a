/** Where the reader's choice of colours is kept. */
export const themeKey = 'onderstroom:theme';

/**
 * Runs before the first paint, so that a chosen theme never flashes. It is inline because a file would
 * be one more request that blocks drawing; its digest stands in the content security policy.
 */
export const themeScript = `try{const t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The digest of an inline script or style, as the content security policy names it. */
export async function toDigest(text: string): Promise<`sha256-${string}`> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${Buffer.from(digest).toString('base64')}`;
}
