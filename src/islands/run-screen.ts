/** Keeps the screen of the device on while a session runs, and tells whether that works. */
export interface Awake {
  hold(): void;
  release(): void;
}

/** A browser lets go of the screen when its page goes out of sight, so it is asked again on return. */
export function createAwake(tell: (isAwake: boolean) => void): Awake {
  let isWanted = false;
  let lock: WakeLockSentinel | undefined;

  const ask = async () => {
    if (!isWanted || document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      tell(true);
    } catch {
      // No such thing here, a flat battery, or a page that is not secure: the trainer is told.
      tell(false);
    }
  };
  document.addEventListener('visibilitychange', () => void ask());

  return {
    hold() {
      if (isWanted) return;
      isWanted = true;
      void ask();
    },
    release() {
      isWanted = false;
      void lock?.release();
      lock = undefined;
    },
  };
}

/** Makes a button fill the screen and give it back; it stays away where a browser cannot do that. */
export function offerFullScreen(button: HTMLElement): void {
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener('click', () => {
    const turn = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    // A browser may refuse; the page then stays as it is.
    turn.catch(() => undefined);
  });
  document.addEventListener('fullscreenchange', () => {
    button.setAttribute('aria-pressed', String(document.fullscreenElement !== null));
  });
}
