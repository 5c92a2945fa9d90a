/** The drawing of every icon, on a grid of 24 units. */
export const icons = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  people:
    '<circle cx="8.5" cy="8" r="3.2"/><path d="M2.5 19.5c.4-4 2.7-6 6-6s5.6 2 6 6M15.5 5.2a3.2 3.2 0 0 1 0 5.6M17.5 13.9c2.3.7 3.7 2.6 4 5.6"/>',
  print: '<path d="M7 9V3.5h10V9M7 17.5H3.5V9h17v8.5H17M7 14h10v6.5H7z"/>',
  run: '<path d="M7 4.5v15l12-7.5z"/>',
  write: '<path d="m5 19 1-4L16 5l3 3L9 18z"/>',
  writeNothing: '<path d="m5 19 1-4L16 5l3 3L9 18zM3.5 3.5l17 17"/>',
  standing:
    '<circle cx="12" cy="4.5" r="2"/><path d="M12 8v6.5M12 14.5 9.5 21M12 14.5l2.5 6.5M8.5 13l1-5h5l1 5"/>',
  sitting: '<circle cx="9" cy="4.5" r="2"/><path d="M9 8v6h5.5L16 20M6 10v8M6 18h7"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12.2 6.1M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.3-1.3"/>',
  keep: '<path d="M6 3.5h12v17l-6-4.5-6 4.5z"/>',
  tick: '<path d="m4.5 12.5 5 5 10-11"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  back: '<path d="M20 12H5M11 6l-6 6 6 6"/>',
  close: '<path d="m5 5 14 14M19 5 5 19"/>',
  moon: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/>',
  menu: '<path d="M3.5 7h17M3.5 12h17M3.5 17h17"/>',
  filter: '<path d="M3.5 6h17M7 12h10M10 18h4"/>',
  attention: '<path d="M12 3.5 22 20.5H2zM12 10v5M12 17.6v.2"/>',
  speech: '<path d="M3.5 4.5h17v12H12l-5 4v-4H3.5z"/>',
  offline:
    '<path d="M2.5 9a15 15 0 0 1 5-3M21.5 9A15 15 0 0 0 12 5.5M6 13a9 9 0 0 1 4-2.2M12 19.5v.1M3.5 3.5l17 17"/>',
  pause: '<path d="M8 5v14M16 5v14"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  screen: '<path d="M3 4.5h18v12H3zM8 20h8M12 16.5V20"/>',
  eye: '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>',
} as const;

export type IconName = keyof typeof icons;
