/** Prints one board and nothing else of the page, on A4 or A3 lying down. */
export function printBoard(root: HTMLElement, size: 'a4' | 'a3' = 'a4'): void {
  const page = document.documentElement;
  page.dataset['printBoard'] = size;
  root.classList.add('printing');
  addEventListener(
    'afterprint',
    () => {
      delete page.dataset['printBoard'];
      root.classList.remove('printing');
    },
    { once: true },
  );
  print();
}
