/**
 * Wakes programs when what they are for comes near the screen. They sleep in a template, where the browser leaves them
 * alone: `<template data-near="tick-list"><TickProgram /></template>`. Bundlers have a way of their own for this, which
 * would cost every page a kilobyte.
 */
for (const { dataset, content } of document.querySelectorAll<HTMLTemplateElement>(
  'template[data-near]',
)) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      document.head.append(content);
    },
    { rootMargin: '50%' },
  );
  for (const element of document.querySelectorAll(dataset['near'] ?? '')) observer.observe(element);
}
