/** What dragging leads to. */
export interface DragPorts {
  move: (id: string, places: number) => void;
  /** Called when the reader thought better of it. */
  stopped: () => void;
}

/**
 * Lets rows be dragged by their `[data-grip]` with mouse, finger or pen; Escape puts the row back. Only an extra:
 * buttons and keys do the same.
 */
export function letDrag(list: HTMLElement, { move, stopped }: DragPorts): void {
  list.addEventListener('pointerdown', (down) => {
    const grip = (down.target as Element).closest<HTMLElement>('[data-grip]');
    const row = grip?.closest<HTMLElement>('[data-id]');
    const parent = row?.parentElement;
    if (!grip || !row || !parent || down.button !== 0) return;
    down.preventDefault();
    const from = [...parent.children].indexOf(row);
    const done = new AbortController();
    const { signal } = done;
    const end = (isKept: boolean) => {
      done.abort();
      row.classList.remove('dragged');
      const places = [...parent.children].indexOf(row) - from;
      if (!isKept) stopped();
      else if (places !== 0) move(row.dataset['id'] ?? '', places);
    };
    row.classList.add('dragged');
    grip.setPointerCapture(down.pointerId);
    grip.addEventListener(
      'pointermove',
      ({ clientY }) => {
        // The others step aside: a row that is itself taken out and put back loses the pointer.
        const { previousElementSibling: above, nextElementSibling: below } = row;
        if (below && clientY > toMiddle(below)) parent.insertBefore(below, row);
        else if (above && clientY < toMiddle(above)) parent.insertBefore(above, below);
      },
      { signal },
    );
    grip.addEventListener(
      'pointerup',
      () => {
        end(true);
      },
      { signal },
    );
    grip.addEventListener(
      'pointercancel',
      () => {
        end(false);
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        end(false);
      },
      { signal },
    );
  });
}

function toMiddle(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
