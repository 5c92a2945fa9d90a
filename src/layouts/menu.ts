/** The menu of narrow screens closes when a reader goes on elsewhere, and with Escape. */
const menu = document.querySelector<HTMLDetailsElement>('header details.menu');
document.addEventListener('click', (event) => {
  if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
});
menu?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
