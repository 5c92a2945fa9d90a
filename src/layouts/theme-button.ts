import { themeKey } from './theme.ts';

type Theme = 'system' | 'light' | 'dark';
const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-button]');

const read = (): Theme => {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

const tell = () => {
  for (const button of buttons) {
    const name = button.querySelector('span');
    if (name) name.textContent = button.dataset[read()] ?? '';
  }
};

const choose = (theme: Theme) => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage may be blocked; the choice then holds for this page.
  }
  tell();
};

for (const button of buttons)
  button.addEventListener('click', () => {
    choose(next[read()]);
  });
tell();
