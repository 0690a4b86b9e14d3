// Runs before the first paint, so that a chosen theme never flashes in the other one. A file and not an
// inline script: the content security policy can then forbid inline scripts.
try {
  const theme = localStorage.getItem('tradewind.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the system's preference stays in charge.
}
